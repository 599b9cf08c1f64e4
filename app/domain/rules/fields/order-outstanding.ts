import { orderField } from "./field.ts";

export const orderOutstanding = orderField({
  key: "order.outstanding", label: "Outstanding", group: "amounts", type: "money",
  help: "What is still to be paid.",
  read: ({ totals }) => totals.outstanding,
});
