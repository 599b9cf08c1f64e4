/** The paused orders port: orders that wait for a parked connection and are to be seen in the app all the same. Built for one shop (law 7). */
import type { Order } from "#app/domain/order/order.ts";
import type { DueOrder, Instant } from "./repositories.ts";

export interface PausedOrders {
  /** Due orders whose latest mark is not listed yet, oldest first. */
  unlisted(now: Instant, limit: number): Promise<DueOrder[]>;
  /** One transaction: the order stands as waiting with `reason`, what is known of its documents stays; its webhooks are parked; it remains due, and its mark counts as listed. */
  list(order: Order, due: Pick<DueOrder, "orderId" | "seq">, reason: string, readAt: Instant): Promise<void>;
  /** There is nothing to show of it; its mark counts as listed. */
  passOver(due: Pick<DueOrder, "orderId" | "seq">): Promise<void>;
}
