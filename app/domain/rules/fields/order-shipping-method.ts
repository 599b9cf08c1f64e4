import { orderField } from "./field.ts";

export const orderShippingMethod = orderField({
  key: "order.shippingMethod", label: "Shipping method", group: "shipping", type: "set",
  read: ({ shipping }) => shipping.map(({ title }) => title),
});
