/** `/company/{realm}/documents/{Entity}/{Id}`: a transaction as a bookkeeper sees it, and what can be done with it. */
import type { Books } from "../../company/state.ts";
import { amountOr0 } from "../../rules/amounts.ts";
import { findRow } from "../../store/rows.ts";
import type { JsonObject } from "../../wire/json.ts";
import { objectOf, textOf } from "../../wire/json.ts";
import { badge } from "../html/badge.ts";
import { readableDate } from "../html/dates.ts";
import { factList } from "../html/fact-list.ts";
import { html } from "../html/html.ts";
import type { Part } from "../html/html.ts";
import { money, wireMoney } from "../html/money.ts";
import type { Notice } from "../html/notice.ts";
import type { PageView } from "../page-view.ts";
import { chainView } from "./chain-view.ts";
import { documentActions, documentDialogs } from "./document-actions.ts";
import type { DocumentSummary } from "./document-summary.ts";
import { summaryOf, titleOf } from "./document-summary.ts";
import { partyLink } from "./documents-table.ts";
import { historyView } from "./history-view.ts";
import { journalView } from "./journal-view.ts";
import { linesView } from "./lines-view.ts";

/** Undefined when there never was such a document. */
export function documentPage(books: Books, entity: string, id: string, notice?: Notice): PageView | undefined {
  const document = summaryOf(books, entity, id);
  if (!document) return deletedPage(books, entity, id, notice);
  const hint = entity === "Estimate" && html`<p class="hint">Tieout calls this a sales order.</p>`;
  return {
    section: "documents",
    title: document.title,
    live: true,
    notice,
    before: hint,
    body: html`<div class="row apart"><p class="standing"><strong>${wireMoney(books, document.row.TotalAmt, document.row)}</strong> ${badge(document.status)} ${standing(books, document.row)}</p>${documentActions(books, document)}</div>
${chainView(books, document)}
<article class="paper">${header(books, document)}${linesView(books, document)}${notes(document.row)}</article>
<section><h2>Journal entry</h2>${journalView(books, document)}</section>
<section><h2>Audit history</h2>${historyView(books, entity, id)}</section>
<details id="raw"><summary>Raw JSON, as the API answers it</summary><pre tabindex="0">${JSON.stringify(document.row, null, 2)}</pre></details>`,
    after: documentDialogs(books, document),
  };
}

/** What is still open, where anything is. */
function standing(books: Books, row: JsonObject): Part {
  const unapplied = amountOr0(books, row, "UnappliedAmt");
  if (row.RemainingCredit !== undefined) return amountOr0(books, row, "RemainingCredit") > 0n && `${money(books, amountOr0(books, row, "RemainingCredit"))} credit left`;
  const due = amountOr0(books, row, "Balance");
  if (unapplied > 0n) return `${money(books, unapplied)} not applied`;
  return due > 0n && `${money(books, due)} due`;
}

function deletedPage(books: Books, entity: string, id: string, notice: Notice | undefined): PageView | undefined {
  const last = books.state.audit[`${entity}:${id}`]?.at(-1);
  if (!last) return undefined;
  return {
    section: "documents",
    title: titleOf(entity, last.number, id),
    notice,
    body: html`${badge({ word: "Deleted", tone: "quiet" })}
<p>This document was deleted. Nothing of it is in the books any more.</p>
<section><h2>Audit history</h2>${historyView(books, entity, id)}</section>
<p><a href="/company/${books.state.realmId}/documents">All documents</a></p>`,
    status: notice ? 200 : 410,
  };
}

function header(books: Books, document: DocumentSummary): Part {
  const { row } = document;
  const deposit = findRow(books, "Account", textOf(objectOf(row, "DepositToAccountRef"), "value") ?? "") ?? {};
  return factList([
    [document.party?.entity ?? "Customer", partyLink(books, document)],
    ["For the customer", textOf(objectOf(row, "ShipTo"), "name")],
    ["Bill to", address(objectOf(row, "BillAddr"))],
    ["Ship to", address(objectOf(row, "ShipAddr"))],
    ["E-mail", textOf(objectOf(row, "BillEmail"), "Address")],
    ["Date", readableDate(document.date)],
    ["Due", readableDate(textOf(row, "DueDate"))],
    ["Number", textOf(row, "DocNumber")],
    ["Reference", textOf(row, "PaymentRefNum")],
    ["Payment method", textOf(objectOf(row, "PaymentMethodRef"), "name")],
    ["Deposited to", textOf(deposit, "FullyQualifiedName")],
    ["Terms", textOf(objectOf(row, "SalesTermRef"), "name")],
    ["Class", textOf(objectOf(row, "ClassRef"), "name")],
    ["Location", textOf(objectOf(row, "DepartmentRef"), "name")],
  ]);
}

function notes(row: JsonObject): Part {
  return factList([
    ["Message to the customer", textOf(objectOf(row, "CustomerMemo"), "value")],
    ["Memo", textOf(row, "PrivateNote")],
  ]);
}

function address(row: JsonObject): Part {
  const lines = ["Line1", "Line2", "Line3", "Line4", "Line5", "City", "CountrySubDivisionCode", "PostalCode", "Country"];
  return lines.flatMap((name) => textOf(row, name) ?? []).join(", ");
}
