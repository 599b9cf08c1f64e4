import { subtract, sum } from "../../money/money.ts";
import { orderField } from "./field.ts";

export const orderShipping = orderField({
  key: "order.shipping", label: "Shipping amount", group: "amounts", type: "money",
  read: ({ currency, shipping }) => subtract(sum(currency, shipping.map(({ gross }) => gross)), sum(currency, shipping.map(({ discount }) => discount))),
});
