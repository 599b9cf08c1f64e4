/** Dr accounts receivable · Cr income, shipping, tax, tips … per line · Dr discounts (design page 03). */
import type { Books } from "../../books/books.ts";
import { absolute, isNegative, type Money } from "../../money/money.ts";
import type { DocumentLine } from "../document.ts";
import { type Leg, mergeLegs } from "../leg.ts";

export type InvoiceFigures = { lines: DocumentLine[]; tax: Money; total: Money };

/** Legs lack an account only where the plan has raised the issue that keeps the document from being sent. */
export function invoiceLegs({ lines, tax, total }: InvoiceFigures, books: Books): Leg[] {
  const { receivable, sales_tax: salesTax } = books.accounts;
  const legs: Leg[] = lines.map((line) => ({
    account: line.account,
    side: isNegative(line.amount) ? "debit" : "credit",
    amount: absolute(line.amount),
  }));
  if (salesTax) legs.push({ account: salesTax, side: "credit", amount: tax });
  if (receivable) legs.unshift({ account: receivable, side: "debit", amount: total });
  return mergeLegs(legs);
}
