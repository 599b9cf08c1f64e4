import type { Order } from "../../order/order.ts";
import { orderField } from "./field.ts";

/**
 * Handles and names of every gateway the order was paid through, because merchants write `PayPal` and Shopify `paypal`.
 * An attempt that failed does not count once another succeeded: an order paid by card after a failed PayPal attempt is no PayPal order.
 */
function paymentMethods(order: Order): string[] {
  const attempts = order.transactions.filter((transaction) => transaction.kind !== "refund" && transaction.kind !== "void");
  const succeeded = attempts.filter((transaction) => transaction.succeeded);
  const used = succeeded.length > 0 ? succeeded : attempts;
  const named = used.flatMap((transaction) => [transaction.gateway, transaction.gatewayName]);
  return [...new Set(used.length > 0 ? named : order.gateways)];
}

export const orderPaymentMethod = orderField({ key: "order.paymentMethod", label: "Payment method", group: "payment", type: "set", read: paymentMethods });
