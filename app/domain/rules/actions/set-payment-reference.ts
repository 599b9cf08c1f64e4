import { type Action, orderAction } from "./action.ts";

export const setPaymentReference: Action = orderAction({
  key: "set_payment_reference", label: "Set payment reference", group: "payment", sets: "paymentReference",
  help: "The reference on payments and receipts; a second payment of the order keeps its own.",
  phrase: "use payment reference {reference}",
  value: { name: "reference", label: "Reference", kind: "text", help: "At most 21 characters; it tells payments apart, so it comes from the order.", sources: ["copy", "template"], maxLength: 21 },
});
