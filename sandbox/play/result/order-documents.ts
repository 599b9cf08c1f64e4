/** Which documents in the company's books belong to which order: those our postings name, and those that carry our marker although no posting knows them. */
import type { PostingRow } from "#sandbox/launch/app-records.ts";
import type { Tenant } from "#sandbox/launch/install-shop.ts";
import { ENTITIES, isPlayedKind, PLAYED_KINDS, type PlayedKind } from "./document-kinds.ts";
import { markedOrder, readDocument } from "./quickbooks-document.ts";
import type { ResultDocument } from "./result.ts";

/** What is needed of the simulated company: every row of an entity, in QuickBooks JSON. */
export type CompanyDocuments = { documents(realmId: string, entity: string): unknown[] };

/** By order gid, in the sequence in which the documents were made. */
export function documentsByOrder(tenant: Tenant, postings: readonly PostingRow[], company: CompanyDocuments): Map<string, ResultDocument[]> {
  const found = new Map<string, ResultDocument[]>();
  const add = (gid: string, document: ResultDocument): void => void found.set(gid, [...(found.get(gid) ?? []), document]);
  const claimed = new Set<string>();
  const present = PLAYED_KINDS.flatMap((kind) => company.documents(tenant.realmId, ENTITIES[kind]).map((row) => ({ document: readDocument(kind, row), order: markedOrder(kind, row) })));

  for (const posting of postings) {
    if (!isPlayedKind(posting.kind) || posting.ledgerId === null) continue;
    const key = `${posting.kind}/${posting.ledgerId}`;
    if (claimed.has(key)) continue;
    claimed.add(key);
    add(posting.gid, present.find(({ document }) => keyOf(document) === key)?.document ?? deleted(posting.kind, posting.ledgerId, posting));
  }
  // A document with our marker that no posting knows would be a duplicate: it must be seen.
  for (const { document, order } of present) {
    if (order !== undefined && !claimed.has(keyOf(document))) add(`gid://shopify/Order/${order}`, document);
  }
  return found;
}

const keyOf = ({ kind, id }: ResultDocument): string => `${kind}/${id}`;

/** Gone from the books: its number and date are what the app remembers of it. */
function deleted(kind: PlayedKind, id: string, { docNumber, docDate }: PostingRow): ResultDocument {
  return { kind, entity: ENTITIES[kind], id, docNumber, date: docDate ?? "", total: "0.00", status: "deleted", links: [], lines: [] };
}
