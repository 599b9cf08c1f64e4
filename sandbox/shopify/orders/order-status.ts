/** displayFinancialStatus and displayFulfillmentStatus, derived from transactions and fulfilments as Shopify shows them. */
import { addBags, parseBag } from "../money/bag.ts";
import type { LineRecord, OrderRecord } from "../state/order-record.ts";
import { openAuthorizations, paymentTotals } from "./payment-totals.ts";
import { priceTotals } from "./price-totals.ts";

export type FinancialStatus =
  | "AUTHORIZED" | "EXPIRED" | "PAID" | "PARTIALLY_PAID" | "PARTIALLY_REFUNDED" | "PENDING" | "REFUNDED" | "VOIDED";

/** Words of the schema's enum OrderDisplayFinancialStatus. A status stated by an imported file stands until money moves. */
export function financialStatus(order: OrderRecord): string {
  return order.stated.financialStatus ?? derivedFinancialStatus(order);
}

export function derivedFinancialStatus(order: OrderRecord): FinancialStatus {
  const { received, refunded, paymentRounding } = paymentTotals(order);
  if (refunded.shop > 0n) return refunded.shop >= received.shop ? "REFUNDED" : "PARTIALLY_REFUNDED";
  const { totalPrice, currentTotalPrice } = priceTotals(order);
  if (order.cancelledAt !== null && received.shop === 0n && parseBag(totalPrice, order).shop > 0n) return "VOIDED";
  const due = addBags(parseBag(currentTotalPrice, order), paymentRounding);
  if (received.shop >= due.shop) return "PAID";
  if (received.shop > 0n) return "PARTIALLY_PAID";
  if (openAuthorizations(order).length > 0) return "AUTHORIZED";
  const voided = order.transactions.some(({ kind, status }) => kind === "VOID" && status === "SUCCESS");
  return voided ? "VOIDED" : "PENDING";
}

export type FulfillmentStatus = "FULFILLED" | "PARTIALLY_FULFILLED" | "UNFULFILLED";

export function fulfillmentStatus(order: OrderRecord): FulfillmentStatus {
  if (!order.lines.some((line) => line.fulfilledQuantity > 0)) return "UNFULFILLED";
  return order.lines.every((line) => unfulfilledQuantity(line) === 0) ? "FULFILLED" : "PARTIALLY_FULFILLED";
}

export function unfulfilledQuantity(line: LineRecord): number {
  return Math.max(0, line.currentQuantity - line.fulfilledQuantity);
}
