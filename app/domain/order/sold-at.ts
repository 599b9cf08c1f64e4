/** When an order was sold, as its documents date it. */
import type { Temporal } from "temporal-polyfill";
import { add, isPositive, zero } from "../money/money.ts";
import { amountDue, giftCardTransactions, type Order, receivedTransactions } from "./order.ts";

/** The day the last goods left; an order invoiced before it ships carries its own date. */
export function invoicedAt(order: Order): Temporal.Instant {
  if (order.fulfilmentWord !== "fulfilled") return order.placedAt;
  return latest(order.fulfilments.filter(({ succeeded }) => succeeded).map(({ at }) => at)) ?? order.placedAt;
}

/** A sales receipt is written once the last money is there. */
export const receiptedAt = (order: Order): Temporal.Instant => latest(receivedTransactions(order).map(({ at }) => at)) ?? order.placedAt;

/** When all of the order was paid; until then when the last money for it came, and null while none has. Gift cards pay, too. */
export function paidAt(order: Order): Temporal.Instant | null {
  const paying = [...receivedTransactions(order), ...giftCardTransactions(order)].filter(({ amount }) => isPositive(amount)).toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
  const due = amountDue(order);
  let paid = zero(order.currency);
  for (const { amount, at } of paying) {
    paid = add(paid, amount);
    if (paid.minor >= due.minor) return at;
  }
  return paying.at(-1)?.at ?? null;
}

const latest = (instants: readonly Temporal.Instant[]): Temporal.Instant | undefined =>
  instants.toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds).at(-1);
