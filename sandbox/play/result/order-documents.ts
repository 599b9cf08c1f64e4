/** Which documents in the company's books belong to which order: those our postings name, and those that carry our marker although no posting knows them. */
import type { PostingRow } from "#sandbox/launch/app-records.ts";
import type { Tenant } from "#sandbox/launch/install-shop.ts";
import { ENTITIES, isPlayedKind, memoOf, PLAYED_KINDS, readDocument } from "./quickbooks-document.ts";
import type { ResultDocument } from "./result.ts";

/** What is needed of the simulated company: every row of an entity, in QuickBooks JSON. */
export type CompanyDocuments = { documents(realmId: string, entity: string): unknown[] };

/** By order gid, in the sequence in which the documents were made. */
export function documentsByOrder(tenant: Tenant, postings: readonly PostingRow[], company: CompanyDocuments): Map<string, ResultDocument[]> {
  const found = new Map<string, ResultDocument[]>();
  const add = (gid: string, document: ResultDocument): void => void found.set(gid, [...(found.get(gid) ?? []), document]);
  const claimed = new Set<string>();
  const present = PLAYED_KINDS.flatMap((kind) => company.documents(tenant.realmId, ENTITIES[kind]).map((row) => ({ document: readDocument(kind, row), memo: memoOf(row) })));

  for (const posting of postings) {
    if (!isPlayedKind(posting.kind) || posting.ledgerId === null) continue;
    const key = `${posting.kind}/${posting.ledgerId}`;
    if (claimed.has(key)) continue;
    claimed.add(key);
    add(posting.gid, present.find(({ document }) => keyOf(document) === key)?.document ?? deleted(posting.kind, posting.ledgerId, posting));
  }
  // A document with our marker that no posting knows would be a duplicate: it must be seen.
  for (const { document, memo } of present) {
    const order = MARKED.exec(memo)?.groups?.["order"];
    if (order !== undefined && !claimed.has(keyOf(document))) add(`gid://shopify/Order/${order}`, document);
  }
  return found;
}

/** Our marker in a memo: shop, order, kind and part (app/domain/documents/header.ts). */
const MARKED = /\[tieout [^/\]]+\/(?<order>\d+)\//;

const keyOf = ({ kind, id }: ResultDocument): string => `${kind}/${id}`;

/** Gone from the books: its number and date are what the app remembers of it. */
function deleted(kind: keyof typeof ENTITIES, id: string, { docNumber, docDate }: PostingRow): ResultDocument {
  return { kind, entity: ENTITIES[kind], id, docNumber, date: docDate ?? "", total: "0.00", status: "deleted", links: [], lines: [] };
}
