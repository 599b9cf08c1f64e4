/** One seed from its first order to its verdict. */
import type { TestDatabase } from "#app/database/testing.ts";
import type { Coverage } from "./faults/coverage.ts";
import type { Violation } from "./oracle/evidence.ts";
import { goOnAfterRemoval } from "./steps/after-removal.ts";
import { goOnGivingBack } from "./steps/go-on-giving-back.ts";
import { playRound } from "./steps/round.ts";
import { createOrder } from "./steps/shop-steps.ts";
import { comeToRest } from "./world/come-to-rest.ts";
import { judgeWorld } from "./world/judge-world.ts";
import { observe } from "./world/observe.ts";
import { openWorld } from "./world/open-world.ts";
import { forgetDue } from "./world/stored.ts";
import type { World } from "./world/world.ts";

/** Mostly few: what goes wrong between two orders shows in a small world too, and small ones are cheap. Every tenth or so is long. */
const ROUNDS = [1, 1, 2, 1, 1, 3];

export type Verdict = { seed: number; violations: Violation[]; hash: string; lines: readonly string[]; coverage: Coverage };

export async function runSeed(seed: number, database: TestDatabase): Promise<Verdict> {
  const coverage: Coverage = {};
  const world = await openWorld(seed, database, coverage);
  try {
    const violations = await live(world);
    logBooks(world);
    return { seed, violations, hash: world.log.hash(), lines: world.log.lines(), coverage };
  } finally {
    await forgetDue(world);
    await world.simulators.close();
  }
}

async function live(world: World): Promise<Violation[]> {
  try {
    await createOrder(world);
    for (let rounds = world.random.pickFavourite(ROUNDS); rounds > 0; rounds -= 1) {
      await playRound(world);
      observe(world);
    }
    await goOnAfterRemoval(world);
    await goOnGivingBack(world);
    await comeToRest(world);
    return await judgeWorld(world);
  } catch (error) {
    return [{ invariant: "crash", detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }];
  }
}

function logBooks({ members, simulators, log }: World): void {
  for (const { tenant } of members) log.add(`books ${tenant.name}`, simulators.quickbooks.trialBalance(tenant.realmId));
}
