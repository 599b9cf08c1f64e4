/** Amounts as people read them; computing with them is not done here. */
import type { Books } from "../../company/state.ts";
import { currencyDigits, wireAmount } from "../../wire/decimal.ts";
import type { Json } from "../../wire/json.ts";

/** Minor units as "$1,234.50" in the company's currency. */
export function money(books: Books, minor: bigint): string {
  return formatted(books, wireAmount(minor, currencyDigits(books.state.currency)));
}

/** An amount of a row; nothing where the row has none. */
export function wireMoney(books: Books, value: Json | undefined): string {
  return typeof value === "number" ? formatted(books, value) : "";
}

/** One side of a journal: without the currency's sign, empty for zero. */
export function ledgerAmount(books: Books, minor: bigint): string {
  if (minor === 0n) return "";
  const digits = currencyDigits(books.state.currency);
  return wireAmount(minor, digits).toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function formatted(books: Books, amount: number): string {
  const { currency } = books.state;
  const digits = currencyDigits(currency);
  const options = { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat("en-US", options).format(amount);
}
