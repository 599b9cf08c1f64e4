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
      // `copies` always has its one row; the two halves exclude each other, so no row is both moved and deleted.
      await prisma.$executeRaw`
        WITH copies AS (
          SELECT MIN(copy_may_come_until) AS until FROM postings
          WHERE shop_id = ${shopId} AND order_gid = ${orderId} AND state IN ('posted', 'unknown') AND copy_may_come_until IS NOT NULL
        ), later AS (
          UPDATE due_orders SET due_at = copies.until, first_due_at = copies.until, origin = 'retry', attempts = 0, last_error = NULL FROM copies
          WHERE due_orders.shop_id = ${shopId} AND due_orders.order_gid = ${orderId} AND due_orders.seq = ${seq} AND copies.until > due_orders.due_at
        )
        DELETE FROM due_orders USING copies
        WHERE due_orders.shop_id = ${shopId} AND due_orders.order_gid = ${orderId} AND due_orders.seq = ${seq} AND (copies.until IS NULL OR copies.until <= due_orders.due_at)`;
    },

    async postpone({ orderId, seq }, at, error, countsAsAttempt) {
      await prisma.$executeRaw`
        UPDATE due_orders SET due_at = ${toDate(at)}, last_error = ${error.slice(0, MAX_ERROR_LENGTH)}, attempts = attempts + ${countsAsAttempt ? 1 : 0}::int
        WHERE shop_id = ${shopId} AND order_gid = ${orderId} AND seq = ${seq}`;
    },
  };
}
