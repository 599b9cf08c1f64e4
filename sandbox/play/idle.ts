/** Waits until nothing can run now: orders that wait for a time, a person or a parked connection do not count (design page 09). */
import { setTimeout as pause } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import type { AppRecords } from "#sandbox/launch/app-records.ts";

/** Design page 09: after this a play ends with a dump. */
const IDLE_WITHIN_MS = 120_000;
const POLL_MS = 20;

/**
 * The app's first retries after a lost answer or a 5xx (2, 4 and 8 s) are waited for, since nobody would call such a moment quiet;
 * longer waits belong to the script's `advance`.
 */
const SHORT_WAIT = Temporal.Duration.from({ seconds: 10 });

export type Watched = {
  shop: string;
  records: AppRecords;
  now: () => Temporal.Instant;
  /** Deliveries that are still to arrive; held ones do not count. */
  pendingDeliveries: () => number;
  /** Throws when a process of the app has died. */
  assertAlive: () => void;
};

/** Something still ran when the time was up; the message is the dump. */
export class NotIdle extends Error {}

/** Throws NotIdle after 120 s. */
export async function untilIdle(watched: Watched, withinMs = IDLE_WITHIN_MS): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (watched.pendingDeliveries() > 0 || (await watched.records.runnable(watched.shop, watched.now().add(SHORT_WAIT)))) {
    watched.assertAlive();
    if (performance.now() > deadline) throw new NotIdle(await dump(watched, withinMs));
    await pause(POLL_MS);
  }
}

async function dump({ shop, records, now, pendingDeliveries }: Watched, withinMs: number): Promise<string> {
  const [due, operations] = await Promise.all([records.due(shop), records.openOperations(shop)]);
  return [
    `the app was still busy after ${withinMs / 1000} s (business time ${now().toString()})`,
    `webhooks still to arrive: ${pendingDeliveries()}`,
    `due orders: ${due.length}`,
    ...due.map((row) => `  ${row.gid} since ${row.dueAt.toISOString()} (${row.origin}, ${row.attempts} attempts)${row.lastError === null ? "" : `: ${row.lastError}`}`),
    `open operations: ${operations.length}`,
    ...operations.map((row) => `  ${row.op} ${row.kind}/${row.part} of ${row.gid}: ${row.state}${row.fault === null ? "" : ` ${JSON.stringify(row.fault)}`}`),
  ].join("\n");
}
