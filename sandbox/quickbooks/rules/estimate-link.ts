/** The link between an invoice and its estimate (05, 1.6): who may link, and what the estimate shows of it. */
import type { Books } from "../company/state.ts";
import { findRow, replaceRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { asText, objectsOf, refOf, textOf } from "../wire/json.ts";
import { cannotLink, objectNotFound } from "../wire/refusals.ts";

/** What an estimate led to. */
export type Sale = { entity: "Invoice" | "SalesReceipt"; id: string };

/** Estimates that an invoice or a sales receipt names in its header or on its lines. */
export function linkedEstimates(invoice: JsonObject): string[] {
  const links = [invoice, ...objectsOf(invoice, "Line")].flatMap((part) => objectsOf(part, "LinkedTxn"));
  const ids = links.filter((link) => link.TxnType === "Estimate").flatMap((link) => textOf(link, "TxnId") ?? []);
  return [...new Set(ids)];
}

/** 620 unless the estimate is the same customer's, not rejected or closed, and free (05, error table). */
export function requireLinkable(books: Books, invoice: JsonObject, estimateId: string): void {
  const estimate = findRow(books, "Estimate", estimateId);
  if (!estimate) throw objectNotFound();
  if (refOf(estimate, "CustomerRef") !== refOf(invoice, "CustomerRef")) throw cannotLink("the customers differ");
  const linked = objectsOf(estimate, "LinkedTxn").map((link) => link.TxnId);
  if (linked.includes(invoice.Id)) return;
  const acceptsSecond = books.state.switches.secondInvoiceForEstimate === "accept";
  if (linked.length > 0 && !acceptsSecond) throw cannotLink("the estimate is already linked to an invoice");
  const status = textOf(estimate, "TxnStatus");
  if (status === "Rejected" || (status === "Closed" && !acceptsSecond)) throw cannotLink(`the estimate is ${status}`);
}

/** Brings the estimates up to date with what an invoice or a receipt now links and linked before. */
export function updateEstimates(books: Books, sale: Sale, now: string[], before: string[]): void {
  for (const id of now) if (!before.includes(id)) link(books, id, sale);
  for (const id of before) if (!now.includes(id)) unlink(books, id, sale.id);
}

function link(books: Books, estimateId: string, { entity, id }: Sale): void {
  const estimate = findRow(books, "Estimate", estimateId);
  if (!estimate) return;
  const status = books.state.switches.linkClosesEstimate ? { TxnStatus: "Closed" } : {};
  const links = [...objectsOf(estimate, "LinkedTxn"), { TxnId: id, TxnType: entity }];
  replaceRow(books, "Estimate", { ...estimate, ...status, LinkedTxn: links });
}

/** An estimate that loses its last invoice is open again, as Accepted (assumption; switch `deletedInvoiceReopensEstimate`). */
function unlink(books: Books, estimateId: string, saleId: string): void {
  const estimate = findRow(books, "Estimate", estimateId);
  if (!estimate) return;
  const links = objectsOf(estimate, "LinkedTxn").filter((link) => link.TxnId !== saleId);
  const reopens = books.state.switches.deletedInvoiceReopensEstimate && links.length === 0 && estimate.TxnStatus === "Closed";
  replaceRow(books, "Estimate", { ...estimate, ...(reopens ? { TxnStatus: "Accepted" } : {}), LinkedTxn: links });
}

/** A deleted estimate disappears from its invoices, header and lines. */
export function forgetEstimate(books: Books, estimate: JsonObject): void {
  const isOther = (link: JsonObject): boolean => link.TxnType !== "Estimate" || link.TxnId !== estimate.Id;
  const clean = (part: JsonObject): JsonObject =>
    part.LinkedTxn === undefined ? part : { ...part, LinkedTxn: objectsOf(part, "LinkedTxn").filter(isOther) };
  for (const { TxnId, TxnType } of objectsOf(estimate, "LinkedTxn")) {
    const entity = asText(TxnType);
    const invoice = findRow(books, entity, asText(TxnId));
    if (invoice) replaceRow(books, entity, { ...clean(invoice), Line: objectsOf(invoice, "Line").map(clean) });
  }
}

