/** A running simulator with one shop and an access token, for tests: it speaks to the server over HTTP as the app does. */
import { Temporal } from "temporal-polyfill";
import type { NewShop, ShopifyOptions, ShopifySimulator } from "../start-shopify.ts";
import { startShopify } from "../start-shopify.ts";

export const DOMAIN = "example.myshopify.com";
export const APP = { apiKey: "test-key", apiSecret: "test-secret" };
export const TOPICS = [
  "orders/create", "orders/updated", "orders/paid", "orders/fulfilled", "orders/partially_fulfilled", "orders/delete", "order_transactions/create", "app/uninstalled",
];

/** Narrow shapes only: a test that reads deeper says what it expects with toMatchObject. */
export type GraphqlAnswer = {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
  extensions?: { cost: { requestedQueryCost: number; actualQueryCost: number | null; throttleStatus: { currentlyAvailable: number } } };
};

export type OpenShop = AsyncDisposable & {
  shopify: ShopifySimulator;
  now: () => Temporal.Instant;
  advance: (duration: Temporal.DurationLike) => void;
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
  exchange: () => Promise<{ access_token: string; refresh_token: string }>;
  graphql: (query: string, variables?: Record<string, unknown>) => Promise<GraphqlAnswer>;
};

export async function openShop(shop: Partial<NewShop> = {}, options: Partial<ShopifyOptions> = {}): Promise<OpenShop> {
  let now = Temporal.Instant.from("2026-11-02T10:00:00Z");
  const shopify = await startShopify({ ...APP, now: () => now, webhookPath: "/webhooks", topics: TOPICS, ...options });
  shopify.createShop({ domain: DOMAIN, currency: "USD", timeZone: "America/New_York", country: "US", ...shop });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(shopify.origin + path, {
      method: "POST",
      headers: { "content-type": "application/json", "x-shopify-shop-domain": DOMAIN, ...headers },
      body: JSON.stringify(body),
    });
  const exchange = async (): Promise<{ access_token: string; refresh_token: string }> => {
    const response = await post("/admin/oauth/access_token", exchangeBody(shopify.sessionToken(DOMAIN)));
    return (await response.json()) as { access_token: string; refresh_token: string };
  };
  const { access_token: token } = await exchange();
  return {
    [Symbol.asyncDispose]: () => shopify.close(),
    shopify,
    post,
    exchange,
    now: () => now,
    advance: (duration) => {
      now = now.add(duration);
    },
    graphql: async (query, variables) => {
      const response = await post("/admin/api/2026-10/graphql.json", { query, variables }, { "x-shopify-access-token": token });
      return (await response.json()) as GraphqlAnswer;
    },
  };
}

export function exchangeBody(sessionToken: string): Record<string, string> {
  return {
    client_id: APP.apiKey,
    client_secret: APP.apiSecret,
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: sessionToken,
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
    expiring: "1",
  };
}
