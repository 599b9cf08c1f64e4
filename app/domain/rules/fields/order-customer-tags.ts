import { orderField } from "./field.ts";

export const orderCustomerTags = orderField({
  key: "order.customerTags", label: "Customer tags", group: "customer", type: "set",
  read: ({ customer }) => customer?.tags ?? [],
});
