/** What a payment's lines may link (05, 1.7): debts that it pays, and credit that it spends on them. Reads only. */
import type { Books } from "../company/state.ts";
import { findRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { objectOf, objectsOf, refOf } from "../wire/json.ts";
import { amountOf, amountOr0, requireAmount } from "./amounts.ts";

export type Linkable = {
  entity: string;
  /** A debt takes the payment's money, a credit adds to it. */
  side: "debt" | "credit";
  /** What there is to link while nothing is, in minor units. */
  full: (books: Books, row: JsonObject) => bigint;
  customer: (books: Books, row: JsonObject) => string | undefined;
  /** What the row shows of its open amount. */
  shows: (books: Books, open: bigint) => JsonObject;
};

const ofTotal = (books: Books, row: JsonObject): bigint => amountOr0(books, row, "TotalAmt");
const ofForm = (_books: Books, row: JsonObject): string | undefined => refOf(row, "CustomerRef");

/** By the word that `TxnType` has for it. */
export const LINKABLES: Readonly<Record<string, Linkable>> = {
  Invoice: { entity: "Invoice", side: "debt", full: ofTotal, customer: ofForm, shows: (books, open) => ({ Balance: amountOf(books, open) }) },
  CreditMemo: {
    entity: "CreditMemo", side: "credit", full: ofTotal, customer: ofForm,
    shows: (books, open) => ({ Balance: amountOf(books, open), RemainingCredit: amountOf(books, open) }),
  },
  // Money given back to a customer: the lines of an expense that stand on receivables are a debt of hers. Its open amount is nowhere to be read.
  Expense: { entity: "Purchase", side: "debt", full: onReceivables, customer: customerOfExpense, shows: () => ({}) },
};

/** The word of an entity, where it can be linked at all. */
export const typeOf = (entity: string): string | undefined => Object.keys(LINKABLES).find((type) => LINKABLES[type]?.entity === entity);

export function linkedRow(books: Books, type: string, id: string): JsonObject | undefined {
  const linkable = LINKABLES[type];
  return linkable && findRow(books, linkable.entity, id);
}

export function isReceivable(books: Books, accountId: string): boolean {
  return findRow(books, "Account", accountId)?.AccountType === "Accounts Receivable";
}

function receivableLines(books: Books, expense: JsonObject): JsonObject[] {
  return objectsOf(expense, "Line").filter((line) => isReceivable(books, refOf(objectOf(line, "AccountBasedExpenseLineDetail"), "AccountRef") ?? ""));
}

function onReceivables(books: Books, expense: JsonObject): bigint {
  return receivableLines(books, expense).reduce((sum, line) => sum + requireAmount(books, line, "Amount"), 0n);
}

function customerOfExpense(books: Books, expense: JsonObject): string | undefined {
  const [line] = receivableLines(books, expense);
  return line && refOf(objectOf(line, "AccountBasedExpenseLineDetail"), "CustomerRef");
}
