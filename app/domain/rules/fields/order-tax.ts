import { orderField } from "./field.ts";

export const orderTax = orderField({
  key: "order.tax", label: "Tax", group: "amounts", type: "money",
  read: ({ totals }) => totals.tax,
});
