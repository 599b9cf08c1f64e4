import { type Action, orderAction } from "./action.ts";
import { dayRefusal } from "./day-refusal.ts";

export const setShipDate: Action = orderAction({
  key: "set_ship_date", label: "Set ship date", group: "order", sets: "shipDate",
  help: "The ship date on sales orders, invoices and receipts.",
  phrase: "use ship date {value}",
  value: { name: "value", label: "Day", kind: "date", help: "A day, or a date field of the order.", sources: ["constant", "copy"] },
  refusal: dayRefusal,
});
