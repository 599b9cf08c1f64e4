import { orderField } from "./field.ts";

/** Two-letter country code, as Shopify gives it. */
export const orderShippingCountry = orderField({
  key: "order.shippingCountry",
  label: "Shipping country",
  group: "addresses",
  type: "text",
  read: (order) => order.shippingAddress?.countryCode ?? null,
});
