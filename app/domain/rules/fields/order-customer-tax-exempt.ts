import { orderField } from "./field.ts";

export const orderCustomerTaxExempt = orderField({
  key: "order.customerTaxExempt", label: "Customer is tax exempt", group: "customer", type: "yes_no",
  read: ({ customer }) => customer?.taxExempt ?? null,
});
