import { type Action, orderAction } from "./action.ts";

export const setDepositAccount: Action = orderAction({
  key: "set_deposit_account", label: "Set deposit account", group: "payment", sets: "depositAccount",
  help: "Money of the order goes to this account, and comes back from it.",
  phrase: "put payments on {account}",
  value: { name: "account", label: "Account", kind: "account", help: "An account of QuickBooks." },
});
