/** The sales tax of a form (05, 1.10): the client's own total where QuickBooks honours it, else computed from the rates. */
import type { Books } from "../company/state.ts";
import { preferenceOf } from "../company/preferences.ts";
import { findRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { objectOf, refOf } from "../wire/json.ts";
import { businessError } from "../wire/refusals.ts";
import { requireAmount } from "./amounts.ts";
import { type FormTax, globalTax } from "./global-tax.ts";
import type { SalesLines } from "./sales-lines.ts";
import { codeOfLine, taxByCode } from "./tax-rates.ts";

/** The tax in minor units; never more than zero where no line is taxable or sales tax is off. */
export function salesTax(books: Books, form: JsonObject, { lines }: SalesLines, before: JsonObject | undefined): FormTax {
  const nothing = { minor: 0n, detail: objectOf(form, "TxnTaxDetail"), lines };
  if (books.state.country === "US" && form.GlobalTaxCalculation !== undefined) throw businessError("A company of the US has no GlobalTaxCalculation");
  if (preferenceOf(books, "TaxPrefs.UsingSalesTax") !== true) return nothing;
  return books.state.country === "US" ? { ...nothing, minor: usTax(books, form, lines) } : globalTax(books, form, lines, before);
}

function usTax(books: Books, form: JsonObject, lines: readonly JsonObject[]): bigint {
  const detail = objectOf(form, "TxnTaxDetail");
  const taxable = lines.filter((line) => codeOfLine(line) === "TAX");
  if (taxable.length === 0 || isExempt(books, form)) return 0n;
  if (detail.TotalTax !== undefined && detail.TotalTax !== null && books.state.switches.honourTotalTax) return requireAmount(books, detail, "TotalTax");
  const code = refOf(detail, "TxnTaxCodeRef");
  return code === undefined ? 0n : taxable.reduce((total, line) => total + taxByCode(books, line, code), 0n);
}

/** An exempt customer is charged nothing, whatever the client says. */
const isExempt = (books: Books, form: JsonObject): boolean => findRow(books, "Customer", refOf(form, "CustomerRef") ?? "")?.Taxable === false;
