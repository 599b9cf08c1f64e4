import { orderField } from "./field.ts";

export const orderBillingCountry = orderField({
  key: "order.billingCountry", label: "Billing country", group: "addresses", type: "text",
  help: "Two letters, such as US.",
  read: ({ billingAddress }) => billingAddress?.countryCode ?? null,
});
