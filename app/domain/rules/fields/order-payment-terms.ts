import { orderField } from "./field.ts";

export const orderPaymentTerms = orderField({
  key: "order.paymentTerms", label: "Payment terms", group: "payment", type: "text",
  read: ({ paymentTerms }) => paymentTerms?.name ?? null,
});
