import { regionOf } from "./region-of.ts";
import { orderField } from "./field.ts";

export const orderBillingRegion = orderField({
  key: "order.billingRegion", label: "Billing region", group: "addresses", type: "set",
  help: "State or province, by its code or its name.",
  read: ({ billingAddress }) => regionOf(billingAddress),
});
