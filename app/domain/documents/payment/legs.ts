/** Dr deposit account · Cr accounts receivable; applying a payment moves nothing. */
import type { Account, Books } from "../../books/books.ts";
import type { Money } from "../../money/money.ts";
import type { Leg } from "../leg.ts";

export function paymentLegs(amount: Money, deposit: Account, books: Books): Leg[] {
  const { receivable } = books.accounts;
  const debit: Leg = { account: deposit, side: "debit", amount };
  return receivable ? [debit, { account: receivable, side: "credit", amount }] : [debit];
}
