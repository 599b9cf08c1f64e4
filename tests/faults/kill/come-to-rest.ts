/** Lets a stage come to rest, also over waits of business time such as the pause after a 429, which the sandbox's clock shortens. */
import { setTimeout as pause } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import type { KillStage } from "./stage.ts";

/** Far above what a quiet machine needs (20 s); only something that hangs takes as long. */
const REST_WITHIN_MS = 300_000;
/** Not oftener: with ten worlds side by side the looks themselves would keep the machine busy. */
const POLL_MS = 200;
/** The first retries (2, 4, 8 s) are waited for in real time. */
const SHORT_WAIT = Temporal.Duration.from({ seconds: 10 });
/** Enough for the pauses after a 429, and for the look for a late copy of what was sent twice, hours after (R4). */
const MOVES = 6;
const SHORTEST_MOVE = Temporal.Duration.from({ minutes: 2 });

/** Whether anything of the stage is to run now or in the next seconds. In this sequence: between the two looks a sweep that is due becomes a job, never the other way round. */
export const canRun = async ({ world: { shopify, records, clock }, tenant: { shop } }: KillStage): Promise<boolean> =>
  shopify.pendingDeliveries(shop) > 0 || (await records.sweepDue(shop, clock.now())) || (await records.runnable(shop, clock.now().add(SHORT_WAIT)));

/** Nothing can run now. Throws when that does not come. */
export async function untilQuiet(stage: KillStage): Promise<void> {
  const deadline = performance.now() + REST_WITHIN_MS;
  while (await canRun(stage)) {
    if (stage.supervised !== true) stage.world.app.assertAlive();
    if (performance.now() > deadline) throw new Error(`still busy after ${REST_WITHIN_MS / 1000} s: ${JSON.stringify(await stage.world.records.due(stage.tenant.shop))}`);
    await pause(POLL_MS);
  }
}

/** Quiet, and nothing waits for a later moment either; what waits for a person does, and is left to the caller. */
export async function comeToRest(stage: KillStage): Promise<void> {
  const { world, tenant, merchant } = stage;
  for (let move = 0; ; move += 1) {
    await untilQuiet(stage);
    const [soonest] = await world.records.due(tenant.shop);
    if (move === MOVES || soonest === undefined) return;
    const atLeast = world.clock.now().add(SHORTEST_MOVE);
    const wanted = Temporal.Instant.fromEpochMilliseconds(soonest.dueAt.getTime());
    world.clock.set(Temporal.Instant.compare(wanted, atLeast) > 0 ? wanted : atLeast);
    await merchant.wake();
  }
}
