/** Opens a shop's books for somebody who looks at them: reads only, at a pace that leaves the worker its own. Everybody who looks at a company shares one pace: two people, or two presses, must not take twice as many calls. */
import { setTimeout as delay } from "node:timers/promises";
import { createLooking, type LookingScope } from "#app/database/repositories/looking.ts";
import { createShopRepositories } from "#app/database/repositories/shop-repositories.ts";
import { LOOKING_FOR_MS, LOOKING_PACE_WINDOWS, PACE_CHANGE_MS } from "#app/ledgers/quickbooks-online/limits.ts";
import { createPacing, type Pacing } from "#app/ledgers/quickbooks-online/pacing.ts";
import type { Ledger } from "#app/pipeline/ports/ledger.ts";
import type { Instant, ShopRepositories } from "#app/pipeline/ports/repositories.ts";
import { openQuickBooks, type QuickBooksParts } from "./quickbooks.ts";

export type OpenBooks = { repositories: ShopRepositories; ledger: Ledger };
export type LookAtBooks = <Seen>(at: { shopId: string; connectionId: string }, look: (books: OpenBooks) => Promise<Seen>) => Promise<Seen>;

export function createLookAtBooks(parts: QuickBooksParts): LookAtBooks {
  const { prisma, secretBox, clock } = parts;
  const paces = new Map<string, Pacing>();
  const paceOf = (connectionId: string): Pacing => {
    const pace = paces.get(connectionId) ?? createPacing(() => performance.now(), LOOKING_PACE_WINDOWS, () => clock.now().epochMilliseconds);
    paces.set(connectionId, pace);
    return pace;
  };
  return async ({ shopId, connectionId }, look) => {
    const repositories = await createShopRepositories({ prisma, shopId, connectionId, secretBox });
    const ledger = await openQuickBooks(parts, repositories, paceOf(connectionId));
    return whileLooking({ prisma, shopId, connectionId, now: clock.now() }, () => look({ repositories, ledger }));
  };
}

/** The worker is told to leave room; where it may be calling, its last full second is waited out (decision 034). */
async function whileLooking<Seen>(at: LookingScope & { now: Instant }, look: () => Promise<Seen>): Promise<Seen> {
  const looking = createLooking(at);
  const { isNew, workerBusy } = await looking.begin(LOOKING_FOR_MS, at.now);
  if (isNew && workerBusy) await delay(PACE_CHANGE_MS);
  try {
    return await look();
  } finally {
    await looking.end(PACE_CHANGE_MS);
  }
}
