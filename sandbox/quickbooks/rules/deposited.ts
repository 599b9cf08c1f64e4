/** What a bank deposit does to the payments and receipts in it: they show the deposit, and their money cannot be touched any more (6540). */
import type { Books } from "../company/state.ts";
import { findRow, replaceRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { objectsOf, refOf, textOf } from "../wire/json.ts";
import { businessError, depositedTransaction, objectNotFound, requiredMissing } from "../wire/refusals.ts";
import { amountOf, requireAmount } from "./amounts.ts";
import { applicationsOf } from "./applications.ts";

/** What can be brought to the bank, and which way its money goes. The three share one space of ids. */
const DEPOSITABLE = { Payment: 1n, SalesReceipt: 1n, RefundReceipt: -1n } as const;

type Depositable = keyof typeof DEPOSITABLE;

const isDepositable = (entity: unknown): entity is Depositable => typeof entity === "string" && Object.hasOwn(DEPOSITABLE, entity);

/** The payment or receipt of this id. */
export function findDepositable(books: Books, id: string): { entity: Depositable; row: JsonObject } | undefined {
  for (const entity of Object.keys(DEPOSITABLE).filter(isDepositable)) {
    const row = findRow(books, entity, id);
    if (row) return { entity, row };
  }
  return undefined;
}

/** The deposit a payment or receipt is in. */
export function depositOf(payment: JsonObject): string | undefined {
  const link = objectsOf(payment, "LinkedTxn").find(({ TxnType }) => TxnType === "Deposit");
  return link && textOf(link, "TxnId");
}

/** Read only: only the deposit itself makes and takes this link. */
export const depositLinks = (before: JsonObject | undefined): JsonObject[] => objectsOf(before ?? {}, "LinkedTxn").filter(({ TxnType }) => TxnType === "Deposit");

/** 6540 for what is in a deposit; for its void and its deletion. */
export function requireNotDeposited(payment: JsonObject): void {
  const deposit = depositOf(payment);
  if (deposit !== undefined) throw depositedTransaction(deposit);
}

/** 6540 when an update changes what the deposit counts on: amount or account. */
export function requireSameMoney(books: Books, row: JsonObject, before: JsonObject | undefined): void {
  if (!before || depositOf(before) === undefined) return;
  const isSameMoney =
    requireAmount(books, row, "TotalAmt") === requireAmount(books, before, "TotalAmt") && refOf(row, "DepositToAccountRef") === refOf(before, "DepositToAccountRef");
  if (!isSameMoney) requireNotDeposited(before);
}

/** The same for a payment, and anything it pays where the switch says so. */
export function requireDepositAllows(books: Books, payment: JsonObject, before: JsonObject | undefined): void {
  requireSameMoney(books, payment, before);
  if (before && !(books.state.switches.depositedAllowsApplying || paysTheSame(books, payment, before))) requireNotDeposited(before);
}

function paysTheSame(books: Books, payment: JsonObject, before: JsonObject): boolean {
  const [now, old] = [applicationsOf(books, payment), applicationsOf(books, before)];
  return now.size === old.size && [...now].every(([invoice, amount]) => old.get(invoice) === amount);
}

/** The ids of the payments and receipts that the lines of a deposit name. */
export function depositedDocuments(deposit: JsonObject): string[] {
  return objectsOf(deposit, "Line").flatMap((line) => objectsOf(line, "LinkedTxn").flatMap((link) => textOf(link, "TxnId") ?? []));
}

/** A line links one whole payment or receipt that is in no other deposit (05, 1.9: TxnLineId is required for deposit links). */
export function requireDepositable(books: Books, line: JsonObject, depositId: string | undefined): void {
  const [link, second] = objectsOf(line, "LinkedTxn");
  if (!link) throw requiredMissing("Line.LinkedTxn");
  if (second) throw businessError("A deposit line links one transaction");
  if (!isDepositable(link.TxnType)) throw businessError(`A deposit cannot be linked to a transaction of type ${textOf(link, "TxnType") ?? ""}`);
  if (textOf(link, "TxnLineId") === undefined) throw requiredMissing("Line.LinkedTxn.TxnLineId");
  const id = textOf(link, "TxnId") ?? "";
  const row = findRow(books, link.TxnType, id);
  if (!row) throw objectNotFound();
  const other = depositOf(row);
  if (other !== undefined && other !== depositId) throw businessError(`${link.TxnType} ${id} is already in deposit ${other}`);
  const amount = requireAmount(books, row, "TotalAmt") * DEPOSITABLE[link.TxnType];
  if (amount === 0n || amount !== requireAmount(books, line, "Amount")) throw businessError(`${link.TxnType} ${id} can only be deposited whole`);
}

/** The line of a deposit that brings this payment or receipt to the bank. */
export function depositLineOf(books: Books, id: string): JsonObject {
  const found = findDepositable(books, id);
  if (!found) throw objectNotFound();
  const { entity, row } = found;
  return { Amount: amountOf(books, requireAmount(books, row, "TotalAmt") * DEPOSITABLE[entity]), LinkedTxn: [{ TxnId: id, TxnType: entity, TxnLineId: "0" }] };
}

/** Brings them up to date with what a deposit now holds and held before; their SyncTokens rise. */
export function updateDeposited(books: Books, depositId: string, now: string[], before: string[]): void {
  const link = (id: string, isIn: boolean): void => {
    const found = findDepositable(books, id);
    if (!found) return;
    const others = objectsOf(found.row, "LinkedTxn").filter(({ TxnType }) => TxnType !== "Deposit");
    replaceRow(books, found.entity, { ...found.row, LinkedTxn: isIn ? [...others, { TxnId: depositId, TxnType: "Deposit" }] : others });
  };
  for (const id of now) if (!before.includes(id)) link(id, true);
  for (const id of before) if (!now.includes(id)) link(id, false);
}
