import { type Action, orderAction } from "./action.ts";

export const setCustomer: Action = orderAction({
  key: "set_customer", label: "Set customer", group: "order", sets: "customer",
  help: "The documents are booked on this customer, who is made where QuickBooks has none of that name.",
  phrase: "book it on customer {customer}",
  value: { name: "customer", label: "Customer", kind: "customer", help: "A name as in QuickBooks.", maxLength: 100 },
});
