/** The order finder port: which orders a shop has, by day or by number. */
import type { Result } from "#app/domain/result.ts";
import type { Fault } from "./fault.ts";
import type { Instant } from "./repositories.ts";

export type FoundOrder = { orderId: string; name: string; placedAt: Instant };

export interface OrderFinder {
  placedBetween(stretch: { from: Instant; until: Instant }, after: string | null): Promise<Result<{ orders: FoundOrder[]; next: string | null }, Fault>>;
  named(names: readonly string[]): Promise<Result<{ orders: FoundOrder[]; notFound: string[] }, Fault>>;
}
