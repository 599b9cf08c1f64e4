/** The orders of one run in the order they were found, each with its result and with what was written for it since the run began. */
import { z } from "zod";
import type { OrderState } from "#app/pipeline/ports/repositories.ts";
import type { RunOrderRow } from "#app/pipeline/ports/runs.ts";
import type { DeskScope } from "../desk/desk-scope.ts";
import { toInstant } from "../repositories/instants.ts";

export const RUN_ORDERS_PER_PAGE = 100;

const outcomeSchema: z.ZodType<OrderState> = z.enum(["posted", "waiting", "skipped", "held", "attention", "undone"]);

type Stored = { orderId: string; name: string; placedAt: Date; position: number; state: string; outcomeState: string | null; reason: string | null; settledAt: Date | null };
type Write = { orderId: string; op: string; kind: string; number: string | null };

/** `after`: the position of the last row of the page before; null for the first page. */
export async function readRunOrders(scope: DeskScope, runId: string, after: number | null): Promise<{ rows: RunOrderRow[]; next: number | null }> {
  const { prisma, shopId } = scope;
  const found = await prisma.$queryRaw<Stored[]>`
    SELECT order_gid AS "orderId", name, placed_at AS "placedAt", position, state, outcome_state AS "outcomeState", reason, settled_at AS "settledAt"
    FROM run_orders WHERE shop_id = ${shopId} AND run_id = ${runId} AND position > ${after ?? 0} ORDER BY position LIMIT ${RUN_ORDERS_PER_PAGE + 1}`;
  const page = found.slice(0, RUN_ORDERS_PER_PAGE);
  const writes = await writesOf(scope, runId, page.map(({ orderId }) => orderId));
  return {
    rows: page.map(({ orderId, name, placedAt, state, outcomeState, reason, settledAt }) => ({
      orderId, name, reason,
      placedAt: toInstant(placedAt),
      state: state === "left" ? "left" : outcomeSchema.parse(state === "done" ? outcomeState : "waiting"),
      writes: writes.filter((write) => write.orderId === orderId).map(({ op, kind, number }) => ({ op, kind, number })),
      settledAt: settledAt && toInstant(settledAt),
    })),
    next: found.length > RUN_ORDERS_PER_PAGE ? (page.at(-1)?.position ?? null) : null,
  };
}

/** Between the run's beginning and the order's result: a later change of the order is not the run's. */
function writesOf({ prisma, shopId }: DeskScope, runId: string, orderIds: readonly string[]): Promise<Write[]> {
  return prisma.$queryRaw<Write[]>`
    SELECT postings.order_gid AS "orderId", operations.op, postings.kind, postings.doc_number AS number
    FROM run_orders
    JOIN runs ON runs.shop_id = run_orders.shop_id AND runs.id = run_orders.run_id
    JOIN postings ON postings.shop_id = run_orders.shop_id AND postings.order_gid = run_orders.order_gid
    JOIN operations ON operations.shop_id = postings.shop_id AND operations.posting_id = postings.id AND operations.state = 'done'
      AND operations.settled_at >= runs.created_at AND operations.settled_at <= COALESCE(run_orders.settled_at, operations.settled_at)
    WHERE run_orders.shop_id = ${shopId} AND run_orders.run_id = ${runId} AND run_orders.order_gid = ANY(${[...orderIds]}::text[])
    ORDER BY operations.settled_at, operations.created_at, operations.id`;
}
