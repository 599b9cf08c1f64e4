import { orderField } from "./field.ts";

export const orderBillingCompany = orderField({
  key: "order.billingCompany", label: "Billing company", group: "addresses", type: "text",
  read: ({ billingAddress }) => billingAddress?.company ?? null,
});
