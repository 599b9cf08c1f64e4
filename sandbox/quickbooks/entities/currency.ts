/** Currencies of a company. Several currencies in one company are not simulated yet: the home currency is the only one. */
import type { Books } from "../company/state.ts";
import type { JsonObject } from "../wire/json.ts";
import { refOf } from "../wire/json.ts";
import { businessError } from "../wire/refusals.ts";

const NAMES = new Intl.DisplayNames("en", { type: "currency" });

/** Recorded: `{ "value": "USD", "name": "United States Dollar" }`; the names are those of the locale data, which says "US Dollar". */
export function currencyReference(currency: string): JsonObject {
  const name = currency === "USD" ? "United States Dollar" : NAMES.of(currency);
  return { value: currency, name: name ?? currency };
}

export function requireHomeCurrency(books: Books, row: JsonObject): void {
  const sent = refOf(row, "CurrencyRef");
  if (sent !== undefined && sent !== books.state.currency) {
    throw businessError(`The currency ${sent} cannot be used: multicurrency is not turned on`);
  }
}
