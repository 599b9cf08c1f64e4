/** Orders as last understood, their snapshots and what happened to them. Records only what a run found; decides nothing. */
import { randomUUID } from "node:crypto";
import type { Orders, OrderState } from "#app/pipeline/ports/repositories.ts";
import type { Prisma } from "../generated/client.ts";
import { settleInbox } from "./inbox-settlement.ts";
import { toDate } from "./instants.ts";
import { jsonText } from "./json-text.ts";
import { replaceOrderIssues } from "./order-issues.ts";
import { type ShopScope, TRANSACTION_LIMITS } from "./scope.ts";
import { orderUpsert, recordPlain } from "./record-plain.ts";
import { ALWAYS } from "./sql-conditions.ts";
import { appendTimeline } from "./timeline.ts";
import { upsertSeen } from "./upsert-seen.ts";

export function createOrders({ prisma, shopId }: Pick<ShopScope, "prisma" | "shopId">): Orders {
  return {
    async saveSnapshot({ orderId, body }, hash, at) {
      await prisma.$executeRaw`
        INSERT INTO snapshots (id, shop_id, order_gid, hash, body, taken_at)
        SELECT ${randomUUID()}, ${shopId}, ${orderId}, ${hash}, ${jsonText(body)}::jsonb, ${toDate(at)}
        WHERE ${hash} IS DISTINCT FROM (
          SELECT hash FROM snapshots WHERE shop_id = ${shopId} AND order_gid = ${orderId} ORDER BY taken_at DESC LIMIT 1
        )`;
    },

    async record(record, timeline, issues, at, settledBefore) {
      if (issues.length === 0 && (await recordPlain(prisma, shopId, record, timeline, toDate(at), toDate(settledBefore)))) return;
      await prisma.$transaction(async (transaction) => {
        await transaction.$executeRaw(orderUpsert(shopId, record, toDate(at), toDate(settledBefore), ALWAYS));
        await appendTimeline(transaction, shopId, record.orderId, timeline);
        await replaceOrderIssues(transaction, shopId, record.orderId, issues, toDate(at));
        await settleInbox(transaction, shopId, record.orderId, toDate(settledBefore), toDate(at));
      }, TRANSACTION_LIMITS);
    },

    async recordStopped(order, { state, reason, issues }, at, settledBefore) {
      await prisma.$transaction(async (transaction) => {
        await upsertSeen(transaction, shopId, order, { state, reason }, toDate(settledBefore));
        if (issues.length > 0) await replaceOrderIssues(transaction, shopId, order.id, issues, toDate(at));
        await settleInbox(transaction, shopId, order.id, toDate(settledBefore), toDate(at));
      }, TRANSACTION_LIMITS);
    },

    async recordAside(orderId, { state, reason, issues, timeline }, at, settledBefore) {
      await prisma.$transaction(async (transaction) => {
        await upsertUnread(transaction, shopId, orderId, { state, reason }, toDate(at));
        if (state === "undone") await transaction.$executeRaw`UPDATE orders SET proof = NULL WHERE shop_id = ${shopId} AND order_gid = ${orderId}`;
        await appendTimeline(transaction, shopId, orderId, timeline);
        await replaceOrderIssues(transaction, shopId, orderId, issues, toDate(at));
        await settleInbox(transaction, shopId, orderId, toDate(settledBefore), toDate(at));
      }, TRANSACTION_LIMITS);
    },

    async recordUnread(orderId, reason, at, settledBefore) {
      await prisma.$transaction(async (transaction) => {
        await upsertUnread(transaction, shopId, orderId, { state: "attention", reason }, toDate(at));
        await settleInbox(transaction, shopId, orderId, toDate(settledBefore), toDate(at));
      }, TRANSACTION_LIMITS);
    },
  };
}

/** An order that was never read has no name yet: its gid stands in, so that people can still find it. */
async function upsertUnread(transaction: Prisma.TransactionClient, shopId: string, orderId: string, { state, reason }: { state: OrderState; reason: string }, at: Date): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO orders (id, shop_id, order_gid, name, status, state, reason, last_synced_at, created_at, updated_at)
    VALUES (${randomUUID()}, ${shopId}, ${orderId}, ${orderId}, 'unread', ${state}, ${reason}, ${at}, ${at}, ${at})
    ON CONFLICT (shop_id, order_gid) DO UPDATE SET
      state = EXCLUDED.state, reason = EXCLUDED.reason, last_synced_at = EXCLUDED.last_synced_at, updated_at = EXCLUDED.updated_at`;
}
