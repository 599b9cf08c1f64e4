import { shopDate } from "../../time/shop-date.ts";
import { orderField } from "./field.ts";

/** The day the order was created on the shop's calendar, not on the server's. */
export const orderCreatedDate = orderField({
  key: "order.createdDate",
  label: "Created date",
  group: "dates",
  type: "date",
  read: (order, { timeZone }) => shopDate(order.createdAt, timeZone),
});
