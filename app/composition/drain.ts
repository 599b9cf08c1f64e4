/** Wires one drain: the shop's repositories, its order source and its ledger. Knows every adapter and decides nothing. */
import type { Environment } from "#app/config/environment.ts";
import type { SecretBox } from "#app/database/secret-box.ts";
import type { PrismaClient } from "#app/database/client.ts";
import { createPausedOrders } from "#app/database/repositories/paused-orders.ts";
import { createShopRepositories } from "#app/database/repositories/shop-repositories.ts";
import type { ShopDirectory } from "#app/database/repositories/shops.ts";
import { createTokenStore } from "#app/database/token-store.ts";
import { apiOriginOf } from "#app/ledgers/quickbooks-online/endpoints.ts";
import { createQuickBooksLedger } from "#app/ledgers/quickbooks-online/ledger.ts";
import { freshAccessToken } from "#app/ledgers/quickbooks-online/oauth/fresh-access-token.ts";
import type { IntuitOAuth } from "#app/ledgers/quickbooks-online/oauth/intuit-client.ts";
import { createPacing, type Pacing } from "#app/ledgers/quickbooks-online/pacing.ts";
import type { Metrics } from "#app/observability/metrics.ts";
import type { Log } from "#app/pipeline/context.ts";
import { drainConnection } from "#app/pipeline/drain.ts";
import { listPaused } from "#app/pipeline/list-paused.ts";
import { requestKeyFor } from "#app/pipeline/keys.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { Ledger } from "#app/pipeline/ports/ledger.ts";
import type { ShopFacts, ShopRepositories } from "#app/pipeline/ports/repositories.ts";
import { createOrderSource } from "#app/shopify/orders/order-source.ts";
import type { OfflineTokens } from "#app/shopify/sessions/offline-token.ts";
import type { Failpoints } from "./armed-failpoint.ts";
import { shopGraphql } from "./shop-graphql.ts";

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
    const pace = pacing.get(connectionId) ?? createPacing(() => performance.now(), undefined, () => clock.now().epochMilliseconds);
    pacing.set(connectionId, pace);
    const source = createOrderSource({ graphql: shopGraphql(parts, shop.domain) });
    const ledger = await quickBooks(parts, repositories, pace);
    const startedAt = performance.now();
    const report = await drainConnection(failpoints.drain({ repositories, source, ledger, clock, requestKey, log, signal }));
    parts.metrics.drained((performance.now() - startedAt) / 1_000);
    log.info({ shop: shop.domain, connection: connectionId, ...report }, "drained");
    // It lost its authorisation on the way: what waits is to be seen.
    if (report.postponed > 0 && (await directory.isParked(connectionId))) await listOnly(parts, shop, connectionId, signal);
  };
}

/** Of a parked connection the orders are shown, and nothing is called but Shopify. */
async function listOnly(parts: DrainParts, shop: ShopFacts, connectionId: string, signal: AbortSignal): Promise<void> {
  const { failpoints, prisma, secretBox, clock, log } = parts;
  const repositories = await createShopRepositories({ prisma, shopId: shop.id, connectionId, secretBox });
  const paused = failpoints.port("paused", createPausedOrders({ prisma, shopId: shop.id }));
  const listed = await listPaused({ repositories, paused, source: createOrderSource({ graphql: shopGraphql(parts, shop.domain) }), clock, log, signal });
  log.info({ shop: shop.domain, connection: connectionId, listed }, "listed what waits for a reconnect");
}

async function quickBooks(parts: DrainParts, { shop, connection }: ShopRepositories, pacing: Pacing): Promise<Ledger> {
  const { environment, failpoints, databaseUrl, prisma, secretBox, clock, intuit, log, metrics } = parts;
  const store = failpoints.tokens(createTokenStore({ prisma, databaseUrl, shopId: shop.id, connectionId: connection.id, secretBox }));
  return createQuickBooksLedger({
    realmId: connection.realmId,
    apiOrigin: apiOriginOf({ environment: environment.quickbooks.environment, apiOrigin: environment.quickbooks.apiOrigin ?? null }),
    accessToken: (rejected) => freshAccessToken(store, clock, intuit, rejected),
    pacing,
    log: (call) => {
      metrics.called(call.call.startsWith("GET ") ? "quickbooks_read" : "quickbooks_write");
      log.info({ shop: shop.domain, ...call }, "QuickBooks call");
    },
    company: (await connection.facts())?.company ?? null,
  });
}
