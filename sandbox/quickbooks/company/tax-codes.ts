/** Tax codes and rates of a company: rows the API can only read, made when the company is made. */
import { insertRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf, isObject, objectOf, objectsOf, textOf } from "../wire/json.ts";
import type { Books } from "./state.ts";
import { TAX_TABLES } from "./tax-tables.ts";

/** The country's codes; a US company also has the two line codes TAX and NON, which are their own ids. */
export function addTaxTable(books: Books): void {
  if (books.state.country === "US") {
    for (const id of ["TAX", "NON"]) {
      insertRow(books, "TaxCode", "TaxCode", { Id: id, Name: id, Description: id, Active: true, Taxable: id === "TAX", TaxGroup: false });
    }
  }
  for (const code of TAX_TABLES[books.state.country] ?? []) {
    addCode(books, { Name: code.name }, code.rates, code.taxable !== false);
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
    return { name: textOf(reference, "name") ?? `${percent}%`, percent };
  });
  addCode(books, { ...row, SalesTaxRateList: undefined }, rates, row.Taxable !== false);
}

function addCode(books: Books, row: JsonObject, rates: { name: string; percent: number }[], taxable: boolean): void {
  const details = rates.map(({ name, percent }, order) => {
    const rate = insertRow(books, "TaxRate", "TaxRate", {
      Name: name,
      Description: name,
      Active: true,
      RateValue: percent,
      AgencyRef: { value: "1" },
      DisplayType: "ReadOnly",
    });
    return {
      TaxRateRef: { value: idOf(rate), name },
      TaxTypeApplicable: "TaxOnAmount",
      TaxOrder: order,
    };
  });
  insertRow(books, "TaxCode", "TaxCode", {
    ...row,
    Active: true,
    Taxable: taxable,
    TaxGroup: taxable,
    SalesTaxRateList: { TaxRateDetail: details },
    PurchaseTaxRateList: { TaxRateDetail: [] },
  });
}
