/**
 * Preview: what a sync by a person's hand would do to some orders, found by running the drain itself on shadow ports. The same stages as the real run, so it
 * cannot say anything else; nothing is written to the ledger or to our record.
 */
import type { DrainContext } from "../context.ts";
import { drainConnection } from "../drain.ts";
import type { PreviewedOrder, PreviewedWrite } from "../ports/preview.ts";
import type { RunTerms } from "../ports/repositories.ts";
import { createShadowLedger } from "./shadow-ledger.ts";
import { shadowRepositories } from "./shadow-repositories.ts";

/** In the order asked for, each once. `terms`: of the run that asks; null for Resync on one order, which lets it pass what holds it (decision 063). Missing: orders that Shopify did not answer for just now. */
export async function previewOrders(context: DrainContext, orderIds: readonly string[], terms: Omit<RunTerms, "runIds"> | null): Promise<PreviewedOrder[]> {
  const seen = new Map<string, Omit<PreviewedOrder, "writes">>();
  const writes = new Map<string, PreviewedWrite[]>();
  const nothing = { decision: null, plan: null, proof: null, issues: [] };
  const repositories = shadowRepositories(context.repositories, {
    orderIds,
    terms,
    intended: ({ orderId, op, document, payload }) => void writes.set(orderId, [...(writes.get(orderId) ?? []), { op, document, payload }]),
    record: (record, _timeline, issues) => {
      const { orderId, name, status, placedAt, total, state, reason, decision, plan, proof } = record;
      seen.set(orderId, { orderId, read: { name, status, placedAt, total }, state, reason, decision, plan, proof, issues });
      return Promise.resolve();
    },
    stopped: ({ id, name, status, placedAt, totals }, { state, reason, issues }) => {
      seen.set(id, { orderId: id, read: { name, status, placedAt, total: totals.current }, state, reason, ...nothing, issues });
      return Promise.resolve();
    },
    aside: (orderId, state, reason) => void seen.set(orderId, { orderId, read: null, state, reason, ...nothing }),
  });
  await drainConnection({ ...context, repositories, ledger: createShadowLedger(context.ledger, repositories.connection) });
  return [...new Set(orderIds)].flatMap((id) => {
    const order = seen.get(id);
    return order ? [{ ...order, writes: writes.get(id) ?? [] }] : [];
  });
}
