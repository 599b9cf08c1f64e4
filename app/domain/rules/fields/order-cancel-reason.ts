import { orderField } from "./field.ts";

/** Shopify's OrderCancelReason in lower case. */
const CANCEL_REASONS = ["customer", "declined", "fraud", "inventory", "staff", "other"] as const;

export const orderCancelReason = orderField({
  key: "order.cancelReason", label: "Cancelled reason", group: "order", type: "choice", choices: CANCEL_REASONS,
  read: ({ cancelReason }) => CANCEL_REASONS.find((reason) => reason === cancelReason) ?? null,
});
