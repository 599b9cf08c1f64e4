/** The sweeps port: how far one shop's changes were read, and what reading them found. Built for one shop (law 7). */
import type { ChangedOrder } from "./changed-orders.ts";
import type { Instant } from "./repositories.ts";

export type SweepPlace = {
  /** Since when the app is installed: changes before had no webhook to announce them. */
  installedAt: Instant;
  /** Everything up to here was read to its end; null before the first sweep. */
  sweptUntil: Instant | null;
  /** Where a reading goes on that did not come to its end. */
  readingFrom: Instant | null;
};

/** `marked`: unknown to us, or changed since we read them. `missed`: those of them that no webhook had told of. */
export type Found = { marked: number; missed: number };

export interface Sweeps {
  place(): Promise<SweepPlace>;
  /** One transaction: what changed is marked due, and the reading goes on from `position`. */
  keep(orders: readonly ChangedOrder[], position: Instant, at: Instant): Promise<Found>;
  /** The stretch was read to its end; what its webhooks were worth is judged (decision 008). The cursor never moves back. */
  complete(until: Instant, next: Instant, at: Instant): Promise<void>;
  /** The reading goes on at `next`, from where it is. */
  postpone(next: Instant): Promise<void>;
}
