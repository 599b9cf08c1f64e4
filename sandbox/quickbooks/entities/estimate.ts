/** Estimates: what this product uses as sales orders. They never post. */
import { preferenceOf } from "../company/preferences.ts";
import { forgetEstimate } from "../rules/estimate-link.ts";
import { completeSalesForm } from "../rules/sales-form.ts";
import { objectsOf } from "../wire/json.ts";
import { featureOff } from "../wire/refusals.ts";
import type { EntityDefinition } from "./definition.ts";
import { SALES_FORM_FIELDS, SALES_FORM_READ_ONLY, TRANSACTION_FILTERS } from "./sales-form-fields.ts";
import { DATE, choice, known, text } from "./shape.ts";

export const estimate: EntityDefinition = {
  name: "Estimate",
  fields: {
    ...SALES_FORM_FIELDS,
    /** Intuit's QboEstimateStatusEnum and, in newer reference text, Converted (05, 1.5). */
    TxnStatus: choice("Pending", "Accepted", "Closed", "Rejected", "Converted"),
    ExpirationDate: DATE,
    AcceptedDate: DATE,
    AcceptedBy: text(),
    ...known("EstimateEx"),
  },
  readOnly: [...SALES_FORM_READ_ONLY, "LinkedTxn"],
  idSpace: "Transaction",
  filterable: [...TRANSACTION_FILTERS, "CustomerRef", "DueDate", "ExpirationDate", "TxnStatus", "SalesTermRef", "ShipDate"],
  kind: "transaction",
  complete(books, draft, before, options) {
    if (preferenceOf(books, "SalesFormsPrefs.AllowEstimates") !== true) throw featureOff("Estimates");
    const form = completeSalesForm(books, "Estimate", draft, before, options);
    return { TxnStatus: "Pending", ...form, LinkedTxn: objectsOf(before ?? {}, "LinkedTxn") };
  },
  beforeDelete: forgetEstimate,
};
