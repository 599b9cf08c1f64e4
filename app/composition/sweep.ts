/** Wires one sweep: the shop's cursor, its settings and its changes in Shopify. Knows every adapter and decides nothing. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "#app/config/environment.ts";
import { SWEEP_RETRY_MINUTES } from "#app/config/limits.ts";
import type { PrismaClient } from "#app/database/client.ts";
import { createConfiguration } from "#app/database/repositories/configuration.ts";
import type { ShopDirectory } from "#app/database/repositories/shops.ts";
import { createSweeps } from "#app/database/repositories/sweeps.ts";
import type { Metrics } from "#app/observability/metrics.ts";
import type { Log } from "#app/pipeline/context.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import { sweepShop } from "#app/pipeline/sweep.ts";
import { createChangedOrders } from "#app/shopify/orders/changed-orders.ts";
import type { OfflineTokens } from "#app/shopify/sessions/offline-token.ts";
import type { Failpoints } from "./armed-failpoint.ts";
import { shopGraphql } from "./shop-graphql.ts";

export type SweepParts = { environment: Environment; failpoints: Failpoints; prisma: PrismaClient; directory: ShopDirectory; clock: Clock; log: Log; metrics: Metrics; offlineTokens: OfflineTokens };

/** Answers the connection to be woken when orders were marked due. */
export function createSweep(parts: SweepParts): (shopId: string, signal: AbortSignal) => Promise<string | null> {
  const { failpoints, prisma, directory, clock, log } = parts;
  return async (shopId, signal) => {
    const connectionId = await directory.activeConnection(shopId);
    const shop = connectionId === null ? null : await directory.byConnection(connectionId);
    // Uninstalled, disconnected or parked between the scan and now: nothing of it is swept until it is back.
    if (connectionId === null || shop === null) return null;
    const settings = await createConfiguration({ prisma, shopId }).settings();
    if (settings.version === 0) return null;
    const sweeps = failpoints.port("sweeps", createSweeps({ prisma, shopId }));
    try {
      const changed = failpoints.port("changed", createChangedOrders({ graphql: shopGraphql(parts, shop.domain), wait: (delayMs) => sleep(delayMs) }));
      const report = await sweepShop({ shop, settings: settings.value, sweeps, changed, clock, log, signal });
      log.info({ shop: shop.domain, ...report }, "swept");
      return report.marked > 0 ? connectionId : null;
    } catch (error) {
      // Not at every scan: what stopped it may last.
      await sweeps.postpone(clock.now().add({ minutes: SWEEP_RETRY_MINUTES }));
      throw error;
    }
  };
}
