import { type Action, orderAction } from "./action.ts";

export const setTaxCodeOnShipping: Action = orderAction({
  key: "set_tax_code_on_shipping", label: "Set tax code on shipping", group: "tax", sets: "shippingTaxCode",
  help: "The tax code of shipping.",
  phrase: "use tax code {taxCode} for shipping",
  value: { name: "taxCode", label: "Tax code", kind: "taxCode", help: "In the US: TAX or NON." },
});
