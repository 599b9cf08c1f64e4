import { orderField } from "./field.ts";

export const orderShippingPostcode = orderField({
  key: "order.shippingPostcode", label: "Shipping postcode", group: "addresses", type: "text",
  read: ({ shippingAddress }) => shippingAddress?.postcode ?? null,
});
