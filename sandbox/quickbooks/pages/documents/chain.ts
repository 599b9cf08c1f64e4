/** The documents that hang together by links, in both directions: estimate, its invoices, their payments. Reads only. */
import type { Books } from "../../company/state.ts";
import { LINKABLES } from "../../rules/linkables.ts";
import type { JsonObject } from "../../wire/json.ts";
import { objectsOf, textOf } from "../../wire/json.ts";
import type { DocumentSummary } from "./document-summary.ts";
import { summaryOf } from "./document-summary.ts";
import { documentEntities } from "./document-words.ts";

/** One payment may pay very many invoices; a page shows the nearest ones. */
const MOST = 24;

/** The document itself and what it leads to, step by step, in the order of a sale's life. */
export function chainOf(books: Books, start: DocumentSummary): { documents: DocumentSummary[]; isComplete: boolean } {
  const found = new Map([[keyOf(start), start]]);
  for (const document of found.values()) {
    for (const linked of linkedDocuments(books, document.row)) {
      if (found.has(keyOf(linked))) continue;
      if (found.size === MOST) return { documents: inOrder([...found.values()]), isComplete: false };
      found.set(keyOf(linked), linked);
    }
  }
  return { documents: inOrder([...found.values()]), isComplete: true };
}

/** What a document's header and lines link directly. */
export function linkedDocuments(books: Books, row: JsonObject): DocumentSummary[] {
  const links = [row, ...objectsOf(row, "Line")].flatMap((part) => objectsOf(part, "LinkedTxn"));
  const linked = links.flatMap((link) => summaryOf(books, entityOf(textOf(link, "TxnType") ?? ""), textOf(link, "TxnId") ?? "") ?? []);
  return [...new Map(linked.map((document) => [keyOf(document), document])).values()];
}

/** Links call an expense so, the API calls it a purchase. */
const entityOf = (type: string): string => LINKABLES[type]?.entity ?? type;

function inOrder(documents: DocumentSummary[]): DocumentSummary[] {
  const order = documentEntities();
  return documents.sort((a, b) => order.indexOf(a.entity) - order.indexOf(b.entity) || Number(a.id) - Number(b.id));
}

function keyOf({ entity, id }: DocumentSummary): string {
  return `${entity}:${id}`;
}
