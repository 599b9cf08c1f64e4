/** The orders of one shop that wait to be worked on. These rows say what is to do; a job of the queue only wakes a worker (R6). */
import { z } from "zod";
import type { DueOrder, DueOrders } from "#app/pipeline/ports/repositories.ts";
import type { DueOrder as DueOrderRow } from "../generated/client.ts";
import { toDate, toInstant } from "./instants.ts";
import { markDue } from "./mark-due.ts";
import type { ShopScope } from "./scope.ts";

/** Characters of a stored error; longer ones say nothing more. */
const MAX_ERROR_LENGTH = 500;

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
      const rows = await prisma.dueOrder.findMany({
        where: { shopId, dueAt: { lte: toDate(now) } },
        orderBy: [{ dueAt: "asc" }, { seq: "asc" }],
        take: limit,
      });
      return rows.map(dueOrderOf);
    },

    async mark(orderIds, origin, at) {
      await markDue(prisma, shopId, orderIds, origin, at);
    },

    async finish({ orderId, seq }) {
      const later = await prisma.$executeRaw`
        UPDATE due_orders SET due_at = copies.until, first_due_at = copies.until, origin = 'retry', attempts = 0, last_error = NULL
        FROM (
          SELECT MIN(copy_may_come_until) AS until FROM postings
          WHERE shop_id = ${shopId} AND order_gid = ${orderId} AND state = 'posted' AND copy_may_come_until IS NOT NULL
        ) AS copies
        WHERE due_orders.shop_id = ${shopId} AND due_orders.order_gid = ${orderId} AND due_orders.seq = ${seq} AND copies.until > due_orders.due_at`;
      if (later === 0) await prisma.dueOrder.deleteMany({ where: { shopId, orderGid: orderId, seq } });
    },

    async postpone({ orderId, seq }, at, error, countsAsAttempt) {
      await prisma.dueOrder.updateMany({
        where: { shopId, orderGid: orderId, seq },
        data: { dueAt: toDate(at), lastError: error.slice(0, MAX_ERROR_LENGTH), attempts: { increment: countsAsAttempt ? 1 : 0 } },
      });
    },
  };
}
