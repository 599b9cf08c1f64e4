import { type Action, orderAction } from "./action.ts";
import { dayRefusal } from "./day-refusal.ts";

export const setTransactionDate: Action = orderAction({
  key: "set_transaction_date", label: "Set transaction date", group: "order", sets: "transactionDate",
  help: "The date of the sales order, the invoice or the receipt. Payments keep theirs.",
  phrase: "date it {value}",
  value: { name: "value", label: "Day", kind: "date", help: "A day, or a date field of the order.", sources: ["constant", "copy"] },
  refusal: dayRefusal,
});
