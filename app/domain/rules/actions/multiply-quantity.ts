import { type Action, lineAction } from "./action.ts";

export const multiplyQuantity: Action = lineAction({
  key: "multiply_quantity", label: "Multiply quantity", group: "lines", setsOnLines: "quantityFactor",
  help: "One unit in Shopify is several in QuickBooks. Amounts stay.",
  phrase: "multiply the quantity of {lines} by {by}",
  value: { name: "by", label: "By", kind: "number", help: "A whole number." },
});
