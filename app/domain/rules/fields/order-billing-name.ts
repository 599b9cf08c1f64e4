import { orderField } from "./field.ts";

export const orderBillingName = orderField({
  key: "order.billingName", label: "Billing name", group: "addresses", type: "text",
  read: ({ billingAddress }) => billingAddress?.name ?? null,
});
