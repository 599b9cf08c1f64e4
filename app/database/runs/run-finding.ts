/** The stored half of finding a run's orders: each page is kept and marked due in one transaction, so that a worker that dies goes on after the last page. */
import { selectionSchema } from "#app/domain/runs/selection.ts";
import type { FoundOrder } from "#app/pipeline/ports/order-finder.ts";
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { RunFinding } from "#app/pipeline/ports/runs.ts";
import type { Prisma } from "../generated/client.ts";
import type { DeskScope } from "../desk/desk-scope.ts";
import { toDate } from "../repositories/instants.ts";
import { markDue } from "../repositories/mark-due.ts";
import { forgetWishes } from "../repositories/wishes.ts";
import { TRANSACTION_LIMITS } from "../repositories/scope.ts";

export function createRunFinding({ prisma, shopId }: DeskScope): RunFinding {
  return {
    async finding() {
      // Of every drain the first question: SQL, because Prisma would plan it anew each time (decision 022).
      const rows = await prisma.$queryRaw<{ id: string; selection: unknown; after: string | null; historyId: string | null; cancelled: boolean }[]>`
        SELECT id, selection, found_after AS after, history_id AS "historyId", state = 'cancelled' AS cancelled FROM runs
        WHERE shop_id = ${shopId} AND (state = 'finding' OR state = 'cancelled' AND found_at IS NULL AND history_id IS NOT NULL) ORDER BY created_at, id`;
      return rows.map((row) => ({ ...row, selection: selectionSchema.parse(row.selection) }));
    },

    async keep(runId, orders, next, at) {
      await prisma.$transaction(async (transaction) => {
        // Cancelled meanwhile: nothing more becomes due for it.
        const [run] = await transaction.$queryRaw<{ selection: unknown }[]>`SELECT selection FROM runs WHERE shop_id = ${shopId} AND id = ${runId} AND state = 'finding' FOR UPDATE`;
        if (!run) return;
        const ids = await insertOrders(transaction, shopId, runId, orders);
        // Named by its number, an order that was removed or left out is taken in again; a range leaves a person's choice alone.
        if (selectionSchema.parse(run.selection).kind === "numbers") await forgetWishes(transaction, shopId, ids);
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

    async forgetHistory(runId) {
      await prisma.run.updateMany({ where: { shopId, id: runId, state: "cancelled" }, data: { historyId: null } });
    },

    async noteGathered(runId, orders) {
      await prisma.$executeRaw`UPDATE runs SET gathered = ${orders} WHERE shop_id = ${shopId} AND id = ${runId} AND state = 'finding'`;
    },

    async fail(runId, words, at) {
      await prisma.run.updateMany({ where: { shopId, id: runId, state: "finding" }, data: { state: "failed", failure: words, finishedAt: toDate(at) } });
    },
  };
}

/** The ids that are new to the run: an order found twice (it moved between two pages, or a history is read again) stays as it is. */
async function insertOrders(transaction: Prisma.TransactionClient, shopId: string, runId: string, orders: readonly FoundOrder[]): Promise<string[]> {
  const inserted = await transaction.$queryRaw<{ id: string }[]>`
    INSERT INTO run_orders (shop_id, run_id, order_gid, name, position, placed_at, was_due, state)
    SELECT ${shopId}, ${runId}, found.order_gid, found.name, (SELECT COUNT(*) FROM run_orders WHERE run_id = ${runId}) + found.position, found.placed_at,
      EXISTS (SELECT 1 FROM due_orders WHERE due_orders.shop_id = ${shopId} AND due_orders.order_gid = found.order_gid), 'waiting'
    FROM unnest(${orders.map(({ orderId }) => orderId)}::text[], ${orders.map(({ name }) => name)}::text[], ${orders.map(({ placedAt }) => toDate(placedAt))}::timestamptz[])
      WITH ORDINALITY AS found (order_gid, name, placed_at, position)
    ON CONFLICT (run_id, order_gid) DO NOTHING RETURNING order_gid AS id`;
  return inserted.map(({ id }) => id);
}

async function advance(transaction: Prisma.TransactionClient, shopId: string, runId: string, next: string | null, at: Instant): Promise<void> {
  if (next !== null) return void (await transaction.run.updateMany({ where: { shopId, id: runId }, data: { foundAfter: next } }));
  const waiting = await transaction.runOrder.count({ where: { shopId, runId, state: "waiting" } });
  await transaction.run.updateMany({ where: { shopId, id: runId }, data: { foundAt: toDate(at), ...(waiting > 0 ? { state: "working" } : { state: "done", finishedAt: toDate(at) }) } });
}
