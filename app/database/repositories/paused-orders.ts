/** Orders of a parked connection as people see them meanwhile. Changes nothing of what is due but the note that a mark was listed. */
import { randomUUID } from "node:crypto";
import type { Order } from "#app/domain/order/order.ts";
import type { PausedOrders } from "#app/pipeline/ports/paused-orders.ts";
import type { Prisma } from "../generated/client.ts";
import { dueOrderOf } from "./due-orders.ts";
import { parkInbox } from "./inbox-settlement.ts";
import { toDate } from "./instants.ts";
import { type ShopScope, TRANSACTION_LIMITS } from "./scope.ts";

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
        await upsertPaused(transaction, shopId, order, reason, toDate(readAt));
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

/** Decision, plan, proof and the time of the last sync stay: they tell of what is in the books. */
async function upsertPaused(transaction: Prisma.TransactionClient, shopId: string, order: Order, reason: string, readAt: Date): Promise<void> {
  const { id, name, status, updatedAt, placedAt, totals } = order;
  await transaction.$executeRaw`
    INSERT INTO orders (id, shop_id, order_gid, name, status, state, reason, shopify_updated_at, placed_at, total_minor, currency, read_at, created_at, updated_at)
    VALUES (
      ${randomUUID()}, ${shopId}, ${id}, ${name}, ${status}, 'waiting', ${reason}, ${toDate(updatedAt)}, ${toDate(placedAt)},
      ${totals.current.minor}, ${totals.current.currency}, ${readAt}, ${readAt}, ${readAt}
    )
    ON CONFLICT (shop_id, order_gid) DO UPDATE SET
      name = EXCLUDED.name, status = EXCLUDED.status, state = EXCLUDED.state, reason = EXCLUDED.reason,
      shopify_updated_at = EXCLUDED.shopify_updated_at, placed_at = EXCLUDED.placed_at, total_minor = EXCLUDED.total_minor, currency = EXCLUDED.currency,
      read_at = EXCLUDED.read_at, updated_at = EXCLUDED.updated_at`;
}
