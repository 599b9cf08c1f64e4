/** When an order was sold, as its documents date it. */
import type { Temporal } from "temporal-polyfill";
import { type Order, receivedTransactions } from "./order.ts";

/** The day the last goods left; an order invoiced before it ships carries its own date. */
export function invoicedAt(order: Order): Temporal.Instant {
  if (order.fulfilmentWord !== "fulfilled") return order.placedAt;
  return latest(order.fulfilments.filter(({ succeeded }) => succeeded).map(({ at }) => at)) ?? order.placedAt;
}

/** A sales receipt is written once the last money is there. */
export const receiptedAt = (order: Order): Temporal.Instant => latest(receivedTransactions(order).map(({ at }) => at)) ?? order.placedAt;

const latest = (instants: readonly Temporal.Instant[]): Temporal.Instant | undefined =>
  instants.toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds).at(-1);
