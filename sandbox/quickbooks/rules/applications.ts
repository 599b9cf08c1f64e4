/** Applying payments to invoices (05, 1.7): what is open, what a payment covers, and keeping both sides in step. */
import type { Books } from "../company/state.ts";
import { findRow, listRows, replaceRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { asText, idOf, objectsOf, refOf, textOf } from "../wire/json.ts";
import { businessError, objectNotFound, requiredMissing } from "../wire/refusals.ts";
import { amountOf, amountOr0, requireAmount } from "./amounts.ts";

/** What a payment line may link besides invoices (REF); none of them is simulated yet, so none is ever found. */
const OTHER_LINKABLE = ["Expense", "Check", "CreditCardCredit", "JournalEntry", "CreditMemo"];

/** Invoice id → amount in minor units that the lines of a payment apply to it. */
export function applicationsOf(books: Books, payment: JsonObject | undefined): Map<string, bigint> {
  const applied = new Map<string, bigint>();
  for (const line of objectsOf(payment ?? {}, "Line")) {
    const amount = requireAmount(books, line, "Amount");
    for (const link of objectsOf(line, "LinkedTxn")) {
      const id = textOf(link, "TxnId") ?? "";
      applied.set(id, (applied.get(id) ?? 0n) + amount);
    }
  }
  return applied;
}

/** The sum of all payments on an invoice, in minor units. */
export function appliedTo(books: Books, invoice: JsonObject): bigint {
  return objectsOf(invoice, "LinkedTxn")
    .filter((link) => link.TxnType === "Payment")
    .map((link) => applicationsOf(books, findRow(books, "Payment", asText(link.TxnId))).get(idOf(invoice)) ?? 0n)
    .reduce((sum, amount) => sum + amount, 0n);
}

/** Refuses lines that link something else than the customer's own invoices or more than is open on them. */
export function requireApplicable(books: Books, payment: JsonObject, before: JsonObject | undefined): void {
  for (const line of objectsOf(payment, "Line")) requireInvoiceLink(line);
  const already = applicationsOf(books, before);
  let total = 0n;
  for (const [invoiceId, amount] of applicationsOf(books, payment)) {
    const invoice = findRow(books, "Invoice", invoiceId);
    if (!invoice) throw objectNotFound();
    if (refOf(invoice, "CustomerRef") !== refOf(payment, "CustomerRef")) {
      throw businessError(`Invoice ${invoiceId} belongs to another customer`);
    }
    const open = amountOr0(books, invoice, "Balance") + (already.get(invoiceId) ?? 0n);
    if (amount < 0n || amount > open) throw businessError(`The amount applied to invoice ${invoiceId} exceeds its open balance`);
    total += amount;
  }
  if (total > requireAmount(books, payment, "TotalAmt")) throw businessError("The lines of a payment exceed its total");
}

function requireInvoiceLink(line: JsonObject): void {
  const [link, second] = objectsOf(line, "LinkedTxn");
  if (!link) throw requiredMissing("Line.LinkedTxn");
  if (second) throw businessError("A payment line links one transaction");
  const type = textOf(link, "TxnType") ?? "";
  if (OTHER_LINKABLE.includes(type)) throw objectNotFound();
  if (type !== "Invoice") throw businessError(`A payment cannot be linked to a transaction of type ${type}`);
}

/** What a payment has left, in minor units. */
export function unapplied(books: Books, payment: JsonObject): bigint {
  const applied = [...applicationsOf(books, payment).values()].reduce((sum, amount) => sum + amount, 0n);
  return amountOr0(books, payment, "TotalAmt") - applied;
}

/** Balance and links of every invoice whose share of this payment changed; `payment` undefined: it is gone. */
export function settleInvoices(books: Books, paymentId: string, payment: JsonObject | undefined, before: JsonObject | undefined): void {
  const now = applicationsOf(books, payment);
  const old = applicationsOf(books, before);
  for (const invoiceId of new Set([...now.keys(), ...old.keys()])) {
    if (now.get(invoiceId) !== old.get(invoiceId)) settle(books, invoiceId, paymentId, now.has(invoiceId));
  }
}

function settle(books: Books, invoiceId: string, paymentId: string, isLinked: boolean): void {
  const invoice = findRow(books, "Invoice", invoiceId);
  if (!invoice) return;
  const others = objectsOf(invoice, "LinkedTxn").filter((link) => link.TxnType !== "Payment" || link.TxnId !== paymentId);
  const LinkedTxn = isLinked ? [...others, { TxnId: paymentId, TxnType: "Payment" }] : others;
  const relinked = { ...invoice, LinkedTxn };
  const balance = amountOr0(books, invoice, "TotalAmt") - appliedTo(books, relinked);
  replaceRow(books, "Invoice", { ...relinked, Balance: amountOf(books, balance) });
}

/** Takes an invoice that is deleted or void off the payments that were applied to it; their money is unapplied again. */
export function releasePayments(books: Books, invoice: JsonObject): void {
  for (const link of objectsOf(invoice, "LinkedTxn")) {
    const payment = link.TxnType === "Payment" ? findRow(books, "Payment", asText(link.TxnId)) : undefined;
    if (!payment) continue;
    const lines = objectsOf(payment, "Line").filter((line) => !objectsOf(line, "LinkedTxn").some((to) => to.TxnId === invoice.Id));
    storePayment(books, { ...payment, Line: lines });
  }
}

/** Applies an unapplied payment to an invoice, as far as both go; what QuickBooks' automation does. */
export function applyAutomatically(books: Books, paymentId: string, invoiceId: string): void {
  const payment = findRow(books, "Payment", paymentId);
  const invoice = findRow(books, "Invoice", invoiceId);
  if (!payment || !invoice) return;
  const left = unapplied(books, payment);
  const open = amountOr0(books, invoice, "Balance");
  const amount = left < open ? left : open;
  if (amount <= 0n) return;
  const line = { Amount: amountOf(books, amount), LinkedTxn: [{ TxnId: invoiceId, TxnType: "Invoice" }] };
  const changed = storePayment(books, { ...payment, Line: [...objectsOf(payment, "Line"), line] });
  settleInvoices(books, paymentId, changed, payment);
}

/** A customer's transactions of one kind with something open, oldest first. */
export function oldestOpen(books: Books, entity: "Invoice" | "Payment", customerId: string): string[] {
  const property = entity === "Invoice" ? "Balance" : "UnappliedAmt";
  return listRows(books, entity)
    .filter((row) => refOf(row, "CustomerRef") === customerId && amountOr0(books, row, property) > 0n)
    .sort((a, b) => (textOf(a, "TxnDate") ?? "").localeCompare(textOf(b, "TxnDate") ?? "") || Number(a.Id) - Number(b.Id))
    .map(idOf);
}

function storePayment(books: Books, payment: JsonObject): JsonObject {
  return replaceRow(books, "Payment", { ...payment, UnappliedAmt: amountOf(books, unapplied(books, payment)) });
}
