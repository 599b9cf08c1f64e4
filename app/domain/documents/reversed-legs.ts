/** The legs of what takes a sale back: those of the sale with both sides exchanged, and `against` where the sale had receivables. */
import type { Account, Books } from "../books/books.ts";
import { invoiceLegs, type InvoiceFigures } from "./invoice/legs.ts";
import type { Leg } from "./leg.ts";

export const reversedLegs = (figures: InvoiceFigures, against: Account, books: Books): Leg[] =>
  invoiceLegs(figures, { ...books, accounts: { ...books.accounts, receivable: against } }).map((leg) => ({ ...leg, side: leg.side === "debit" ? "credit" : "debit" }));
