/** Wires one drain: the shop's repositories, its order source and its ledger. Knows every adapter and decides nothing. */
import { setTimeout as delay } from "node:timers/promises";
import { GATHERING_LOOK_EVERY_MS, GATHERING_LOOKS } from "#app/config/limits.ts";
import type { Environment } from "#app/config/environment.ts";
import type { SecretBox } from "#app/database/secret-box.ts";
import type { PrismaClient } from "#app/database/client.ts";
import { createPausedOrders } from "#app/database/repositories/paused-orders.ts";
import { createShopRepositories } from "#app/database/repositories/shop-repositories.ts";
import { createRunFinding } from "#app/database/runs/run-finding.ts";
import type { ShopDirectory } from "#app/database/repositories/shops.ts";
import type { IntuitOAuth } from "#app/ledgers/quickbooks-online/oauth/intuit-client.ts";
import { PACE_WINDOWS, SHARED_PACE_WINDOWS } from "#app/ledgers/quickbooks-online/limits.ts";
import { createPacing, type Pacing } from "#app/ledgers/quickbooks-online/pacing.ts";
import type { Metrics } from "#app/observability/metrics.ts";
import type { Log } from "#app/pipeline/context.ts";
import { drainConnection, type DrainReport } from "#app/pipeline/drain.ts";
import { listPaused } from "#app/pipeline/list-paused.ts";
import { findRunOrders } from "#app/pipeline/runs/find-orders.ts";
import { requestKeyFor } from "#app/pipeline/keys.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { ShopFacts } from "#app/pipeline/ports/repositories.ts";
import { createOrderSource } from "#app/shopify/orders/order-source.ts";
import type { OfflineTokens } from "#app/shopify/sessions/offline-token.ts";
import type { Failpoints } from "./armed-failpoint.ts";
import { openQuickBooks } from "./quickbooks.ts";
import { shopFinder, shopGraphql } from "./shop-graphql.ts";

export type DrainParts = {
  environment: Environment;
  failpoints: Failpoints;
  databaseUrl: string;
  prisma: PrismaClient;
  secretBox: SecretBox;
  directory: ShopDirectory;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  intuit: IntuitOAuth;
  offlineTokens: OfflineTokens;
};

export function createDrain(parts: DrainParts): (connectionId: string, signal: AbortSignal) => Promise<void> {
  const { environment, failpoints, prisma, secretBox, directory, clock, log } = parts;
  const requestKey = requestKeyFor(environment.shopify.apiKey);
  /** A company's pace outlives a drain: the next one starts a moment later. */
  const pacing = new Map<string, Pacing>();

  return async (connectionId, signal) => {
    const shop = await directory.byConnection(connectionId);
    if (shop && (await directory.isParked(connectionId))) return listOnly(parts, shop, connectionId, signal);
    // Uninstalled or disconnected between wake-up and run: nothing of it may be called any more.
    if (!shop || (await directory.activeConnection(shop.id)) !== connectionId) return;
    const repositories = await createShopRepositories({ prisma, shopId: shop.id, connectionId, secretBox });
    const pace = pacing.get(connectionId) ?? createPacing(() => performance.now(), PACE_WINDOWS, () => clock.now().epochMilliseconds, SHARED_PACE_WINDOWS);
    pacing.set(connectionId, pace);
    const source = createOrderSource({ graphql: shopGraphql(parts, shop.domain) });
    const ledger = await openQuickBooks(parts, repositories, pace);
    const finding = { shop, runs: failpoints.port("runFinding", createRunFinding({ prisma, shopId: shop.id })), finder: shopFinder(parts, shop.domain), clock, log, signal };
    const startedAt = performance.now();
    const report = await whileGathering(signal, () => findRunOrders(finding), () => drainConnection(failpoints.drain({ repositories, source, ledger, clock, requestKey, log, signal })));
    parts.metrics.drained((performance.now() - startedAt) / 1_000);
    log.info({ shop: shop.domain, connection: connectionId, ...report }, "drained");
    // It lost its authorisation on the way: what waits is to be seen.
    if (report.postponed > 0 && (await directory.isParked(connectionId))) await listOnly(parts, shop, connectionId, signal);
  };
}

/**
 * While Shopify gathers the orders of a long range, what is due is drained, and Shopify is asked again a moment later: a run that waited for the worker's next scan would stand still.
 * For a minute at most, because a drain holds one of the worker's places; after that the scan looks again.
 */
async function whileGathering(signal: AbortSignal, find: () => Promise<boolean>, drain: () => Promise<DrainReport>): Promise<DrainReport> {
  const report: DrainReport = { processed: 0, postponed: 0 };
  for (let looks = 0; ; looks += 1) {
    const gathering = await find();
    const { processed, postponed } = await drain();
    report.processed += processed;
    report.postponed += postponed;
    if (!gathering || looks === GATHERING_LOOKS || postponed > 0 || signal.aborted) return report;
    await delay(GATHERING_LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Of a parked connection the orders are shown, and nothing is called but Shopify. */
async function listOnly(parts: DrainParts, shop: ShopFacts, connectionId: string, signal: AbortSignal): Promise<void> {
  const { failpoints, prisma, secretBox, clock, log } = parts;
  const repositories = await createShopRepositories({ prisma, shopId: shop.id, connectionId, secretBox });
  const paused = failpoints.port("paused", createPausedOrders({ prisma, shopId: shop.id }));
  const listed = await listPaused({ repositories, paused, source: createOrderSource({ graphql: shopGraphql(parts, shop.domain) }), clock, log, signal });
  log.info({ shop: shop.domain, connection: connectionId, listed }, "listed what waits for a reconnect");
}
