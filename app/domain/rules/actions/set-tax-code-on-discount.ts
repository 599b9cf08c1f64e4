import { type Action, orderAction } from "./action.ts";

export const setTaxCodeOnDiscount: Action = orderAction({
  key: "set_tax_code_on_discount", label: "Set tax code on discount", group: "tax", sets: "discountTaxCode",
  help: "The tax code of the discount, where it stands as an item.",
  phrase: "use tax code {taxCode} for the discount",
  value: { name: "taxCode", label: "Tax code", kind: "taxCode", help: "In the US: TAX or NON." },
});
