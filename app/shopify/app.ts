/** Shopify's library, set up: session tokens, token exchange, expiring offline tokens. Its types leave this room only through the routes' framework code. */
import "@shopify/shopify-app-remix/adapters/node";
import { LogSeverity } from "@shopify/shopify-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { API_VERSION } from "./api-version.ts";
import { redirectedFetch } from "./redirected-fetch.ts";

export type ShopifyAppOptions = {
  apiKey: string;
  apiSecret: string;
  appUrl: string;
  scopes: readonly string[];
  apiOrigin: string | undefined;
  sessionStorage: SessionStorage;
  /** After every token exchange: the shop has (re)installed, or its token was renewed by a page load. */
  afterAuth: (shopDomain: string) => Promise<void>;
  log: (message: string) => void;
};

export type ShopifyApp = ReturnType<typeof createShopifyApp>;

/** `APP_BRIDGE_URL` is read from the environment by the library itself, when its node adapter is imported (06 §3). */
export function createShopifyApp(options: ShopifyAppOptions) {
  // After the library's import, which installs its own fetch (06 §3).
  if (options.apiOrigin !== undefined) setAbstractFetchFunc(redirectedFetch(options.apiOrigin));
  return shopifyApp({
    apiKey: options.apiKey,
    apiSecretKey: options.apiSecret,
    appUrl: options.appUrl,
    scopes: [...options.scopes],
    apiVersion: API_VERSION,
    distribution: AppDistribution.AppStore,
    sessionStorage: options.sessionStorage,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    hooks: { afterAuth: ({ session }) => options.afterAuth(session.shop) },
    // Below warnings the library logs session tokens (authenticate/admin/authenticate.mjs).
    logger: { level: LogSeverity.Warning, httpRequests: false, log: (_severity, message) => options.log(message) },
  });
}
