/** The order finder port: which orders a manual sync or a backfill means. The only implementation is Shopify; it must never read more of an order than its id, name and time. */
import type { Result } from "#app/domain/result.ts";
import type { Fault } from "./fault.ts";
import type { Instant } from "./repositories.ts";

/** `orderId`: Shopify's global id. `placedAt`: when the order was created, to the second. */
export type FoundOrder = { orderId: string; name: string; placedAt: Instant };

/** `from` belongs to it, `until` does not. */
export type PlacedSpan = { from: Instant; until: Instant };

/** Oldest first. `next`: where the following page begins, null on the last one. */
export type FoundPage = { orders: FoundOrder[]; next: string | null };

/** `missing`: as they were asked for. Names need not be unique in a shop, so one may find several orders. */
export type NamedOrders = { found: FoundOrder[]; missing: string[] };

export type History =
  | { kind: "running"; objects: number }
  /** Read once, row by row; a failure is the last thing it yields, and then the rows before it are not all. */
  | { kind: "done"; objects: number; orders: () => AsyncIterable<Result<FoundOrder, Fault>> }
  | { kind: "stopped" }
  /** `reason`: a sentence for people. */
  | { kind: "failed" | "expired"; reason: string };

export interface OrderFinder {
  placedBetween(span: PlacedSpan, after: string | null): Promise<Result<FoundPage, Fault>>;
  /** At most `NAMES_PER_CALL` names, with or without the shop's prefix and suffix. */
  named(names: readonly string[]): Promise<Result<NamedOrders, Fault>>;
  /** The id of the history that now gathers. */
  startHistory(span: PlacedSpan): Promise<Result<string, Fault>>;
  history(id: string): Promise<Result<History, Fault>>;
  stopHistory(id: string): Promise<Result<null, Fault>>;
  /** From when on orders can be seen; null where all can. */
  visibleSince(now: Instant): Promise<Result<Instant | null, Fault>>;
}

export const NAMES_PER_CALL = 50;
