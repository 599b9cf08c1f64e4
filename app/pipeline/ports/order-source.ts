/** The order source port: where orders come from. The only implementation is Shopify; its types stop behind this port. */
import type { Order } from "#app/domain/order/order.ts";
import type { Result } from "#app/domain/result.ts";
import type { Fault } from "./fault.ts";

/** The raw answer for one order, kept as it came; JSON-safe. */
export type Snapshot = { orderId: string; body: unknown };

export type FetchedOrders = {
  snapshots: Snapshot[];
  /** Asked for and not there (deleted in Shopify). */
  missing: string[];
};

export interface OrderSource {
  /** Many orders in as few calls as the cost limit allows. */
  fetch(orderIds: readonly string[]): Promise<Result<FetchedOrders, Fault>>;
  /** Pure: the canonical order of a snapshot, or why it cannot be read. */
  normalise(snapshot: Snapshot): Result<Order, string>;
}
