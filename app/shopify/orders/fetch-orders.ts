/** Fetches orders in as few calls as Shopify's cost limit allows. Keeps what it has while the query bucket fills up again, so that a large batch always gets done. */
import { z } from "zod";
import { failure, success, type Result } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import type { FetchedOrders, Snapshot } from "#app/pipeline/ports/order-source.ts";
import { judgeAnswer } from "./answer-fault.ts";
import type { GraphqlRequest } from "./graphql-answer.ts";
import { MORE_LINES, ORDERS_FOR_SYNC } from "./query.ts";

export type FetchOptions = { graphql: GraphqlRequest; wait: (delayMs: number) => Promise<void> };

/** Orders per call to begin with; halved whenever Shopify says that a call costs too much. */
const FIRST_CHUNK = 10;
/** How long one fetch may wait for the bucket in all; after that the batch goes back to the queue. */
const LONGEST_WAIT_MS = 30_000;

const pageSchema = z.object({ pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }), nodes: z.array(z.unknown()) });
const orderSchema = z.looseObject({ id: z.string(), updatedAt: z.string(), lineItems: pageSchema });
const ordersSchema = z.object({ nodes: z.array(orderSchema.nullable().catch(null)) });
const moreLinesSchema = z.object({ order: z.object({ updatedAt: z.string(), lineItems: pageSchema }).nullable() });

type RawOrder = z.infer<typeof orderSchema>;
type Failed = Fault | { kind: "too_expensive" };

export async function fetchOrders({ graphql, wait }: FetchOptions, orderIds: readonly string[]): Promise<Result<FetchedOrders, Fault>> {
  const fetched: FetchedOrders = { snapshots: [], missing: [] };
  const ask = patient(graphql, wait, () => fetched.snapshots.length > 0);
  let remaining = [...new Set(orderIds)];
  let size = FIRST_CHUNK;
  while (remaining.length > 0) {
    const chunk = remaining.slice(0, size);
    const answer = await fetchChunk(ask, chunk);
    if (answer.ok) {
      fetched.snapshots.push(...answer.value.snapshots);
      fetched.missing.push(...answer.value.missing);
      remaining = remaining.slice(chunk.length);
    } else if (answer.failure.kind !== "too_expensive") {
      return failure(answer.failure);
    } else if (chunk.length === 1) {
      return failure({ kind: "defect", detail: "Shopify: one order alone costs more than a query may" });
    } else {
      size = Math.ceil(chunk.length / 2);
    }
  }
  return success(fetched);
}
