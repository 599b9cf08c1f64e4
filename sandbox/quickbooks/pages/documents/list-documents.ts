/** The transactions of a company as a list that can be filtered; newest first, by when they were made and not by their date. */
import type { Books } from "../../company/state.ts";
import { listRows } from "../../store/rows.ts";
import { idOf } from "../../wire/json.ts";
import type { DocumentSummary } from "./document-summary.ts";
import { summaryOf } from "./document-summary.ts";
import { documentEntities } from "./document-words.ts";

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
export function listDocuments(books: Books, matches: (document: DocumentSummary) => boolean = () => true): DocumentSummary[] {
  const all = documentEntities().flatMap((entity) => listRows(books, entity).flatMap((row) => summaryOf(books, entity, idOf(row)) ?? []));
  return all.filter(matches).sort((a, b) => Number(b.id) - Number(a.id));
}

/** Customers and numbers match by any part, whatever the case. */
export function matchesFilter(filter: DocumentFilter): (document: DocumentSummary) => boolean {
  const contains = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());
  return ({ entity, party, number, date = "" }) =>
    (filter.kind === "" || filter.kind === entity) &&
    contains(party?.name ?? "", filter.customer) &&
    contains(number ?? "", filter.number) &&
    (filter.from === "" || date >= filter.from) &&
    (filter.to === "" || date <= filter.to);
}
