/** What a bank deposit does to the payments in it: they show the deposit, and their money cannot be touched any more (6540). */
import type { Books } from "../company/state.ts";
import { findRow, replaceRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { objectsOf, refOf, textOf } from "../wire/json.ts";
import { businessError, depositedTransaction, objectNotFound, requiredMissing } from "../wire/refusals.ts";
import { requireAmount } from "./amounts.ts";
import { applicationsOf } from "./applications.ts";

/** The deposit a payment is in. */
export function depositOf(payment: JsonObject): string | undefined {
  const link = objectsOf(payment, "LinkedTxn").find(({ TxnType }) => TxnType === "Deposit");
  return link && textOf(link, "TxnId");
}

/** 6540 for a payment in a deposit; for its void and its deletion. */
export function requireNotDeposited(payment: JsonObject): void {
  const deposit = depositOf(payment);
  if (deposit !== undefined) throw depositedTransaction(deposit);
}

/** 6540 when an update changes what the deposit counts on: amount or account, or anything it pays where the switch says so. */
export function requireDepositAllows(books: Books, payment: JsonObject, before: JsonObject | undefined): void {
  if (!before || depositOf(before) === undefined) return;
  const isSameMoney =
    requireAmount(books, payment, "TotalAmt") === requireAmount(books, before, "TotalAmt") &&
    refOf(payment, "DepositToAccountRef") === refOf(before, "DepositToAccountRef");
  if (!isSameMoney || !(books.state.switches.depositedAllowsApplying || paysTheSame(books, payment, before))) requireNotDeposited(before);
}

function paysTheSame(books: Books, payment: JsonObject, before: JsonObject): boolean {
  const [now, old] = [applicationsOf(books, payment), applicationsOf(books, before)];
  return now.size === old.size && [...now].every(([invoice, amount]) => old.get(invoice) === amount);
}

/** The payments that the lines of a deposit name. */
export function depositedPayments(deposit: JsonObject): string[] {
  return objectsOf(deposit, "Line").flatMap((line) => objectsOf(line, "LinkedTxn").flatMap((link) => textOf(link, "TxnId") ?? []));
}

/** A line links one whole payment that is in no other deposit (05, 1.9: TxnLineId is required for deposit links). */
export function requireDepositable(books: Books, line: JsonObject, depositId: string | undefined): void {
  const [link, second] = objectsOf(line, "LinkedTxn");
  if (!link) throw requiredMissing("Line.LinkedTxn");
  if (second) throw businessError("A deposit line links one transaction");
  if (link.TxnType !== "Payment") throw businessError(`A deposit cannot be linked to a transaction of type ${textOf(link, "TxnType") ?? ""}`);
  if (textOf(link, "TxnLineId") === undefined) throw requiredMissing("Line.LinkedTxn.TxnLineId");
  const id = textOf(link, "TxnId") ?? "";
  const payment = findRow(books, "Payment", id);
  if (!payment) throw objectNotFound();
  const other = depositOf(payment);
  if (other !== undefined && other !== depositId) throw businessError(`Payment ${id} is already in deposit ${other}`);
  const amount = requireAmount(books, payment, "TotalAmt");
  if (amount === 0n || amount !== requireAmount(books, line, "Amount")) throw businessError(`Payment ${id} can only be deposited whole`);
}

/** Brings the payments up to date with what a deposit now holds and held before; their SyncTokens rise. */
export function updateDeposited(books: Books, depositId: string, now: string[], before: string[]): void {
  const link = (id: string, isIn: boolean): void => {
    const payment = findRow(books, "Payment", id);
    if (!payment) return;
    const others = objectsOf(payment, "LinkedTxn").filter(({ TxnType }) => TxnType !== "Deposit");
    replaceRow(books, "Payment", { ...payment, LinkedTxn: isIn ? [...others, { TxnId: depositId, TxnType: "Deposit" }] : others });
  };
  for (const id of now) if (!before.includes(id)) link(id, true);
  for (const id of before) if (!now.includes(id)) link(id, false);
}
