import { type Action, orderAction } from "./action.ts";

export const setPaymentMethod: Action = orderAction({
  key: "set_payment_method", label: "Set payment method", group: "payment", sets: "paymentMethod",
  help: "The payment method on payments and receipts.",
  phrase: "use payment method {method}",
  value: { name: "method", label: "Payment method", kind: "paymentMethod", help: "A payment method of QuickBooks." },
});
