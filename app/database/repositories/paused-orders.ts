/** Orders of a parked connection as people see them meanwhile. Changes nothing of what is due but the note that a mark was listed. */
import type { PausedOrders } from "#app/pipeline/ports/paused-orders.ts";
import type { Prisma } from "../generated/client.ts";
import { dueOrderOf } from "./due-orders.ts";
import { parkInbox } from "./inbox-settlement.ts";
import { toDate } from "./instants.ts";
import { type ShopScope, TRANSACTION_LIMITS } from "./scope.ts";
import { upsertSeen } from "./upsert-seen.ts";

type Mark = { orderId: string; seq: bigint };

export function createPausedOrders({ prisma, shopId }: Pick<ShopScope, "prisma" | "shopId">): PausedOrders {
  return {
    async unlisted(now, limit) {
      const rows = await prisma.dueOrder.findMany({
        where: { shopId, dueAt: { lte: toDate(now) }, OR: [{ listedSeq: null }, { NOT: { listedSeq: { equals: prisma.dueOrder.fields.seq } } }] },
        orderBy: [{ dueAt: "asc" }, { seq: "asc" }],
        take: limit,
      });
      return rows.map(dueOrderOf);
    },

    async list(order, due, reason, readAt) {
      await prisma.$transaction(async (transaction) => {
        await upsertSeen(transaction, shopId, order, { state: "waiting", reason }, toDate(readAt));
        await parkInbox(transaction, shopId, order.id, toDate(readAt));
        await noteListed(transaction, shopId, due);
      }, TRANSACTION_LIMITS);
    },

    passOver: (due) => noteListed(prisma, shopId, due),
  };
}

/** Only the mark that was read: one made meanwhile is to be listed too. */
async function noteListed(database: Pick<Prisma.TransactionClient, "dueOrder">, shopId: string, { orderId, seq }: Mark): Promise<void> {
  await database.dueOrder.updateMany({ where: { shopId, orderGid: orderId, seq }, data: { listedSeq: seq } });
}
