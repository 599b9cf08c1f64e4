/** Amounts of a company: reading them exactly, or refusing them with 2090. */
import { companyDigits } from "../company/digits.ts";
import type { Books } from "../company/state.ts";
import { toMinor, wireAmount } from "../wire/decimal.ts";
import type { JsonObject } from "../wire/json.ts";
import { asText } from "../wire/json.ts";
import { invalidNumber, requiredMissing } from "../wire/refusals.ts";

/** The amount of a property in minor units; 2020 when absent, 2090 when it has more decimals than the currency. */
export function requireAmount(books: Books, row: JsonObject, property: string): bigint {
  const value = row[property];
  if (value === undefined || value === null) throw requiredMissing(property);
  const minor = toMinor(value, companyDigits(books));
  if (minor === undefined) throw invalidNumber(property, asText(value));
  return minor;
}

/** The same, 0 when absent. */
export function amountOr0(books: Books, row: JsonObject, property: string): bigint {
  return row[property] === undefined || row[property] === null ? 0n : requireAmount(books, row, property);
}

export function amountOf(books: Books, minor: bigint): number {
  return wireAmount(minor, companyDigits(books));
}
