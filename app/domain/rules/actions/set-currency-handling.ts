import { type Action, orderAction } from "./action.ts";

export const setCurrencyHandling: Action = orderAction({
  key: "set_currency_handling", label: "Set currency handling", group: "order", sets: "currencyHandling",
  help: "What happens to amounts that are finer than the two decimals of QuickBooks (KWD).",
  phrase: "for fine currencies, {value}",
  value: { name: "value", label: "Handling", kind: "choice", help: "", choices: [{ value: "round", label: "Round to two decimals" }, { value: "wait", label: "Wait for me" }] },
});
