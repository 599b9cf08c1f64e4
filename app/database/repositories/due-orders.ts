/** The orders of one shop that wait to be worked on. These rows say what is to do; a job of the queue only wakes a worker (R6). */
import { z } from "zod";
import type { DueOrder, DueOrders } from "#app/pipeline/ports/repositories.ts";
import { toDate, toInstant } from "./instants.ts";
import { markDue } from "./mark-due.ts";
import type { ShopScope } from "./scope.ts";

/** Characters of a stored error; longer ones say nothing more. */
const MAX_ERROR_LENGTH = 500;

type DueOrderRow = { orderGid: string; seq: bigint; origin: string; attempts: number; firstDueAt: Date };

const originSchema = z.enum(["webhook", "sweep", "person", "retry"]);

export const dueOrderOf = (row: DueOrderRow): DueOrder => ({
  orderId: row.orderGid,
  seq: row.seq,
  origin: originSchema.parse(row.origin),
  attempts: row.attempts,
  firstDueAt: toInstant(row.firstDueAt),
});

export function createDueOrders({ prisma, shopId }: Pick<ShopScope, "prisma" | "shopId">): DueOrders {
  return {
    async take(now, limit) {
      const rows = await prisma.$queryRaw<DueOrderRow[]>`
        SELECT order_gid AS "orderGid", seq, origin, attempts, first_due_at AS "firstDueAt"
        FROM due_orders WHERE shop_id = ${shopId} AND due_at <= ${toDate(now)} ORDER BY due_at, seq LIMIT ${limit}`;
      return rows.map(dueOrderOf);
    },

    async mark(orderIds, origin, at) {
      await markDue(prisma, shopId, orderIds, origin, at);
    },

    async finish({ orderId, seq }) {
      // `copies` always has its one row. A date that is past already was looked at in this run; a later one must not hide behind it.
      await prisma.$executeRaw`
        WITH copies AS (
          SELECT MIN(copy_may_come_until) AS until FROM postings
          LEFT JOIN due_orders ON due_orders.shop_id = postings.shop_id AND due_orders.order_gid = postings.order_gid AND due_orders.seq = ${seq}
          WHERE postings.shop_id = ${shopId} AND postings.order_gid = ${orderId} AND postings.state IN ('posted', 'unknown')
            AND copy_may_come_until > COALESCE(due_orders.due_at, '-infinity')
        ), later AS (
          INSERT INTO due_orders (shop_id, order_gid, origin, due_at, first_due_at)
          SELECT ${shopId}, ${orderId}, 'retry', copies.until, copies.until FROM copies WHERE copies.until IS NOT NULL
          ON CONFLICT (shop_id, order_gid) DO UPDATE SET due_at = EXCLUDED.due_at, first_due_at = EXCLUDED.first_due_at, origin = 'retry', attempts = 0, last_error = NULL
          WHERE due_orders.seq = ${seq}
        )
        DELETE FROM due_orders USING copies
        WHERE due_orders.shop_id = ${shopId} AND due_orders.order_gid = ${orderId} AND due_orders.seq = ${seq} AND copies.until IS NULL`;
    },

    // A row that is gone was taken away by a run's cancellation while the order was in hand: what may be in the books must still be looked for.
    async postpone({ orderId, seq }, at, error, countsAsAttempt) {
      const words = error.slice(0, MAX_ERROR_LENGTH);
      const more = countsAsAttempt ? 1 : 0;
      await prisma.$executeRaw`
        INSERT INTO due_orders (shop_id, order_gid, origin, due_at, first_due_at, attempts, last_error)
        VALUES (${shopId}, ${orderId}, 'retry', ${toDate(at)}, ${toDate(at)}, ${more}::int, ${words})
        ON CONFLICT (shop_id, order_gid) DO UPDATE SET due_at = EXCLUDED.due_at, last_error = EXCLUDED.last_error, attempts = due_orders.attempts + ${more}::int
        WHERE due_orders.seq = ${seq}`;
    },
  };
}
