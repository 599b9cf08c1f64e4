/** The changed orders port: which orders of the shop changed in a stretch of time. The only implementation is Shopify; nothing but ids and times is asked for. */
import type { Result } from "#app/domain/result.ts";
import type { Fault } from "./fault.ts";
import type { Instant } from "./repositories.ts";

/** `updatedAt` to the second, as Shopify tells it. */
export type ChangedOrder = { orderId: string; updatedAt: Instant };

/** Both ends belong to it. */
export type Stretch = { from: Instant; until: Instant };

/** Oldest change first. `next`: where the following page begins, null on the last one. */
export type ChangedPage = { orders: ChangedOrder[]; next: string | null };

export interface ChangedOrders {
  page(stretch: Stretch, after: string | null): Promise<Result<ChangedPage, Fault>>;
}
