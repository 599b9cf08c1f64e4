import { orderField } from "./field.ts";

export const orderCompany = orderField({
  key: "order.company", label: "B2B company", group: "customer", type: "text",
  help: "The company that bought, else that of the billing address.",
  read: ({ customer }) => customer?.company ?? null,
});
