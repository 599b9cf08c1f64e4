import { orderField } from "./field.ts";

export const orderShippingCity = orderField({
  key: "order.shippingCity", label: "Shipping city", group: "addresses", type: "text",
  read: ({ shippingAddress }) => shippingAddress?.city ?? null,
});
