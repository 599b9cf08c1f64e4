/** Runs as a person asks for them, follows and stops them. Marks nothing due itself: a run's orders are found by the worker. */
import { randomUUID } from "node:crypto";
import type { RunDesk } from "#app/pipeline/ports/runs.ts";
import type { DeskScope } from "../desk/desk-scope.ts";
import { toDate } from "../repositories/instants.ts";
import { jsonText } from "../repositories/json-text.ts";
import { TRANSACTION_LIMITS } from "../repositories/scope.ts";
import { listRuns, readRun } from "./read-runs.ts";
import { readRunOrders } from "./read-run-orders.ts";

export function createRunDesk(scope: DeskScope): RunDesk {
  const { prisma, shopId } = scope;
  return {
    async start({ selection, statuses, anyway }, askKey, askedBy, at) {
      const [row] = await prisma.$queryRaw<{ id: string }[]>`
        INSERT INTO runs (id, shop_id, ask_key, selection, statuses, own_statuses, anyway, state, not_found, asked_by, created_at)
        VALUES (${randomUUID()}, ${shopId}, ${askKey}, ${jsonText(selection)}::jsonb, ${[...(statuses ?? [])]}::text[], ${statuses !== null}, ${anyway}, 'finding', '{}', ${askedBy}, ${toDate(at)})
        ON CONFLICT (shop_id, ask_key) DO UPDATE SET ask_key = EXCLUDED.ask_key RETURNING id`;
      if (!row) throw new Error("the run was neither made nor found");
      return row.id;
    },

    async cancel(runId, at) {
      return prisma.$transaction(async (transaction) => {
        const stopped = await transaction.$executeRaw`
          UPDATE runs SET state = 'cancelled', finished_at = ${toDate(at)} WHERE shop_id = ${shopId} AND id = ${runId} AND state IN ('finding', 'working')`;
        if (stopped === 0) return false;
        // Due for this run only: no longer. What waited anyway, for another run or for what a person asked of the order itself, stays due, and so does what may be in the books without our knowing.
        await transaction.$executeRaw`
          DELETE FROM due_orders USING run_orders
          WHERE run_orders.shop_id = ${shopId} AND run_orders.run_id = ${runId} AND run_orders.state = 'waiting' AND NOT run_orders.was_due
            AND due_orders.shop_id = run_orders.shop_id AND due_orders.order_gid = run_orders.order_gid AND due_orders.origin = 'person'
            AND NOT EXISTS (SELECT 1 FROM run_orders AS other WHERE other.shop_id = run_orders.shop_id AND other.order_gid = run_orders.order_gid AND other.run_id <> ${runId} AND other.state = 'waiting')
            AND NOT EXISTS (SELECT 1 FROM order_wishes WHERE order_wishes.shop_id = run_orders.shop_id AND order_wishes.order_gid = run_orders.order_gid AND order_wishes.state = 'asked')
            AND NOT EXISTS (
              SELECT 1 FROM postings LEFT JOIN operations ON operations.shop_id = postings.shop_id AND operations.posting_id = postings.id AND operations.state IN ('sent', 'unknown')
              WHERE postings.shop_id = run_orders.shop_id AND postings.order_gid = run_orders.order_gid AND (operations.id IS NOT NULL OR postings.copy_may_come_until IS NOT NULL))`;
        await transaction.$executeRaw`
          UPDATE run_orders SET state = 'left', settled_at = ${toDate(at)} WHERE shop_id = ${shopId} AND run_id = ${runId} AND state = 'waiting'`;
        return true;
      }, TRANSACTION_LIMITS);
    },

    list: (cursor) => listRuns(scope, cursor),
    read: (runId) => readRun(scope, runId),
    orders: (runId, after) => readRunOrders(scope, runId, after),
  };
}
