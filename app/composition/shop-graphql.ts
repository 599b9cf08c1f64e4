/** A shop's Admin API, each call counted, and what is asked through it. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "#app/config/environment.ts";
import type { Metrics } from "#app/observability/metrics.ts";
import { API_VERSION } from "#app/shopify/api-version.ts";
import type { GraphqlRequest } from "#app/shopify/orders/graphql-answer.ts";
import { createGraphqlClient } from "#app/shopify/orders/graphql-client.ts";
import type { OrderFinder } from "#app/pipeline/ports/order-finder.ts";
import { createOrderFinder } from "#app/shopify/finder/order-finder.ts";
import type { OfflineTokens } from "#app/shopify/sessions/offline-token.ts";

export type ShopifyParts = { environment: Environment; offlineTokens: OfflineTokens; metrics: Metrics };

export const shopFinder = (parts: ShopifyParts, shop: string): OrderFinder => createOrderFinder({ graphql: shopGraphql(parts, shop), wait: (delayMs) => sleep(delayMs) });

export function shopGraphql({ environment, offlineTokens, metrics }: ShopifyParts, shop: string): GraphqlRequest {
  const graphql = createGraphqlClient({ shop, apiVersion: API_VERSION, apiOrigin: environment.shopify.apiOrigin, token: (rejected) => offlineTokens.of(shop, rejected) });
  return (query, variables) => {
    metrics.called("shopify");
    return graphql(query, variables);
  };
}
