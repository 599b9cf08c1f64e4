import { type Action, lineAction } from "./action.ts";

export const setIncomeAccountItem: Action = lineAction({
  key: "set_income_account_item", label: "Set income account item", group: "lines", setsOnLines: "incomeAccount",
  help: "The lines use an item that posts to this account; it is made where there is none.",
  phrase: "book {lines} on {account}",
  value: { name: "account", label: "Income account", kind: "account", help: "An income account of QuickBooks." },
});
