/** Wires what the routes and the web server need. Knows every adapter and decides nothing. */
import type { Environment } from "#app/config/environment.ts";
import type { PrismaClient } from "#app/database/client.ts";
import { createConsents } from "#app/database/consents.ts";
import { createInbox } from "#app/database/inbox.ts";
import type { ShopDirectory } from "#app/database/repositories/shops.ts";
import type { SecretBox } from "#app/database/secret-box.ts";
import { createShopRegistry } from "#app/database/shop-registry.ts";
import type { Waker } from "#app/jobs/waker.ts";
import type { IntuitOAuth } from "#app/ledgers/quickbooks-online/oauth/intuit-client.ts";
import type { Metrics } from "#app/observability/metrics.ts";
import type { Log } from "#app/pipeline/context.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { ShopFacts } from "#app/pipeline/ports/repositories.ts";
import type { SessionRows } from "#app/pipeline/ports/session-rows.ts";
import type { ShopDesk } from "#app/pipeline/ports/shop-desk.ts";
import { API_VERSION } from "#app/shopify/api-version.ts";
import { createShopifyApp } from "#app/shopify/app.ts";
import type { ShopifyApp } from "#app/shopify/app.ts";
import { createGraphqlClient } from "#app/shopify/orders/graphql-client.ts";
import type { OfflineTokens } from "#app/shopify/sessions/offline-token.ts";
import { createSessionStorage } from "#app/shopify/sessions/session-storage.ts";
import { readShopFacts } from "#app/shopify/shop-facts.ts";
import { createWebhookReceiver } from "#app/shopify/webhooks/receive.ts";
import type { WebhookReceiver } from "#app/shopify/webhooks/receive.ts";
import type { Failpoints } from "./armed-failpoint.ts";
import { createConnecting } from "./connecting.ts";
import type { Connecting } from "./connecting.ts";
import { createAskedNames } from "./asked-names.ts";
import { createBackTests } from "./back-tests.ts";
import { createLookAtBooks } from "./look-at-books.ts";
import { createPreviews } from "./previews.ts";
import { createShopDesk } from "./shop-desk.ts";

export type WebParts = {
  environment: Environment;
  failpoints: Failpoints;
  prisma: PrismaClient;
  secretBox: SecretBox;
  directory: ShopDirectory;
  sessionRows: SessionRows;
  offlineTokens: OfflineTokens;
  intuit: IntuitOAuth;
  waker: Waker;
  databaseUrl: string;
  metrics: Metrics;
  clock: Clock;
  log: Log;
};

export type WebServices = {
  authenticate: ShopifyApp["authenticate"];
  /** For React's AppProvider; both are public. */
  appBridge: { apiKey: string; url: string | undefined };
  receiveWebhook: WebhookReceiver;
  connecting: Connecting;
  /** The shop of an authenticated request; made on its first load. Throws when Shopify does not tell its facts. */
  shopOf(domain: string): Promise<{ id: string; name: string; connected: boolean }>;
  /** What a person of an authenticated shop can see and do. */
  desk(domain: string): Promise<ShopDesk>;
  /** The app's page inside the shop's admin. */
  adminUrl(domain: string): string;
  log: Log;
};

export function createWebServices(parts: WebParts): WebServices {
  const { environment, failpoints, prisma, directory, clock, log, waker } = parts;
  const { apiKey, apiSecret, appUrl, scopes, apiOrigin, appBridgeUrl } = environment.shopify;
  const register = createRegistration(parts);
  const shopify = createShopifyApp({
    apiKey, apiSecret, appUrl, scopes, apiOrigin,
    sessionStorage: createSessionStorage(parts.sessionRows, clock),
    afterAuth: async (domain) => void (await register(domain)),
    log: (message) => log.warn({ library: "shopify-app-remix" }, message),
  });

  const storeUrl = (domain: string): string => `${environment.sandbox.adminOrigin ?? "https://admin.shopify.com"}/store/${domain.replace(/\.myshopify\.com$/, "")}`;
  const shopFacts = async (domain: string): Promise<ShopFacts> => (await directory.byDomain(domain)) ?? (await register(domain));
  const lookAtBooks = createLookAtBooks(parts);
  const previews = createPreviews(parts, lookAtBooks);
  const backTests = createBackTests(parts);
  const askedNames = createAskedNames({ clock, directory, lookAtBooks });

  return {
    authenticate: shopify.authenticate,
    appBridge: { apiKey, url: appBridgeUrl },
    receiveWebhook: createWebhookReceiver({ secrets: [apiSecret], inbox: failpoints.port("inbox", createInbox(prisma)), wake: waker.wake, clock, log }),
    connecting: createConnecting({
      consents: failpoints.port("consents", createConsents({ prisma, secretBox: parts.secretBox, realmKey: apiKey })), intuit: parts.intuit, clock, wake: waker.wake, log,
    }),
    async shopOf(domain) {
      const shop = await shopFacts(domain);
      return { id: shop.id, name: shop.name, connected: (await directory.activeConnection(shop.id)) !== null };
    },
    desk: async (domain) => createShopDesk({ ...parts, storeUrl, previews, backTests, askedNames }, await shopFacts(domain)),
    adminUrl: (domain) => `${storeUrl(domain)}/apps/${apiKey}`,
    log,
  };
}

function createRegistration({ environment, failpoints, prisma, offlineTokens, clock }: WebParts): (domain: string) => Promise<ShopFacts> {
  const registry = failpoints.port("registry", createShopRegistry(prisma));
  return async (domain) => {
    const graphql = createGraphqlClient({ shop: domain, apiVersion: API_VERSION, apiOrigin: environment.shopify.apiOrigin, token: (rejected) => offlineTokens.of(domain, rejected) });
    const facts = await readShopFacts(graphql);
    if (!facts.ok) throw new Error(`the facts of ${domain} could not be read from Shopify: ${facts.failure.kind}`);
    const shop = { ...facts.value, domain };
    return { ...shop, id: await registry.register(shop, clock.now()) };
  };
}
