/** Waits until nothing can run now: orders that wait for a time, a person or a parked connection do not count (design page 09). */
import { setTimeout as pause } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import type { Stage } from "./set-stage.ts";

/** Design page 09: after this a play ends with a dump. */
const IDLE_WITHIN_MS = 120_000;
/** Each look is a query; with several stories side by side, oftener keeps the machine busy with looking. */
const POLL_MS = 50;

/**
 * The app's first retries after a lost answer or a 5xx (2, 4 and 8 s) are waited for, since nobody would call such a moment quiet;
 * longer waits belong to the script's `advance`.
 */
const SHORT_WAIT = Temporal.Duration.from({ seconds: 10 });

/** Something still ran when the time was up; the message is the dump. */
export class NotIdle extends Error {}

/** Throws NotIdle after 120 s, and Error when a process of the app has died. */
export async function untilIdle({ world, tenant }: Stage): Promise<void> {
  const deadline = performance.now() + IDLE_WITHIN_MS;
  while (await canRun(world, tenant.shop)) {
    world.app.assertAlive();
    if (performance.now() > deadline) throw new NotIdle(await dump(world, tenant.shop));
    await pause(POLL_MS);
  }
}

async function canRun({ shopify, records, clock }: Stage["world"], shop: string): Promise<boolean> {
  return shopify.pendingDeliveries(shop) > 0 || (await records.runnable(shop, clock.now().add(SHORT_WAIT)));
}

async function dump({ shopify, records, clock }: Stage["world"], shop: string): Promise<string> {
  const [due, operations] = await Promise.all([records.due(shop), records.openOperations(shop)]);
  return [
    `the app was still busy after ${IDLE_WITHIN_MS / 1000} s (business time ${clock.now().toString()})`,
    `webhooks still to arrive: ${shopify.pendingDeliveries(shop)}`,
    `due orders: ${due.length}`,
    ...due.map((row) => `  ${row.gid} since ${row.dueAt.toISOString()} (${row.origin}, ${row.attempts} attempts)${row.lastError === null ? "" : `: ${row.lastError}`}`),
    `open operations: ${operations.length}`,
    ...operations.map((row) => `  ${row.op} ${row.kind}/${row.part} of ${row.gid}: ${row.state}${row.fault === null ? "" : ` ${JSON.stringify(row.fault)}`}`),
  ].join("\n");
}
