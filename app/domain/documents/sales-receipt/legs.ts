/** As an invoice, with Dr deposit account in place of receivable; a gift card used is a negative line, Dr gift-card liability (design page 03). */
import type { Account, Books } from "../../books/books.ts";
import { invoiceLegs, type InvoiceFigures } from "../invoice/legs.ts";
import type { Leg } from "../leg.ts";

export const salesReceiptLegs = (figures: InvoiceFigures, deposit: Account, books: Books): Leg[] =>
  invoiceLegs(figures, { ...books, accounts: { ...books.accounts, receivable: deposit } });
