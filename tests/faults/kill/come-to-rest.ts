/** Lets a stage come to rest, also over waits of business time such as the pause after a 429, which the sandbox's clock shortens. */
import { setTimeout as pause } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import type { KillStage } from "./stage.ts";

/** Far above what a quiet machine needs (20 s); only something that hangs takes as long. */
const REST_WITHIN_MS = 300_000;
const POLL_MS = 50;
/** The first retries (2, 4, 8 s) are waited for in real time. */
const SHORT_WAIT = Temporal.Duration.from({ seconds: 10 });
const MOVES = 4;

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
    if (move === MOVES || (await world.records.due(tenant.shop)).length === 0) return;
    world.clock.advance("PT2M");
    await merchant.wake();
  }
}
