/** The bookkeeper's buttons on a document, and the dialogs that say what they do. Which exist depends on the document. */
import type { Books } from "../../company/state.ts";
import { findEntity } from "../../entities/registry.ts";
import { proposedNumber } from "../../rules/invoice-from-estimate.ts";
import { textOf } from "../../wire/json.ts";
import { serverDate } from "../../wire/timestamps.ts";
import { dialog, dialogButton } from "../html/dialog.ts";
import { html } from "../html/html.ts";
import type { Html } from "../html/html.ts";
import { linkedDocuments } from "./chain.ts";
import { consequencesOfDelete, consequencesOfInvoicing, consequencesOfVoid, nameInSentence } from "./consequences.ts";
import type { DocumentSummary } from "./document-summary.ts";
import { documentAddress } from "./document-summary.ts";

export function documentActions(books: Books, document: DocumentSummary): Html {
  const address = documentAddress(books, document.entity, document.id);
  return html`<div class="row actions" role="group" aria-label="What a bookkeeper can do">
${canBeInvoiced(books, document) && dialogButton("invoice-dialog", "Create invoice", "primary")}
${canBeEdited(document) && html`<a class="button" href="${address}/edit">Edit</a>`}
${canBeVoid(document) && dialogButton("void-dialog", "Void", "danger-quiet")}
${dialogButton("delete-dialog", "Delete", "danger-quiet")}</div>`;
}

export function documentDialogs(books: Books, document: DocumentSummary): Html[] {
  const address = documentAddress(books, document.entity, document.id);
  const seen = html`<input type="hidden" name="syncToken" value="${textOf(document.row, "SyncToken") ?? ""}">`;
  const list = (sentences: string[]): Html => html`${seen}<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
  const name = nameInSentence(document);
  const removal = dialog({
    ...{ id: "delete-dialog", title: `Delete ${name}?`, confirm: "Delete", danger: true },
    ...{ action: `${address}/delete`, body: list(consequencesOfDelete(books, document)) },
  });
  const voiding = dialog({
    ...{ id: "void-dialog", title: `Void ${name}?`, confirm: "Void", danger: true },
    ...{ action: `${address}/void`, body: list(consequencesOfVoid(books, document)) },
  });
  const invoicing = dialog({
    ...{ id: "invoice-dialog", title: "Create an invoice from this estimate", confirm: "Create invoice", action: `${address}/invoice` },
    body: html`${list(consequencesOfInvoicing(books, document))}
<label>Invoice number<input name="docNumber" maxlength="21" value="${proposedNumber(books, "Invoice")}"></label>
<label>Date<input name="date" type="date" required value="${serverDate(books.now)}"></label>`,
  });
  return [removal, ...(canBeVoid(document) ? [voiding] : []), ...(canBeInvoiced(books, document) ? [invoicing] : [])];
}

function canBeVoid({ entity, status }: DocumentSummary): boolean {
  return findEntity(entity)?.voidBy !== undefined && status.word !== "Voided";
}

/** The edit form is for sales forms and payments; a deposit, an expense and a purchase order are taken back and made anew. */
function canBeEdited({ entity }: DocumentSummary): boolean {
  return entity !== "Deposit" && entity !== "Purchase" && entity !== "PurchaseOrder";
}

/** QuickBooks decides in the end; the button is there while it could work. */
function canBeInvoiced(books: Books, { entity, row, status }: DocumentSummary): boolean {
  const isInvoiced = linkedDocuments(books, row).some((other) => other.entity === "Invoice" || other.entity === "SalesReceipt");
  return entity === "Estimate" && status.word !== "Rejected" && (!isInvoiced || books.state.switches.secondInvoiceForEstimate === "accept");
}
