/** Brings the lines that did not fit into the first page of an order. */
import { z } from "zod";
import { failure, success, type Result } from "#app/domain/result.ts";
import { type Call, type CallFailure } from "./patient-call.ts";
import { MORE_LINES } from "./query.ts";

const pageSchema = z.object({ pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }), nodes: z.array(z.unknown()) });

/** Only what fetching needs to know; the rest passes through as it came. */
export const rawOrderSchema = z.looseObject({
  id: z.string(), updatedAt: z.string(), edited: z.boolean(), returnStatus: z.string(), refunds: z.array(z.object({ id: z.string() })), lineItems: pageSchema,
  displayFulfillmentStatus: z.string(), fulfillments: z.array(z.looseObject({ id: z.string(), status: z.string() })),
  disputes: z.array(z.looseObject({ id: z.string() })).default([]),
});
export type RawOrder = z.infer<typeof rawOrderSchema>;

const moreLinesSchema = z.object({ order: z.object({ updatedAt: z.string(), lineItems: pageSchema }).nullable() });

/** The order with all its lines in one page. An order that changes between two pages is `transient`: old totals must not meet new lines. */
export async function completeLines(call: Call, order: RawOrder): Promise<Result<RawOrder, CallFailure>> {
  const nodes = [...order.lineItems.nodes];
  let { pageInfo } = order.lineItems;
  while (pageInfo.hasNextPage) {
    const page = await call(MORE_LINES, { id: order.id, after: pageInfo.endCursor }, moreLinesSchema);
    if (!page.ok) return page;
    if (page.value.order?.updatedAt !== order.updatedAt) return failure({ kind: "transient", detail: `order ${order.id} changed while it was read` });
    nodes.push(...page.value.order.lineItems.nodes);
    pageInfo = page.value.order.lineItems.pageInfo;
  }
  return success({ ...order, lineItems: { pageInfo, nodes } });
}
