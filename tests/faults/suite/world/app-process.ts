/** One run of the app's process: contexts with their caches and pace, until it crashes or the world ends. Everything it keeps in memory dies with it. */
import type { PrismaClient } from "#app/database/client.ts";
import { createShopRepositories } from "#app/database/repositories/shop-repositories.ts";
import { createShopDirectory } from "#app/database/repositories/shops.ts";
import { createPausedOrders } from "#app/database/repositories/paused-orders.ts";
import { createSweeps } from "#app/database/repositories/sweeps.ts";
import { createTokenStore } from "#app/database/token-store.ts";
import { createQuickBooksLedger } from "#app/ledgers/quickbooks-online/ledger.ts";
import { freshAccessToken } from "#app/ledgers/quickbooks-online/oauth/fresh-access-token.ts";
import { createPacing, type Pacing } from "#app/ledgers/quickbooks-online/pacing.ts";
import type { DrainContext } from "#app/pipeline/context.ts";
import { drainConnection, type DrainReport } from "#app/pipeline/drain.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import type { TokenStore } from "#app/pipeline/ports/token-store.ts";
import { listPaused } from "#app/pipeline/list-paused.ts";
import { sweepShop, type SweepReport } from "#app/pipeline/sweep.ts";
import { requestKeyFor } from "#app/pipeline/keys.ts";
import { type Result, success } from "#app/domain/result.ts";
import { API_VERSION } from "#app/shopify/api-version.ts";
import { createChangedOrders } from "#app/shopify/orders/changed-orders.ts";
import { createGraphqlClient } from "#app/shopify/orders/graphql-client.ts";
import { createOrderSource } from "#app/shopify/orders/order-source.ts";
import type { GraphqlRequest } from "#app/shopify/orders/graphql-answer.ts";
import type { LogCapture } from "./log-capture.ts";
import type { Simulators } from "./simulators.ts";
import { secretBox, type Tenant } from "./tenant.ts";
import type { VirtualTime } from "./virtual-time.ts";

export type ProcessParts = {
  prisma: PrismaClient;
  databaseUrl: string;
  simulators: Simulators;
  time: VirtualTime;
  log: LogCapture;
  /** Milliseconds a call to QuickBooks takes. */
  latency: () => number;
  /** Puts the points around a context at which the process may die. */
  around: (context: DrainContext, tenant: Tenant) => DrainContext;
};

export type AppProcess = {
  drain: (tenant: Tenant) => Promise<DrainReport | null>;
  /** One sweep of the shop, whether it is time for it or not. */
  sweep: (tenant: Tenant) => Promise<SweepReport>;
  /** As web and worker ask for it before a call. */
  accessToken: (tenant: Tenant) => Promise<Result<string, Fault>>;
};

const requestKey = requestKeyFor("suite-app");

export function startProcess(parts: ProcessParts): AppProcess {
  const { prisma, time, log, around } = parts;
  const pacings = new Map<string, Pacing>();
  const directory = createShopDirectory(prisma);
  return {
    accessToken: (tenant) => freshAccessToken(tokensOf(parts, tenant), time, parts.simulators.intuit),

    async sweep(tenant) {
      const shop = await directory.byConnection(tenant.connectionId);
      if (!shop) throw new Error(`no shop for ${tenant.domain}`);
      const { value: settings } = await tenant.configuration.settings();
      const changed = createChangedOrders({ graphql: graphqlOf(parts, tenant), wait: time.wait });
      return sweepShop({ shop, settings, changed, sweeps: createSweeps({ prisma, shopId: tenant.shopId }), clock: time, log: log.logger, signal: new AbortController().signal });
    },

    async drain(tenant) {
      const parked = await directory.isParked(tenant.connectionId);
      if (!parked && (await directory.activeConnection(tenant.shopId)) !== tenant.connectionId) return null;
      const pacing = pacings.get(tenant.connectionId) ?? createPacing(time.ms, undefined, time.ms);
      pacings.set(tenant.connectionId, pacing);
      const repositories = await createShopRepositories({ prisma, shopId: tenant.shopId, connectionId: tenant.connectionId, secretBox });
      const context: DrainContext = {
        repositories, requestKey,
        source: createOrderSource({ graphql: graphqlOf(parts, tenant), wait: time.wait }),
        ledger: await ledgerOf(parts, tenant, repositories, pacing),
        clock: time,
        log: log.logger,
        signal: new AbortController().signal,
      };
      if (parked) {
        await listPaused({ ...around(context, tenant), paused: createPausedOrders({ prisma, shopId: tenant.shopId }) });
        return null;
      }
      return drainConnection(around(context, tenant));
    },
  };
}

function graphqlOf({ simulators }: ProcessParts, { domain, shop }: Tenant): GraphqlRequest {
  const token = "shpat_suite-token-of-a-shop";
  if (!shop().tokens.some(({ accessToken }) => accessToken === token)) {
    shop().tokens.push({ accessToken: token, accessExpiresAt: "2099-01-01T00:00:00Z", refreshToken: "", refreshExpiresAt: "2099-01-01T00:00:00Z", replaces: null, used: true });
  }
  return createGraphqlClient({ shop: domain, apiVersion: API_VERSION, apiOrigin: simulators.shopify.origin, token: () => Promise.resolve(success(token)) });
}

async function ledgerOf(parts: ProcessParts, tenant: Tenant, repositories: DrainContext["repositories"], pacing: Pacing): Promise<DrainContext["ledger"]> {
  const { simulators, time, log } = parts;
  const store = tokensOf(parts, tenant);
  return createQuickBooksLedger({
    realmId: tenant.realmId,
    apiOrigin: simulators.quickbooks.origin,
    accessToken: (rejected) => {
      time.advance(parts.latency());
      return freshAccessToken(store, time, simulators.intuit, rejected);
    },
    pacing,
    wait: time.wait,
    log: (call) => log.logger.info({ shop: tenant.domain, ...call }, "QuickBooks call"),
    company: (await repositories.connection.facts())?.company ?? null,
  });
}

const tokensOf = ({ prisma, databaseUrl }: ProcessParts, { shopId, connectionId }: Tenant): TokenStore =>
  createTokenStore({ prisma, databaseUrl, shopId, connectionId, secretBox });
