/** The lines that line-level fields ask. */
import type { Order, OrderLine } from "../../order/order.ts";

/** Lines that are still part of the order; where none is left, all of them, so that a rule does not stop matching an order because it was refunded. */
export function linesInForce(order: Order): readonly OrderLine[] {
  const remaining = order.lines.filter((line) => line.quantity > 0);
  return remaining.length > 0 ? remaining : order.lines;
}
