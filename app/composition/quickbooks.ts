/** A shop's QuickBooks company as a ledger: tokens from the database, every call counted and logged. */
import type { Environment } from "#app/config/environment.ts";
import type { PrismaClient } from "#app/database/client.ts";
import type { SecretBox } from "#app/database/secret-box.ts";
import { createTokenStore } from "#app/database/token-store.ts";
import { apiOriginOf } from "#app/ledgers/quickbooks-online/endpoints.ts";
import { createQuickBooksLedger } from "#app/ledgers/quickbooks-online/ledger.ts";
import { freshAccessToken } from "#app/ledgers/quickbooks-online/oauth/fresh-access-token.ts";
import type { IntuitOAuth } from "#app/ledgers/quickbooks-online/oauth/intuit-client.ts";
import type { Pacing } from "#app/ledgers/quickbooks-online/pacing.ts";
import type { Metrics } from "#app/observability/metrics.ts";
import type { Log } from "#app/pipeline/context.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { Ledger } from "#app/pipeline/ports/ledger.ts";
import type { ShopRepositories } from "#app/pipeline/ports/repositories.ts";
import type { Failpoints } from "./armed-failpoint.ts";

export type QuickBooksParts = {
  environment: Environment;
  failpoints: Failpoints;
  databaseUrl: string;
  prisma: PrismaClient;
  secretBox: SecretBox;
  clock: Clock;
  intuit: IntuitOAuth;
  log: Log;
  metrics: Metrics;
};

export async function openQuickBooks(parts: QuickBooksParts, { shop, connection }: Pick<ShopRepositories, "shop" | "connection">, pacing: Pacing): Promise<Ledger> {
  const { environment, failpoints, databaseUrl, prisma, secretBox, clock, intuit, log, metrics } = parts;
  const store = failpoints.tokens(createTokenStore({ prisma, databaseUrl, shopId: shop.id, connectionId: connection.id, secretBox, onLookedAt: pacing.share }));
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
