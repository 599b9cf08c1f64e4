/** `/company/{realm}/documents`: every transaction in one table with filters. */
import type { Books } from "../../company/state.ts";
import { html } from "../html/html.ts";
import type { Html, Part } from "../html/html.ts";
import { pageOf, pager } from "../html/pager.ts";
import type { PageView } from "../page-view.ts";
import { documentsTable } from "./documents-table.ts";
import { documentEntities, wordsOf } from "./document-words.ts";
import type { DocumentFilter } from "./list-documents.ts";
import { filterOf, isFiltered, listDocuments, matchesFilter, summariesOf } from "./list-documents.ts";

export function documentsPage(books: Books, url: URL): PageView {
  const filter = filterOf(url.searchParams);
  const page = pageOf(listDocuments(books, matchesFilter(filter)), url);
  const empty: Part = isFiltered(filter)
    ? html`<p>No document matches these filters.</p><p><a href="?">Show all documents</a></p>`
    : html`<p>No documents yet.</p><p>As soon as the app, or you, create an estimate, an invoice or a payment, it appears here.</p>`;
  return {
    section: "documents",
    title: "Documents",
    live: true,
    before: filterForm(filter),
    body: html`${documentsTable(books, summariesOf(books, page.items), { caption: "Documents, newest first", empty })}${pager(page, url)}`,
  };
}

function filterForm(filter: DocumentFilter): Html {
  const option = (value: string, label: string): Html =>
    value === filter.kind ? html`<option value="${value}" selected>${label}</option>` : html`<option value="${value}">${label}</option>`;
  const field = (name: keyof DocumentFilter, label: string, type: string): Html =>
    html`<label>${label}<input name="${name}" type="${type}" value="${filter[name]}"></label>`;
  return html`<form method="get" class="filters" role="search" aria-label="Filter the documents">
<label>Kind<select name="kind">${option("", "All kinds")}${documentEntities().map((entity) => option(entity, wordsOf(entity).plural))}</select></label>
${field("customer", "Customer", "search")}${field("number", "Number", "search")}${field("from", "From", "date")}${field("to", "To", "date")}
<div class="row"><button class="button">Filter</button>${isFiltered(filter) && html`<a class="button quiet" href="?">Clear</a>`}</div></form>`;
}
