/** Asks Shopify which orders a shop has, by the time they were placed or by name: ids, names and times only. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { failure, success } from "#app/domain/result.ts";
import type { OrderFinder } from "#app/pipeline/ports/order-finder.ts";
import type { GraphqlRequest } from "./graphql-answer.ts";
import { patientCall, type Wait } from "./patient-call.ts";
import { FOUND_ORDERS } from "./query.ts";

const pageSchema = z.object({
  orders: z.object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(z.object({ id: z.string(), name: z.string(), createdAt: z.string().transform((text) => Temporal.Instant.from(text)) })),
  }),
});

export function createOrderFinder({ graphql, wait }: { graphql: GraphqlRequest; wait: Wait }): OrderFinder {
  const call = patientCall(graphql, wait);
  const search = async (query: string, after: string | null) => {
    const answer = await call(FOUND_ORDERS, { query, after }, pageSchema);
    if (!answer.ok) return answer.failure.kind === "too_expensive" ? failure({ kind: "defect" as const, detail: "Shopify: a page of ids costs more than a query may" }) : failure(answer.failure);
    const { nodes, pageInfo } = answer.value.orders;
    return success({ orders: nodes.map(({ id, name, createdAt }) => ({ orderId: id, name, placedAt: createdAt })), next: pageInfo.hasNextPage ? pageInfo.endCursor : null });
  };
  return {
    placedBetween: ({ from, until }, after) => search(`created_at:>='${from.toString()}' AND created_at:<'${until.toString()}'`, after),
    async named(names) {
      const page = await search(names.map((name) => `name:${name}`).join(" OR "), null);
      if (!page.ok) return page;
      const bare = (name: string): string => name.replace(/^#/, "").toLowerCase();
      const wanted = new Set(names.map(bare));
      const orders = page.value.orders.filter(({ name }) => wanted.has(bare(name)));
      const found = new Set(orders.map(({ name }) => bare(name)));
      return success({ orders, notFound: names.filter((name) => !found.has(bare(name))) });
    },
  };
}
