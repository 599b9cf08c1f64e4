import { type Action, orderAction } from "./action.ts";

export const showDiscountsAs: Action = orderAction({
  key: "show_discounts_as", label: "Show discounts as", group: "shipping", sets: "discounts",
  help: "As a line of their own, or taken off the prices.",
  phrase: "show discounts {value}",
  value: { name: "value", label: "As", kind: "choice", help: "", choices: [{ value: "line", label: "As a line" }, { value: "net", label: "Taken off the prices" }] },
});
