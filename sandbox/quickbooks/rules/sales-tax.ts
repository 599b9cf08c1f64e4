/** The sales tax of a form (05, 1.10): the client's own total where QuickBooks honours it, else computed from the rates. */
import type { Books } from "../company/state.ts";
import { preferenceOf } from "../company/preferences.ts";
import { requireActive } from "../entities/references.ts";
import { parseDecimal, percentOf } from "../wire/decimal.ts";
import type { JsonObject } from "../wire/json.ts";
import { objectOf, objectsOf, refOf } from "../wire/json.ts";
import { requiredMissing } from "../wire/refusals.ts";
import { amountOr0, requireAmount } from "./amounts.ts";
import type { SalesLines } from "./sales-lines.ts";

/** The tax in minor units; never more than zero where no line is taxable or sales tax is off. */
export function salesTax(books: Books, form: JsonObject, sales: SalesLines): bigint {
  if (preferenceOf(books, "TaxPrefs.UsingSalesTax") !== true) return 0n;
  const detail = objectOf(form, "TxnTaxDetail");
  const taxable = sales.lines.filter(isTaxable(books));
  if (books.state.country !== "US") {
    if (form.GlobalTaxCalculation === undefined) throw requiredMissing("GlobalTaxCalculation");
    if (form.GlobalTaxCalculation === "NotApplicable") return 0n;
  }
  if (taxable.length === 0) return 0n;
  const sent = sentTax(books, detail);
  if (sent !== undefined && books.state.switches.honourTotalTax) return sent;
  return taxable.reduce((total, line) => total + taxOfLine(books, line, detail), 0n);
}

function isTaxable(books: Books): (line: JsonObject) => boolean {
  return (line) => {
    const code = refOf(objectOf(line, "SalesItemLineDetail"), "TaxCodeRef");
    return books.state.country === "US" ? code === "TAX" : code !== undefined;
  };
}

function sentTax(books: Books, detail: JsonObject): bigint | undefined {
  if (detail.TotalTax !== undefined && detail.TotalTax !== null) return requireAmount(books, detail, "TotalTax");
  const taxLines = objectsOf(detail, "TaxLine");
  return taxLines.length > 0 ? taxLines.reduce((sum, line) => sum + amountOr0(books, line, "Amount"), 0n) : undefined;
}

/** US: the form's code decides the rates; elsewhere the line's own. Rounded per line and rate. */
function taxOfLine(books: Books, line: JsonObject, detail: JsonObject): bigint {
  const lineCode = refOf(objectOf(line, "SalesItemLineDetail"), "TaxCodeRef");
  const code = books.state.country === "US" ? refOf(detail, "TxnTaxCodeRef") : lineCode;
  if (code === undefined) return 0n;
  const amount = requireAmount(books, line, "Amount");
  const rates = objectsOf(objectOf(requireActive(books, "TaxCode", code), "SalesTaxRateList"), "TaxRateDetail");
  return rates.reduce((sum, rate) => {
    const percent = parseDecimal(requireActive(books, "TaxRate", refOf(rate, "TaxRateRef") ?? "").RateValue);
    return percent ? sum + percentOf(amount, percent) : sum;
  }, 0n);
}
