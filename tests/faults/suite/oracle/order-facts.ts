/** What an order is now, read from the simulated shop's own record. */
import { paymentTotals } from "#sandbox/shopify/orders/payment-totals.ts";
import { financialStatus, fulfillmentStatus } from "#sandbox/shopify/orders/order-status.ts";
import type { OrderRecord, TransactionRecord } from "#sandbox/shopify/state/order-record.ts";

export type OrderFacts = {
  /** Every word by which the order may enter. */
  words: ReadonlySet<string>;
  fulfilled: boolean;
  paid: boolean;
  tags: readonly string[];
  paypal: boolean;
  /** Something this version of the app does not post. */
  unsupported: boolean;
  receipts: TransactionRecord[];
};

export function orderFacts(order: OrderRecord): OrderFacts {
  const shipped = fulfillmentStatus(order).toLowerCase();
  const payment = paymentWord(order);
  const receipts = order.transactions.filter(({ kind, status }) => status === "SUCCESS" && (kind === "SALE" || kind === "CAPTURE"));
  const attempts = order.transactions.filter(({ kind }) => kind !== "REFUND" && kind !== "VOID");
  const succeeded = attempts.filter(({ status }) => status === "SUCCESS");
  const emptied = shipped === "unfulfilled" && order.lines.every(({ currentQuantity }) => currentQuantity === 0);
  const cancelled = order.cancelledAt !== null || emptied;
  return {
    words: new Set(cancelled ? ["cancelled"] : shipped === "unfulfilled" ? [payment] : [payment, shipped]),
    fulfilled: shipped === "fulfilled",
    paid: payment === "paid",
    tags: order.tags,
    paypal: (succeeded.length > 0 ? succeeded : attempts).some(({ gateway }) => gateway === "paypal"),
    unsupported: cancelled || order.refunds.length > 0 || receipts.some(({ gateway }) => gateway === "gift_card"),
    receipts: receipts.filter(({ gateway }) => gateway !== "gift_card"),
  };
}

function paymentWord(order: OrderRecord): string {
  const status = financialStatus(order);
  if (status !== "REFUNDED" && status !== "PARTIALLY_REFUNDED") return status === "VOIDED" ? "pending" : status.toLowerCase();
  const { received, outstanding } = paymentTotals(order);
  if (outstanding.shop <= 0n) return "paid";
  return received.shop > 0n ? "partially_paid" : "pending";
}
