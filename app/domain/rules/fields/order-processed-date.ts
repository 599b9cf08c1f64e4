import { shopDate } from "../../time/shop-date.ts";
import { orderField } from "./field.ts";

export const orderProcessedDate = orderField({
  key: "order.processedDate", label: "Processed date", group: "dates", type: "date",
  help: "The day the order was placed; of an imported order that may be long before it was created.",
  read: (order, { timeZone }) => shopDate(order.placedAt, timeZone),
});
