import { orderField } from "./field.ts";

export const orderCustomerOrdersCount = orderField({
  key: "order.customerOrdersCount", label: "Customer: number of orders", group: "customer", type: "number",
  read: ({ customer }) => customer?.ordersCount ?? null,
});
