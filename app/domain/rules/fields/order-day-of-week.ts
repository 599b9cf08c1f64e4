import { shopDate } from "../../time/shop-date.ts";
import { orderField } from "./field.ts";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

export const orderDayOfWeek = orderField({
  key: "order.dayOfWeek", label: "Day of week", group: "dates", type: "choice", choices: DAYS,
  read: (order, { timeZone }) => DAYS[shopDate(order.placedAt, timeZone).dayOfWeek - 1] ?? null,
});
