import type { PaymentWord } from "../../order/status.ts";
import { orderField } from "./field.ts";

const PAYMENT_WORDS = ["pending", "authorized", "partially_paid", "paid"] as const satisfies readonly PaymentWord[];

export const orderFinancialStatus = orderField({
  key: "order.financialStatus",
  label: "Financial status",
  group: "payment",
  type: "choice",
  choices: PAYMENT_WORDS,
  read: (order) => order.paymentWord,
});
