/** The transactions of a company as a list that can be filtered; newest first, by when they were made and not by their date. */
import type { Books } from "../../company/state.ts";
import { listRows } from "../../store/rows.ts";
import type { JsonObject } from "../../wire/json.ts";
import { idOf, textOf } from "../../wire/json.ts";
import type { DocumentSummary } from "./document-summary.ts";
import { numberOf, partyOf, summaryOf } from "./document-summary.ts";
import { documentEntities } from "./document-words.ts";

/** Not more than the row, because a company may have very many; only what a page shows is looked at closely. */
export type ListedDocument = { entity: string; row: JsonObject };

export type DocumentFilter = { kind: string; customer: string; number: string; from: string; to: string };

/** What the address asks for; absent filters are empty. */
export function filterOf(parameters: URLSearchParams): DocumentFilter {
  const read = (name: string): string => (parameters.get(name) ?? "").trim();
  return { kind: read("kind"), customer: read("customer"), number: read("number"), from: read("from"), to: read("to") };
}

export function isFiltered(filter: DocumentFilter): boolean {
  return Object.values(filter).some((value) => value !== "");
}

/** All transactions share one count of ids, so the highest id is the newest (store/rows). */
export function listDocuments(books: Books, matches: (document: ListedDocument) => boolean = () => true): ListedDocument[] {
  const all = documentEntities().flatMap((entity) => listRows(books, entity).map((row) => ({ entity, row })));
  return all.filter(matches).sort((a, b) => Number(b.row.Id) - Number(a.row.Id));
}

/** What a page shows of them. */
export function summariesOf(books: Books, listed: readonly ListedDocument[]): DocumentSummary[] {
  return listed.flatMap(({ entity, row }) => summaryOf(books, entity, idOf(row)) ?? []);
}

/** Customers and numbers match by any part, whatever the case. */
export function matchesFilter(filter: DocumentFilter): (document: ListedDocument) => boolean {
  const contains = (text: string, part: string): boolean => part === "" || text.toLowerCase().includes(part.toLowerCase());
  return ({ entity, row }) => {
    const date = textOf(row, "TxnDate") ?? "";
    return (
      (filter.kind === "" || filter.kind === entity) &&
      contains(partyOf(row)?.name ?? "", filter.customer) &&
      contains(numberOf(row) ?? "", filter.number) &&
      (filter.from === "" || date >= filter.from) &&
      (filter.to === "" || date <= filter.to)
    );
  };
}
