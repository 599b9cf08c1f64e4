/** Applying payments (05, 1.7): what is open, what a payment covers and with which credit, and keeping both sides in step. */
import type { Books } from "../company/state.ts";
import { findRow, listRows, replaceRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { asText, idOf, objectsOf, refOf, textOf } from "../wire/json.ts";
import { businessError, objectNotFound, requiredMissing } from "../wire/refusals.ts";
import { amountOf, amountOr0, requireAmount } from "./amounts.ts";
import { LINKABLES, linkedRow, typeOf } from "./linkables.ts";

/** What a payment line may link besides those (REF); none of them is simulated yet, so none is ever found. */
const OTHER_LINKABLE = ["Check", "CreditCardCredit", "JournalEntry"];

type Share = { type: string; amount: bigint };

/** Transaction id → what the lines of a payment link of it. All transactions share one count of ids. */
function sharesOf(books: Books, payment: JsonObject | undefined): Map<string, Share> {
  const shares = new Map<string, Share>();
  for (const line of objectsOf(payment ?? {}, "Line")) {
    const amount = requireAmount(books, line, "Amount");
    for (const link of objectsOf(line, "LinkedTxn")) {
      const id = textOf(link, "TxnId") ?? "";
      shares.set(id, { type: textOf(link, "TxnType") ?? "", amount: (shares.get(id)?.amount ?? 0n) + amount });
    }
  }
  return shares;
}

/** Transaction id → amount in minor units that the lines of a payment link of it. */
export function applicationsOf(books: Books, payment: JsonObject | undefined): Map<string, bigint> {
  return new Map([...sharesOf(books, payment)].map(([id, { amount }]) => [id, amount]));
}

/** The sum of all payments on an invoice, a credit memo or an expense, in minor units. */
export function appliedTo(books: Books, row: JsonObject): bigint {
  return objectsOf(row, "LinkedTxn")
    .filter((link) => link.TxnType === "Payment")
    .map((link) => applicationsOf(books, findRow(books, "Payment", asText(link.TxnId))).get(idOf(row)) ?? 0n)
    .reduce((sum, amount) => sum + amount, 0n);
}

/** Refuses lines that link something else than the customer's own, or more than is open on it, or more than there is money and credit for. */
export function requireApplicable(books: Books, payment: JsonObject, before: JsonObject | undefined): void {
  for (const line of objectsOf(payment, "Line")) requireLink(line);
  const already = applicationsOf(books, before);
  for (const [id, { type, amount }] of sharesOf(books, payment)) {
    const linkable = LINKABLES[type];
    const row = linkedRow(books, type, id);
    if (!linkable || !row) throw objectNotFound();
    if (linkable.customer(books, row) !== refOf(payment, "CustomerRef")) throw businessError(`${type} ${id} belongs to another customer`);
    const open = linkable.full(books, row) - appliedTo(books, row) + (already.get(id) ?? 0n);
    if (amount < 0n || amount > open) throw businessError(`The amount applied to ${type.toLowerCase()} ${id} exceeds its open balance`);
  }
  const { debts, credits } = sidesOf(books, payment);
  if (unapplied(books, payment) < 0n) throw businessError("The lines of a payment exceed its total");
  if (credits > debts) throw businessError("A payment cannot spend more credit than it pays");
}

function requireLink(line: JsonObject): void {
  const [link, second] = objectsOf(line, "LinkedTxn");
  if (!link) throw requiredMissing("Line.LinkedTxn");
  if (second) throw businessError("A payment line links one transaction");
  const type = textOf(link, "TxnType") ?? "";
  if (OTHER_LINKABLE.includes(type)) throw objectNotFound();
  if (LINKABLES[type] === undefined) throw businessError(`A payment cannot be linked to a transaction of type ${type}`);
}

/** What a payment has left, in minor units: its money and the credit it spends, less the debts it pays. */
export function unapplied(books: Books, payment: JsonObject): bigint {
  const { debts, credits } = sidesOf(books, payment);
  return amountOr0(books, payment, "TotalAmt") + credits - debts;
}

function sidesOf(books: Books, payment: JsonObject): { debts: bigint; credits: bigint } {
  const of = (side: "debt" | "credit"): bigint =>
    [...sharesOf(books, payment).values()].reduce((sum, { type, amount }) => (LINKABLES[type]?.side === side ? sum + amount : sum), 0n);
  return { debts: of("debt"), credits: of("credit") };
}

/** Open amount and links of everything whose share of this payment changed; `payment` undefined: it is gone. */
export function settleLinked(books: Books, paymentId: string, payment: JsonObject | undefined, before: JsonObject | undefined): void {
  const now = sharesOf(books, payment);
  const old = sharesOf(books, before);
  for (const [id, { type }] of new Map([...old, ...now])) {
    if (now.get(id)?.amount !== old.get(id)?.amount) settle(books, { type, id }, paymentId, now.has(id));
  }
}

function settle(books: Books, { type, id }: { type: string; id: string }, paymentId: string, isLinked: boolean): void {
  const linkable = LINKABLES[type];
  const row = linkedRow(books, type, id);
  if (!linkable || !row) return;
  const others = objectsOf(row, "LinkedTxn").filter((link) => link.TxnType !== "Payment" || link.TxnId !== paymentId);
  const relinked = { ...row, LinkedTxn: isLinked ? [...others, { TxnId: paymentId, TxnType: "Payment" }] : others };
  replaceRow(books, linkable.entity, { ...relinked, ...linkable.shows(books, linkable.full(books, row) - appliedTo(books, relinked)) });
}

/**
 * Takes what is deleted or void off the payments that link it; their money is unapplied again.
 * Where credit disappears that paid debts, those are open again, and where debts disappear the credit is left again, the last one first (assumption: nothing is documented).
 */
export function releasePayments(books: Books, row: JsonObject): void {
  for (const link of objectsOf(row, "LinkedTxn")) {
    const before = link.TxnType === "Payment" ? findRow(books, "Payment", asText(link.TxnId)) : undefined;
    if (!before) continue;
    const lines = objectsOf(before, "Line").filter((line) => !objectsOf(line, "LinkedTxn").some((to) => to.TxnId === row.Id));
    const left = withoutUncovered(books, { ...before, Line: lines });
    const after = storePayment(books, left);
    settleLinked(books, idOf(before), after, { ...before, Line: lines });
  }
}

/** Debts beyond money and credit, and credit beyond debts, are taken off, the last line first. */
function withoutUncovered(books: Books, payment: JsonObject): JsonObject {
  const { debts, credits } = sidesOf(books, payment);
  const uncovered = -unapplied(books, payment);
  const [side, missing] = uncovered > 0n ? (["debt", uncovered] as const) : (["credit", credits - debts] as const);
  const lines = objectsOf(payment, "Line");
  const last = lines.findLastIndex((line) => LINKABLES[asText(objectsOf(line, "LinkedTxn")[0]?.TxnType)]?.side === side);
  const line = lines[last];
  if (missing <= 0n || !line) return payment;
  const amount = requireAmount(books, line, "Amount");
  const rest = amount > missing ? [{ ...line, Amount: amountOf(books, amount - missing) }] : [];
  return withoutUncovered(books, { ...payment, Line: lines.toSpliced(last, 1, ...rest) });
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
  settleLinked(books, paymentId, changed, payment);
}

/** What a row has open, by what it is. */
const OPEN_PROPERTY = { Invoice: "Balance", Payment: "UnappliedAmt", CreditMemo: "RemainingCredit" } as const;

/** A customer's transactions of one kind with something open, oldest first. */
export function oldestOpen(books: Books, entity: keyof typeof OPEN_PROPERTY, customerId: string): string[] {
  return listRows(books, entity)
    .filter((row) => refOf(row, "CustomerRef") === customerId && amountOr0(books, row, OPEN_PROPERTY[entity]) > 0n)
    .sort((a, b) => (textOf(a, "TxnDate") ?? "").localeCompare(textOf(b, "TxnDate") ?? "") || Number(a.Id) - Number(b.Id))
    .map(idOf);
}

/** A row that a payment links shows it and cannot be lowered below what is linked. Answers what is open. */
export function requireCovered(books: Books, entity: string, row: JsonObject, before: JsonObject | undefined): bigint {
  const linkable = LINKABLES[typeOf(entity) ?? ""];
  const open = (linkable?.full(books, row) ?? 0n) - (before ? appliedTo(books, before) : 0n);
  if (open < 0n) throw businessError(`The total of ${WORDS[entity] ?? entity} cannot be less than the payments applied to it`);
  return open;
}

const WORDS: Record<string, string> = { Invoice: "an invoice", CreditMemo: "a credit memo", Purchase: "an expense" };

/** The payments that link a row; theirs to change, whatever the row's own update says. */
export const paymentLinks = (row: JsonObject | undefined): JsonObject[] => objectsOf(row ?? {}, "LinkedTxn").filter((link) => link.TxnType === "Payment");

function storePayment(books: Books, payment: JsonObject): JsonObject {
  return replaceRow(books, "Payment", { ...payment, UnappliedAmt: amountOf(books, unapplied(books, payment)) });
}
