/** The one word per order that statuses and rules speak of, and the two facets it is taken from (design page 01, "order status"). */

export const ORDER_STATUSES = ["pending", "authorized", "partially_paid", "paid", "partially_fulfilled", "fulfilled", "cancelled"] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export type PaymentWord = "pending" | "authorized" | "partially_paid" | "paid";
export type FulfilmentWord = "unfulfilled" | "partially_fulfilled" | "fulfilled";

export type StatusFacts = {
  cancelled: boolean;
  paymentWord: PaymentWord;
  /** Whether any unit was ever shipped. */
  somethingShipped: boolean;
  /** Units still to ship. */
  unfulfilledQuantity: number;
  /** Units still part of the order. */
  remainingQuantity: number;
};

export function fulfilmentWord(facts: StatusFacts): FulfilmentWord {
  if (!facts.somethingShipped) return "unfulfilled";
  return facts.unfulfilledQuantity === 0 ? "fulfilled" : "partially_fulfilled";
}

export function orderStatus(facts: StatusFacts): OrderStatus {
  const shipped = fulfilmentWord(facts);
  if (facts.cancelled || (shipped === "unfulfilled" && facts.remainingQuantity === 0)) return "cancelled";
  return shipped === "unfulfilled" ? facts.paymentWord : shipped;
}

/** Every word by which an order may enter: its status and its facets; a cancelled order has no facets. */
export function entryWords(order: { status: OrderStatus; paymentWord: PaymentWord; fulfilmentWord: FulfilmentWord }): OrderStatus[] {
  if (order.status === "cancelled") return ["cancelled"];
  const words = new Set<OrderStatus>([order.status, order.paymentWord]);
  if (order.fulfilmentWord !== "unfulfilled") words.add(order.fulfilmentWord);
  return [...words];
}
