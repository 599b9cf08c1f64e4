/** Asks Shopify which orders changed in a stretch of time: ids and times only, oldest change first. One of these per reading: its patience is one reading's. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { failure, success } from "#app/domain/result.ts";
import type { ChangedOrders, Stretch } from "#app/pipeline/ports/changed-orders.ts";
import type { GraphqlRequest } from "./graphql-answer.ts";
import { patientCall, type Wait } from "./patient-call.ts";
import { CHANGED_ORDERS } from "./query.ts";

const pageSchema = z.object({
  orders: z.object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(z.object({ id: z.string(), updatedAt: z.string().transform((text) => Temporal.Instant.from(text)) })),
  }),
});

export function createChangedOrders({ graphql, wait }: { graphql: GraphqlRequest; wait: Wait }): ChangedOrders {
  const call = patientCall(graphql, wait);
  return {
    async page(stretch, after) {
      const answer = await call(CHANGED_ORDERS, { query: searchFor(stretch), after }, pageSchema);
      if (!answer.ok) return answer.failure.kind === "too_expensive" ? failure({ kind: "defect", detail: "Shopify: a page of ids costs more than a query may" }) : failure(answer.failure);
      const { nodes, pageInfo } = answer.value.orders;
      return success({ orders: nodes.map(({ id, updatedAt }) => ({ orderId: id, updatedAt })), next: pageInfo.hasNextPage ? pageInfo.endCursor : null });
    },
  };
}

/** Whole seconds, which is all Shopify keeps of an order's times (https://shopify.dev/docs/api/usage/search-syntax). */
function searchFor({ from, until }: Stretch): string {
  const seconds = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: "second", roundingMode: "floor" });
  return `updated_at:>='${seconds(from)}' AND updated_at:<='${seconds(until)}'`;
}
