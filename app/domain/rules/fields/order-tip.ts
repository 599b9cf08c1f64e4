import { orderField } from "./field.ts";

export const orderTip = orderField({
  key: "order.tip", label: "Tip", group: "amounts", type: "money",
  read: ({ tip }) => tip,
});
