import { regionOf } from "./region-of.ts";
import { orderField } from "./field.ts";

export const orderShippingRegion = orderField({
  key: "order.shippingRegion", label: "Shipping region", group: "addresses", type: "set",
  help: "State or province, by its code or its name.",
  read: ({ shippingAddress }) => regionOf(shippingAddress),
});
