/** Removal guard: whether everything of an order can be removed, asked before anything is (stories A36 and A39). Reads only. */
import type { Temporal } from "temporal-polyfill";
import { type DocumentKind, KIND_WORDS, POSTS } from "#app/domain/documents/kind.ts";
import { removalInClosedPeriod, removalOfDeposited, removalOfLinked } from "#app/domain/issues/catalogue.ts";
import type { Issue } from "#app/domain/issues/issue.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";

/** Every reason against it; empty when all of `documents`, as the books hold them now, may go. `beside`: what they may be linked to and leave behind. */
export async function whyNotRemovable(
  { ledger }: DrainContext, orderName: string, documents: readonly LedgerDocument[], closedThrough: Temporal.PlainDate | null, beside: readonly { kind: DocumentKind; id: string }[] = [],
): Promise<Result<Issue[], Fault>> {
  const issues: Issue[] = [];
  for (const document of documents) {
    const isClosed = closedThrough !== null && POSTS[document.kind] && document.date.toString() <= closedThrough.toString();
    if (isClosed) issues.push(removalInClosedPeriod(orderName, named(document), closedThrough.toString()));
    if (hasForeignLink(document, [...documents, ...beside])) issues.push(removalOfLinked(orderName, named(document)));
  }
  const depositable = documents.flatMap(({ kind, id, date }) => (kind === "payment" || kind === "sales_receipt" || kind === "refund_receipt" ? { kind, id, date } : []));
  const [oldest] = depositable.map(({ date }) => date).sort((a, b) => a.toString().localeCompare(b.toString()));
  if (!oldest || issues.length > 0) return success(issues);
  const deposited = await ledger.deposited(depositable.map(({ kind, id }) => ({ kind, id })), oldest);
  if (!deposited.ok) return deposited;
  for (const { kind, id, depositId, depositDate } of deposited.value) {
    const document = documents.find((each) => each.kind === kind && each.id === id);
    if (document) issues.push(removalOfDeposited(orderName, named(document), { id: depositId, date: depositDate.toString() }));
  }
  return success(issues);
}

export const named = ({ kind, number, reference, id, date }: LedgerDocument): string => `${KIND_WORDS[kind]} ${number ?? reference ?? id} of ${date.toString()}`;

/** Removing a document that others hang on would change those, too. What an invoice was made from only opens again. */
const hasForeignLink = ({ links }: LedgerDocument, documents: readonly { kind: DocumentKind; id: string }[]): boolean =>
  links.some((link) => link.kind !== "sales_order" && !isAmong(link, documents));

const isAmong = (link: LedgerDocument["links"][number], documents: readonly { kind: DocumentKind; id: string }[]): boolean =>
  documents.some(({ kind, id }) => kind === link.kind && id === link.id);
