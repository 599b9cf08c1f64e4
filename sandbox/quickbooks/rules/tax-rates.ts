/** What tax codes and rates of a company say of the lines of a form. Reads only; whose figures count is decided elsewhere. */
import type { Books } from "../company/state.ts";
import { requireActive } from "../entities/references.ts";
import { type Decimal, parseDecimal, percentOf } from "../wire/decimal.ts";
import type { JsonObject } from "../wire/json.ts";
import { objectOf, objectsOf, refOf } from "../wire/json.ts";
import { requireAmount } from "./amounts.ts";

export type UsedRate = { rateId: string; percent: Decimal };

/** The rates of a code for sales, in the code's order. */
export function ratesOfCode(books: Books, codeId: string): UsedRate[] {
  const details = objectsOf(objectOf(requireActive(books, "TaxCode", codeId), "SalesTaxRateList"), "TaxRateDetail");
  return details.flatMap((detail) => {
    const rateId = refOf(detail, "TaxRateRef") ?? "";
    const percent = parseDecimal(requireActive(books, "TaxRate", rateId).RateValue);
    return percent ? [{ rateId, percent }] : [];
  });
}

export const codeOfLine = (line: JsonObject): string | undefined => refOf(objectOf(line, "SalesItemLineDetail"), "TaxCodeRef");

/** The tax on one line by a code, rounded per rate. */
export function taxByCode(books: Books, line: JsonObject, codeId: string): bigint {
  const amount = requireAmount(books, line, "Amount");
  return ratesOfCode(books, codeId).reduce((sum, { percent }) => sum + percentOf(amount, percent), 0n);
}

export type RateTotal = UsedRate & { net: bigint; tax: bigint };

/** Per rate that a line's code has: what it is on, and what it comes to by line (05, 1.10). */
export function totalsByRate(books: Books, lines: readonly JsonObject[]): Map<string, RateTotal> {
  const totals = new Map<string, RateTotal>();
  for (const line of lines) {
    const code = codeOfLine(line);
    const amount = requireAmount(books, line, "Amount");
    for (const { rateId, percent } of code === undefined ? [] : ratesOfCode(books, code)) {
      const before = totals.get(rateId) ?? { rateId, percent, net: 0n, tax: 0n };
      totals.set(rateId, { ...before, net: before.net + amount, tax: before.tax + percentOf(amount, percent) });
    }
  }
  return totals;
}
