/** How QuickBooks names a currency. */
import type { JsonObject } from "../wire/json.ts";

const NAMES = new Intl.DisplayNames("en", { type: "currency" });

/** Recorded: `{ "value": "USD", "name": "United States Dollar" }`; the names are those of the locale data, which says "US Dollar". */
export function currencyReference(currency: string): JsonObject {
  const name = currency === "USD" ? "United States Dollar" : NAMES.of(currency);
  return { value: currency, name: name ?? currency };
}
