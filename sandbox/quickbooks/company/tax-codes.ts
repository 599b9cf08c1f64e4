/** Tax codes, rates and agencies of a company: rows the API can only read, made when the company is made. */
import { insertRow, listRows } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf, isObject, objectOf, objectsOf, textOf } from "../wire/json.ts";
import type { Books } from "./state.ts";
import { TAX_TABLES, type TaxTableRate } from "./tax-tables.ts";

/** Agency of the rates that a script gives. */
const SCRIPT_AGENCY = "Tax agency";

/** The country's codes; a US company also has the two line codes TAX and NON, which are their own ids. Codes of these `names` are left to the script that brings its own. */
export function addTaxTable(books: Books, names: ReadonlySet<string>): void {
  if (books.state.country === "US") {
    for (const id of ["TAX", "NON"]) {
      insertRow(books, "TaxCode", "TaxCode", { Id: id, Name: id, Description: id, Active: true, Taxable: id === "TAX", TaxGroup: false });
    }
  }
  for (const code of TAX_TABLES[books.state.country] ?? []) {
    if (!names.has(code.name)) addCode(books, { Name: code.name }, code.rates, code.taxable !== false);
  }
}

/**
 * A tax code of a script, in QuickBooks JSON. Its rates stand in `SalesTaxRateList.TaxRateDetail[]`;
 * there a `TaxRateRef` may carry `name` and `rate` (percent) instead of the id of a rate that does not exist yet.
 */
export function addTaxCode(books: Books, row: JsonObject): void {
  const details = objectsOf(objectOf(row, "SalesTaxRateList"), "TaxRateDetail");
  const rates = details.map((detail) => {
    const reference = isObject(detail.TaxRateRef) ? detail.TaxRateRef : {};
    const percent = reference.rate;
    if (typeof percent !== "number") throw new Error(`tax code ${textOf(row, "Name") ?? "?"}: a rate needs a number`);
    return { name: textOf(reference, "name") ?? `${percent}%`, percent, agency: SCRIPT_AGENCY };
  });
  addCode(books, { ...row, SalesTaxRateList: undefined }, rates, row.Taxable !== false);
}

function addCode(books: Books, row: JsonObject, rates: readonly TaxTableRate[], taxable: boolean): void {
  const details = rates.map((rate, order) => ({
    TaxRateRef: { value: rateId(books, rate), name: rate.name },
    TaxTypeApplicable: "TaxOnAmount",
    TaxOrder: order,
  }));
  insertRow(books, "TaxCode", "TaxCode", {
    ...row,
    Active: true,
    Taxable: taxable,
    TaxGroup: taxable,
    SalesTaxRateList: { TaxRateDetail: details },
    PurchaseTaxRateList: { TaxRateDetail: [] },
  });
}

/** Codes share a rate, as the GST of Canada. */
function rateId(books: Books, { name, percent, agency }: TaxTableRate): string {
  const known = listRows(books, "TaxRate").find((row) => row.Name === name && row.RateValue === percent);
  return idOf(known ?? insertRow(books, "TaxRate", "TaxRate", {
    Name: name,
    Description: name,
    Active: true,
    RateValue: percent,
    AgencyRef: { value: agencyId(books, agency) },
    DisplayType: "ReadOnly",
  }));
}

function agencyId(books: Books, name: string): string {
  const known = listRows(books, "TaxAgency").find((row) => row.DisplayName === name);
  return idOf(known ?? insertRow(books, "TaxAgency", "TaxAgency", { DisplayName: name, TaxTrackedOnSales: true, TaxTrackedOnPurchases: false }));
}
