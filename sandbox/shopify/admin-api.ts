/** POST /admin/api/2026-10/graphql.json: opens with an access token, counts the call, runs the query. */
import type { GraphQLSchema } from "graphql";
import { z } from "zod";
import type { Temporal } from "temporal-polyfill";
import type { HttpAnswer, HttpRequest } from "../http/server.ts";
import { jsonReply } from "../http/replies.ts";
import { UNAUTHORIZED } from "./faults/answer-with-faults.ts";
import type { QueryTrouble } from "./faults/query-trouble.ts";
import { runBulkQuery } from "./bulk/run-bulk-query.ts";
import { executeQuery } from "./graphql/execute-query.ts";
import type { QueryBucket } from "./graphql/query-bucket.ts";
import { queryRoot } from "./graphql/query-root.ts";
import type { View } from "./graphql/views/view-context.ts";
import { useAccessToken } from "./oauth/tokens.ts";
import { toSeconds } from "./orders/instants.ts";
import { parseJson } from "./parse-json.ts";
import type { ShopState } from "./state/shop-state.ts";

const graphqlRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export type AdminApi = { schema: GraphQLSchema; scopes: readonly string[]; bucket: QueryBucket | undefined };

export function answerAdminRequest(api: AdminApi, shop: ShopState, request: HttpRequest, now: Temporal.Instant, trouble: QueryTrouble = {}): HttpAnswer {
  if (!useAccessToken(shop, now, request.headers["x-shopify-access-token"])) return jsonReply(401, { errors: UNAUTHORIZED });
  shop.graphqlCalls += 1;
  const parsed = graphqlRequest.safeParse(parseJson(request.body));
  if (!parsed.success) return jsonReply(400, { errors: { query: "Required parameter missing or invalid" } });
  const { query, variables, operationName } = parsed.data;
  const context = { shop, now: toSeconds(now), origin: request.url.origin };
  const root: View = queryRoot(context, api.scopes, (bulkQuery) => runBulkQuery(api.schema, root, bulkQuery));
  return jsonReply(200, executeQuery(api.schema, root, { query, variables: variables ?? {}, operationName: operationName ?? null }, trouble.bucket ?? api.bucket, trouble.fieldResolver));
}
