import { type Action, orderAction } from "./action.ts";

export const setPoNumber: Action = orderAction({
  key: "set_po_number", label: "Set PO number", group: "order", sets: "poNumber",
  help: "The buyer's order number, on the custom field that the company has for it and in the memo.",
  phrase: "use PO number {value}",
  value: { name: "value", label: "PO number", kind: "text", help: "At most 31 characters.", maxLength: 31 },
});
