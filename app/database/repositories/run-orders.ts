/** What the drain needs of runs: which of its orders one waits for, and that they were worked on. */
import type { RunOrders, RunTerms } from "#app/pipeline/ports/repositories.ts";
import { toDate } from "./instants.ts";
import { type ShopScope, TRANSACTION_LIMITS } from "./scope.ts";

type Row = { orderId: string; runId: string; statuses: string[]; ownStatuses: boolean; anyway: boolean };

export function createRunOrders({ prisma, shopId }: Pick<ShopScope, "prisma" | "shopId">): RunOrders {
  return {
    async of(orderIds) {
      const rows = await prisma.$queryRaw<Row[]>`
        SELECT run_orders.order_gid AS "orderId", runs.id AS "runId", runs.statuses, runs.own_statuses AS "ownStatuses", runs.anyway
        FROM run_orders JOIN runs ON runs.shop_id = run_orders.shop_id AND runs.id = run_orders.run_id
        WHERE run_orders.shop_id = ${shopId} AND run_orders.state = 'waiting' AND run_orders.order_gid = ANY(${[...orderIds]}::text[])
        ORDER BY runs.created_at, runs.id`;
      const terms = new Map<string, RunTerms>();
      for (const row of rows) terms.set(row.orderId, together(terms.get(row.orderId), row));
      return terms;
    },

    async settle(orderId, runIds, at) {
      await prisma.$transaction(async (transaction) => {
        // Runs in one order for everyone, so that two orders of the same runs do not wait for each other.
        await transaction.$executeRaw`SELECT id FROM runs WHERE shop_id = ${shopId} AND id = ANY(${[...runIds]}::text[]) ORDER BY id FOR UPDATE`;
        await transaction.$executeRaw`
          UPDATE run_orders SET state = 'done', outcome_state = orders.state, reason = orders.reason, settled_at = ${toDate(at)}
          FROM orders
          WHERE run_orders.shop_id = ${shopId} AND run_orders.run_id = ANY(${[...runIds]}::text[]) AND run_orders.order_gid = ${orderId} AND run_orders.state = 'waiting'
            AND orders.shop_id = run_orders.shop_id AND orders.order_gid = run_orders.order_gid`;
        await transaction.$executeRaw`
          UPDATE runs SET state = 'done', finished_at = ${toDate(at)}
          WHERE shop_id = ${shopId} AND id = ANY(${[...runIds]}::text[]) AND state = 'working'
            AND NOT EXISTS (SELECT 1 FROM run_orders WHERE run_orders.shop_id = runs.shop_id AND run_orders.run_id = runs.id AND run_orders.state = 'waiting')`;
      }, TRANSACTION_LIMITS);
    },
  };
}

/** The statuses of the settings count for a run that names none, and then no list can be put together. */
function together(known: RunTerms | undefined, { runId, statuses, ownStatuses, anyway }: Row): RunTerms {
  const own = ownStatuses ? statuses : null;
  if (!known) return { runIds: [runId], statuses: own, anyway };
  const both = known.statuses !== null && own !== null ? [...new Set([...known.statuses, ...own])] : null;
  return { runIds: [...known.runIds, runId], statuses: both, anyway: known.anyway || anyway };
}
