/** Amounts as people read them; computing with them is not done here. */
import { companyDigits } from "../../company/digits.ts";
import type { Books } from "../../company/state.ts";
import { currencyDigits, wireAmount } from "../../wire/decimal.ts";
import { type Json, type JsonObject, refOf } from "../../wire/json.ts";

/** Minor units as "$1,234.50" in the company's currency. */
export function money(books: Books, minor: bigint): string {
  return formatted(wireAmount(minor, companyDigits(books)), books.state.currency);
}

/** An amount of a row, in the currency of `document` where that has one; nothing where the row has none. */
export function wireMoney(books: Books, value: Json | undefined, document: JsonObject = {}): string {
  return typeof value === "number" ? formatted(value, refOf(document, "CurrencyRef") ?? books.state.currency) : "";
}

/** One side of a journal: without the currency's sign, empty for zero. */
export function ledgerAmount(books: Books, minor: bigint): string {
  if (minor === 0n) return "";
  const digits = companyDigits(books);
  return wireAmount(minor, digits).toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function formatted(amount: number, currency: string): string {
  const digits = currencyDigits(currency);
  const options = { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat("en-US", options).format(amount);
}
