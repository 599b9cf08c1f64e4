/** A shop's Admin API for the worker, each call counted. */
import type { Environment } from "#app/config/environment.ts";
import type { Metrics } from "#app/observability/metrics.ts";
import { API_VERSION } from "#app/shopify/api-version.ts";
import type { GraphqlRequest } from "#app/shopify/orders/graphql-answer.ts";
import { createGraphqlClient } from "#app/shopify/orders/graphql-client.ts";
import type { OfflineTokens } from "#app/shopify/sessions/offline-token.ts";

export function shopGraphql({ environment, offlineTokens, metrics }: { environment: Environment; offlineTokens: OfflineTokens; metrics: Metrics }, shop: string): GraphqlRequest {
  const graphql = createGraphqlClient({ shop, apiVersion: API_VERSION, apiOrigin: environment.shopify.apiOrigin, token: (rejected) => offlineTokens.of(shop, rejected) });
  return (query, variables) => {
    metrics.called("shopify");
    return graphql(query, variables);
  };
}
