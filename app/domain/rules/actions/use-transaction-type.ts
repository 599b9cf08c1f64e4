import { type Action, orderAction } from "./action.ts";

export const useTransactionType: Action = orderAction({
  key: "use_transaction_type", label: "Use transaction type", group: "documents", sets: "transactionType",
  help: "The order becomes this kind of document, whatever the mode makes.",
  phrase: "make it a {type}",
  value: { name: "type", label: "Kind", kind: "choice", help: "Payments are recorded as the mode says; a sales receipt holds them itself.", choices: [{ value: "sales_order", label: "Sales order" }, { value: "invoice", label: "Invoice" }, { value: "sales_receipt", label: "Sales receipt" }] },
});
