/** Brings what happened to an order after it was placed: its refunds, and the agreements by which it was edited and taken back. Orders to which nothing happened cost nothing here. */
import { z } from "zod";
import { failure, success, type Result } from "#app/domain/result.ts";
import type { RawOrder } from "./complete-lines.ts";
import type { Call, CallFailure } from "./patient-call.ts";
import { MORE_SALES, ORDER_CHANGES } from "./query.ts";

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
const salesSchema = z.object({ pageInfo, nodes: z.array(z.unknown()) });
/** Only what fetching needs to know; the rest passes through as it came. */
const agreementSchema = z.looseObject({ __typename: z.string(), id: z.string(), sales: salesSchema });
const changesSchema = z.object({
  order: z.object({
    updatedAt: z.string(),
    refunds: z.array(z.unknown()),
    agreements: z.object({ pageInfo, edges: z.array(z.object({ cursor: z.string(), node: agreementSchema })) }),
  }).nullable(),
});
const moreSalesSchema = z.object({
  order: z.object({ updatedAt: z.string(), agreements: z.object({ nodes: z.array(z.object({ id: z.string(), sales: salesSchema })) }) }).nullable(),
});

type Agreement = z.infer<typeof agreementSchema>;
type Changes = { refunds: unknown[]; agreements: Agreement[] };

const hasChanged = ({ edited, returnStatus, refunds }: RawOrder): boolean => edited || refunds.length > 0 || returnStatus !== "NO_RETURN";

/** The order with `changes`, null where there are none. An order that changes between two pages is `transient`. */
export async function addChanges<Raw extends RawOrder>(call: Call, order: Raw): Promise<Result<Raw & { changes: Changes | null }, CallFailure>> {
  if (!hasChanged(order)) return success({ ...order, changes: null });
  const changes: Changes = { refunds: [], agreements: [] };
  let after: string | null = null;
  let before: string | null = null;
  do {
    const page: Result<z.infer<typeof changesSchema>, CallFailure> = await call(ORDER_CHANGES, { id: order.id, after }, changesSchema);
    if (!page.ok) return page;
    const read: z.infer<typeof changesSchema>["order"] = page.value.order;
    if (read?.updatedAt !== order.updatedAt) return changedMeanwhile(order);
    changes.refunds = read.refunds;
    for (const { cursor, node } of read.agreements.edges) {
      const complete = await allSales(call, order, node, before);
      if (!complete.ok) return complete;
      if (complete.value) changes.agreements.push(complete.value);
      before = cursor;
    }
    after = read.agreements.pageInfo.hasNextPage ? read.agreements.pageInfo.endCursor : null;
  } while (after !== null);
  return success({ ...order, changes });
}

/** The agreement that the order was placed by says nothing that its lines do not say; null for it. */
async function allSales(call: Call, order: RawOrder, agreement: Agreement, before: string | null): Promise<Result<Agreement | null, CallFailure>> {
  if (agreement.__typename === "OrderAgreement") return success(null);
  const nodes = [...agreement.sales.nodes];
  let page = agreement.sales.pageInfo;
  while (page.hasNextPage) {
    const more = await call(MORE_SALES, { id: order.id, before, after: page.endCursor }, moreSalesSchema);
    if (!more.ok) return more;
    const [found] = more.value.order?.agreements.nodes ?? [];
    if (more.value.order?.updatedAt !== order.updatedAt || found?.id !== agreement.id) return changedMeanwhile(order);
    nodes.push(...found.sales.nodes);
    page = found.sales.pageInfo;
  }
  return success({ ...agreement, sales: { pageInfo: page, nodes } });
}

const changedMeanwhile = ({ id }: RawOrder): Result<never, CallFailure> => failure({ kind: "transient", detail: `order ${id} changed while it was read` });
