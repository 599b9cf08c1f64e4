import { subtract, sum } from "../../money/money.ts";
import { orderField } from "./field.ts";

export const orderSubtotal = orderField({
  key: "order.subtotal", label: "Subtotal", group: "amounts", type: "money",
  help: "What the lines come to after discounts.",
  read: ({ currency, lines }) => subtract(sum(currency, lines.map(({ gross }) => gross)), sum(currency, lines.map(({ discount }) => discount))),
});
