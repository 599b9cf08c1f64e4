/** The pipeline's order source, answered by Shopify's Admin GraphQL. Shopify's types stop in this folder. */
import { setTimeout as sleep } from "node:timers/promises";
import type { OrderSource } from "#app/pipeline/ports/order-source.ts";
import { fetchOrders } from "./fetch-orders.ts";
import type { GraphqlRequest } from "./graphql-answer.ts";
import { normaliseOrder } from "./normalise/order.ts";
import type { Wait } from "./patient-call.ts";

export type OrderSourceOptions = {
  graphql: GraphqlRequest;
  /** Real time, since Shopify's query bucket fills in real time. */
  wait?: Wait;
  /** Somebody waits for the answer: the first call waits for the bucket, too. */
  fromStart?: boolean;
};

export const createOrderSource = ({ graphql, wait = (delayMs) => sleep(delayMs), fromStart = false }: OrderSourceOptions): OrderSource => ({
  fetch: (orderIds) => fetchOrders(graphql, wait, orderIds, { fromStart }),
  normalise: ({ body }) => normaliseOrder(body),
});
