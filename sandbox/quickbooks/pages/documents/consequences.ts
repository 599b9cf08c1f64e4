/** What voiding, deleting or invoicing a document leads to, said before it is done. */
import type { Books } from "../../company/state.ts";
import { requireAmount } from "../../rules/amounts.ts";
import { applicationsOf } from "../../rules/applications.ts";
import { objectsOf } from "../../wire/json.ts";
import { money } from "../html/money.ts";
import { linkedDocuments } from "./chain.ts";
import type { DocumentSummary } from "./document-summary.ts";
import { wordsOf } from "./document-words.ts";

export function consequencesOfVoid(books: Books, document: DocumentSummary): string[] {
  return [
    "Its amounts become 0. It stays in the list, marked Voided.",
    ...released(books, document),
    ...linked(books, document, "Estimate").map(({ title, status }) => `${title} stays linked to it and ${status.word.toLowerCase()}.`),
  ];
}

export function consequencesOfDelete(books: Books, document: DocumentSummary): string[] {
  const reopens = books.state.switches.deletedInvoiceReopensEstimate;
  return [
    "It disappears for good; only its audit history is kept.",
    ...released(books, document),
    ...(document.entity === "Deposit" ? linked(books, document, "Payment").map(({ title }) => `${title} goes back to where it was booked and can be changed again.`) : []),
    ...(document.entity === "Estimate" ? linked(books, document, "Invoice").map(({ title }) => `${title} stays and loses its link to this estimate.`) : []),
    ...linked(books, document, "Estimate").map(({ title }) => (reopens ? `${title} can be invoiced again.` : `${title} loses its link and keeps its status.`)),
  ];
}

export function consequencesOfInvoicing(books: Books, document: DocumentSummary): string[] {
  const lines = objectsOf(document.row, "Line").filter((line) => line.DetailType !== "SubTotalLineDetail").length;
  const total = money(books, requireAmount(books, document.row, "TotalAmt"));
  return [
    `A new invoice of ${total} for ${document.party?.name ?? "the customer"} takes over ${lines === 1 ? "the line" : `all ${lines} lines`} and links this estimate.`,
    ...(books.state.switches.linkClosesEstimate ? ["The estimate's status becomes Closed."] : []),
  ];
}

/** Money that is set free when a payment, or what it pays, is gone. */
function released(books: Books, document: DocumentSummary): string[] {
  if (document.entity === "Payment") {
    return linked(books, document, "Invoice").map(({ title, id }) => {
      const amount = applicationsOf(books, document.row).get(id) ?? 0n;
      return `${title} is open again with ${money(books, amount)} more.`;
    });
  }
  if (document.entity === "Deposit") return [];
  const payments = linked(books, document, "Payment");
  const paid = payments.reduce((sum, { row }) => sum + (applicationsOf(books, row).get(document.id) ?? 0n), 0n);
  if (payments.length === 0) return [];
  const name = document.party?.name ?? "the customer";
  return [`${money(books, paid)} of ${payments.length === 1 ? "a payment" : `${payments.length} payments`} becomes unapplied credit of ${name}.`];
}

function linked(books: Books, document: DocumentSummary, entity: string): DocumentSummary[] {
  return linkedDocuments(books, document.row).filter((other) => other.entity === entity);
}

/** "the invoice" in a sentence. */
export function nameInSentence({ entity }: DocumentSummary): string {
  return `this ${wordsOf(entity).singular.toLowerCase()}`;
}
