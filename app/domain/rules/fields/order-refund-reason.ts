import { orderField } from "./field.ts";

export const orderRefundReason = orderField({
  key: "order.refundReason", label: "Refund reason", group: "payment", type: "set",
  help: "What was noted on its refunds.",
  read: ({ refundReasons }) => refundReasons,
});
