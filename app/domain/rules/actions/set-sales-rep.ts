import { type Action, orderAction } from "./action.ts";

export const setSalesRep: Action = orderAction({
  key: "set_sales_rep", label: "Set sales rep", group: "order", sets: "salesRep",
  help: "On the custom field of the company that is named for it: Sales rep, Rep or Owner.",
  phrase: "use sales rep {value}",
  value: { name: "value", label: "Sales rep", kind: "text", help: "At most 31 characters.", maxLength: 31 },
});
