/** The stored half of finding a run's orders: each page is kept and marked due in one transaction, so that a worker that dies goes on after the last page. */
import { selectionSchema } from "#app/domain/runs/selection.ts";
import type { FoundOrder } from "#app/pipeline/ports/order-finder.ts";
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { RunFinding } from "#app/pipeline/ports/runs.ts";
import type { Prisma } from "../generated/client.ts";
import type { DeskScope } from "../desk/desk-scope.ts";
import { toDate } from "../repositories/instants.ts";
import { markDue } from "../repositories/mark-due.ts";
import { TRANSACTION_LIMITS } from "../repositories/scope.ts";

export function createRunFinding({ prisma, shopId }: DeskScope): RunFinding {
  return {
    async next() {
      const row = await prisma.run.findFirst({ where: { shopId, state: "finding" }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: { id: true, selection: true, foundAfter: true, historyId: true } });
      return row && { id: row.id, selection: selectionSchema.parse(row.selection), after: row.foundAfter, historyId: row.historyId };
    },

    async keep(runId, orders, next, at) {
      await prisma.$transaction(async (transaction) => {
        // Cancelled meanwhile: nothing more becomes due for it.
        const [run] = await transaction.$queryRaw<{ selection: unknown }[]>`SELECT selection FROM runs WHERE shop_id = ${shopId} AND id = ${runId} AND state = 'finding' FOR UPDATE`;
        if (!run) return;
        await insertOrders(transaction, shopId, runId, orders);
        const ids = orders.map(({ orderId }) => orderId);
        // Named by its number, an order that was removed or left out is taken in again; a range leaves a person's choice alone.
        if (selectionSchema.parse(run.selection).kind === "numbers") await transaction.orderWish.deleteMany({ where: { shopId, orderGid: { in: ids } } });
        await markDue(transaction, shopId, ids, "person", at);
        await advance(transaction, shopId, runId, next, at);
      }, TRANSACTION_LIMITS);
    },

    async noteMissing(runId, numbers) {
      await prisma.$executeRaw`
        UPDATE runs SET not_found = not_found || ARRAY(SELECT each FROM unnest(${[...numbers]}::text[]) WITH ORDINALITY AS asked (each, position) WHERE NOT each = ANY(not_found) ORDER BY position)
        WHERE shop_id = ${shopId} AND id = ${runId}`;
    },

    async noteHistory(runId, historyId) {
      await prisma.run.updateMany({ where: { shopId, id: runId, state: "finding" }, data: { historyId } });
    },

    async fail(runId, words, at) {
      await prisma.run.updateMany({ where: { shopId, id: runId, state: "finding" }, data: { state: "failed", failure: words, finishedAt: toDate(at) } });
    },
  };
}

/** An order found twice (it moved between two pages) stays one. */
async function insertOrders(transaction: Prisma.TransactionClient, shopId: string, runId: string, orders: readonly FoundOrder[]): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO run_orders (shop_id, run_id, order_gid, name, position, placed_at, was_due, state)
    SELECT ${shopId}, ${runId}, found.order_gid, found.name, (SELECT COUNT(*) FROM run_orders WHERE run_id = ${runId}) + found.position, found.placed_at,
      EXISTS (SELECT 1 FROM due_orders WHERE due_orders.shop_id = ${shopId} AND due_orders.order_gid = found.order_gid), 'waiting'
    FROM unnest(${orders.map(({ orderId }) => orderId)}::text[], ${orders.map(({ name }) => name)}::text[], ${orders.map(({ placedAt }) => toDate(placedAt))}::timestamptz[])
      WITH ORDINALITY AS found (order_gid, name, placed_at, position)
    ON CONFLICT (run_id, order_gid) DO NOTHING`;
}

async function advance(transaction: Prisma.TransactionClient, shopId: string, runId: string, next: string | null, at: Instant): Promise<void> {
  if (next !== null) return void (await transaction.run.updateMany({ where: { shopId, id: runId }, data: { foundAfter: next } }));
  const waiting = await transaction.runOrder.count({ where: { shopId, runId, state: "waiting" } });
  await transaction.run.updateMany({ where: { shopId, id: runId }, data: { foundAt: toDate(at), ...(waiting > 0 ? { state: "working" } : { state: "done", finishedAt: toDate(at) }) } });
}
