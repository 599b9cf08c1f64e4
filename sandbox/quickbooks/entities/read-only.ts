/** What the API only reads: settings and taxes. Rows are made when the company is made. */
import { unsupportedOperation } from "../wire/refusals.ts";
import { ENTITY_FIELDS } from "./common-fields.ts";
import type { EntityDefinition } from "./definition.ts";

function readOnly(name: string, filterable: readonly string[]): EntityDefinition {
  return {
    name,
    fields: ENTITY_FIELDS,
    readOnly: [],
    idSpace: name,
    filterable: ["Id", ...filterable, "MetaData.CreateTime", "MetaData.LastUpdatedTime"],
    kind: "readOnly",
    complete() {
      throw unsupportedOperation(name.toLowerCase());
    },
  };
}

export const preferences = readOnly("Preferences", []);
export const companyInfo = readOnly("CompanyInfo", ["CompanyName", "Country"]);
export const taxCode = readOnly("TaxCode", ["Name", "Active", "Description"]);
export const taxRate = readOnly("TaxRate", ["Name", "Active", "Description"]);
export const taxAgency = readOnly("TaxAgency", ["DisplayName"]);
