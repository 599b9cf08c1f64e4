/** Currencies of a company: its own, and with multicurrency one per customer, vendor and account, fixed when they are made (05, 1.1). */
import { hasCurrencies } from "../company/digits.ts";
import type { Books } from "../company/state.ts";
import { currencyReference } from "../entities/currency.ts";
import type { JsonObject } from "../wire/json.ts";
import { refOf } from "../wire/json.ts";
import { businessError } from "../wire/refusals.ts";

export function requireHomeCurrency(books: Books, row: JsonObject): void {
  const sent = refOf(row, "CurrencyRef");
  if (sent !== undefined && sent !== books.state.currency) {
    throw businessError(`The currency ${sent} cannot be used: multicurrency is not turned on`);
  }
}

/** The currency of a customer, a vendor or an account: as made, the company's own unless said. */
export function ownCurrency(books: Books, draft: JsonObject, before: JsonObject | undefined): JsonObject {
  if (!hasCurrencies(books)) requireHomeCurrency(books, draft);
  const wanted = refOf(draft, "CurrencyRef") ?? books.state.currency;
  const fixed = before && (refOf(before, "CurrencyRef") ?? books.state.currency);
  if (fixed !== undefined && fixed !== wanted) throw businessError(`The currency ${fixed} cannot be changed`);
  return currencyReference(wanted);
}
