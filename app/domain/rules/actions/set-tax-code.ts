import { type Action, orderAction } from "./action.ts";

export const setTaxCode: Action = orderAction({
  key: "set_tax_code", label: "Set tax code on the order", group: "tax", sets: "taxCode",
  help: "The tax code of all lines that no rule gives another one. Amounts of tax stay as Shopify has them.",
  phrase: "use tax code {taxCode}",
  value: { name: "taxCode", label: "Tax code", kind: "taxCode", help: "In the US: TAX or NON." },
});
