import { type Action, lineAction } from "./action.ts";

export const setTaxCodeOnLines: Action = lineAction({
  key: "set_tax_code_on_lines", label: "Set tax code on lines", group: "tax", setsOnLines: "taxCode",
  help: "The tax code of the lines. Amounts of tax stay as Shopify has them.",
  phrase: "use tax code {taxCode} for {lines}",
  value: { name: "taxCode", label: "Tax code", kind: "taxCode", help: "In the US: TAX or NON." },
});
