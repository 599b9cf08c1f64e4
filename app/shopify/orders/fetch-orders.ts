/** Fetches orders in as few calls as Shopify's cost limit allows. */
import { z } from "zod";
import { failure, success, type Result } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import type { FetchedOrders, Snapshot } from "#app/pipeline/ports/order-source.ts";
import type { GraphqlRequest } from "./graphql-answer.ts";
import { addChanges } from "./add-changes.ts";
import { addDisputes } from "./add-disputes.ts";
import { addShipments } from "./add-shipments.ts";
import { completeLines, rawOrderSchema } from "./complete-lines.ts";
import { type Call, type CallFailure, patientCall, type Wait } from "./patient-call.ts";
import { ORDERS_FOR_SYNC } from "./query.ts";

/** Orders per call to begin with: at about 140 points each, as many as the thousand of a query allow. Halved whenever Shopify says that a call costs too much. */
const FIRST_CHUNK = 7;

/** In the order of the ids asked for: null for what is gone; what is no order answers with none of the fields. */
const ordersSchema = z.object({ nodes: z.array(z.union([rawOrderSchema, z.strictObject({}).transform(() => null), z.null()])) });

export async function fetchOrders(graphql: GraphqlRequest, wait: Wait, orderIds: readonly string[], options: { fromStart?: boolean } = {}): Promise<Result<FetchedOrders, Fault>> {
  const call = patientCall(graphql, wait, options);
  const fetched: FetchedOrders = { snapshots: [], missing: [] };
  let remaining = [...new Set(orderIds)];
  let size = FIRST_CHUNK;
  while (remaining.length > 0) {
    const chunk = remaining.slice(0, size);
    const answer = await fetchChunk(call, chunk);
    if (answer.ok) {
      fetched.snapshots.push(...answer.value.snapshots);
      fetched.missing.push(...answer.value.missing);
      remaining = remaining.slice(chunk.length);
      continue;
    }
    if (answer.failure.kind !== "too_expensive") return failure(answer.failure);
    if (chunk.length === 1) return failure({ kind: "defect", detail: "Shopify: one order alone costs more than a query may" });
    size = Math.ceil(chunk.length / 2);
  }
  return success(fetched);
}

async function fetchChunk(call: Call, orderIds: readonly string[]): Promise<Result<FetchedOrders, CallFailure>> {
  const answer = await call(ORDERS_FOR_SYNC, { ids: orderIds }, ordersSchema);
  if (!answer.ok) return answer;
  const snapshots: Snapshot[] = [];
  const missing: string[] = [];
  for (const [index, orderId] of orderIds.entries()) {
    const order = answer.value.nodes[index];
    if (!order) {
      missing.push(orderId);
      continue;
    }
    const lines = await completeLines(call, order);
    const shipped = lines.ok ? await addShipments(call, lines.value) : lines;
    const changed = shipped.ok ? await addChanges(call, shipped.value) : shipped;
    const complete = changed.ok ? await addDisputes(call, changed.value) : changed;
    if (!complete.ok) return complete;
    snapshots.push({ orderId, body: complete.value });
  }
  return success({ snapshots, missing });
}
