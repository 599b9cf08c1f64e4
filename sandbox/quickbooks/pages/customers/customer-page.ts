/** `/company/{realm}/customers/{Id}`: one customer with all documents. */
import type { Books } from "../../company/state.ts";
import { findRow } from "../../store/rows.ts";
import type { JsonObject } from "../../wire/json.ts";
import { objectOf, textOf } from "../../wire/json.ts";
import { partyOf } from "../documents/document-summary.ts";
import { documentsTable } from "../documents/documents-table.ts";
import { listDocuments, summariesOf } from "../documents/list-documents.ts";
import { factList } from "../html/fact-list.ts";
import { html } from "../html/html.ts";
import { money } from "../html/money.ts";
import { pageOf, pager } from "../html/pager.ts";
import type { PageView } from "../page-view.ts";
import { customerBalances } from "./customer-balances.ts";

/** Whoever a document is for, or went to. */
function isParty(document: JsonObject, id: string): boolean {
  const party = partyOf(document);
  return party?.entity === "Customer" && party.id === id;
}

export function customerPage(books: Books, id: string, url: URL): PageView | undefined {
  const row = findRow(books, "Customer", id);
  if (!row) return undefined;
  const { open, credit } = customerBalances(books).get(id) ?? { open: 0n, credit: 0n };
  const documents = listDocuments(books, ({ row: document }) => isParty(document, id));
  const page = pageOf(documents, url);
  const empty = html`<p>No documents for this customer yet.</p>`;
  return {
    section: "customers",
    title: textOf(row, "DisplayName") ?? id,
    live: true,
    body: html`${factList([
      ["Open balance", html`<strong>${money(books, open)}</strong>`],
      ["Unapplied credit", html`<strong>${money(books, credit)}</strong>`],
      ["E-mail", textOf(objectOf(row, "PrimaryEmailAddr"), "Address")],
      ["Phone", textOf(objectOf(row, "PrimaryPhone"), "FreeFormNumber")],
      ["Notes", textOf(row, "Notes")],
      ["Status", row.Active === false && "Inactive"],
    ])}
<section><h2>Documents</h2>${documentsTable(books, summariesOf(books, page.items), { caption: "Documents of this customer", empty, party: false })}${pager(page, url)}</section>
<details id="raw"><summary>Raw JSON</summary><pre tabindex="0">${JSON.stringify(row, null, 2)}</pre></details>`,
  };
}
