import { sum } from "../../money/money.ts";
import { orderField } from "./field.ts";

export const orderDiscount = orderField({
  key: "order.discount", label: "Discount", group: "amounts", type: "money",
  read: ({ currency, lines, shipping }) => sum(currency, [...lines, ...shipping].map(({ discount }) => discount)),
});
