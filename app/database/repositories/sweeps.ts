/** The sweep's place in one shop and what it marks. The cursor moves only together with the marks it stands for, never back. */
import type { ChangedOrder } from "#app/pipeline/ports/changed-orders.ts";
import type { Found, Sweeps } from "#app/pipeline/ports/sweeps.ts";
import type { Prisma } from "../generated/client.ts";
import { DefectError } from "./defect-error.ts";
import { toDate, toInstant } from "./instants.ts";
import { markDue } from "./mark-due.ts";
import { type ShopScope, TRANSACTION_LIMITS } from "./scope.ts";
import { judgeWebhooks } from "./webhook-watch.ts";

export function createSweeps({ prisma, shopId }: Pick<ShopScope, "prisma" | "shopId">): Sweeps {
  return {
    async place() {
      const shop = await prisma.shop.findUnique({ where: { id: shopId }, select: { installedAt: true, cursor: true } });
      if (!shop) throw new DefectError(`there is no shop ${shopId}`);
      const { cursor } = shop;
      return { installedAt: toInstant(shop.installedAt), sweptUntil: cursor?.sweptUntil ? toInstant(cursor.sweptUntil) : null, readingFrom: cursor?.readingFrom ? toInstant(cursor.readingFrom) : null };
    },

    keep: (orders, position, at) =>
      prisma.$transaction(async (transaction) => {
        const unseen = await findUnseen(transaction, shopId, orders);
        await markDue(transaction, shopId, unseen.map(({ orderId }) => orderId), "sweep", at);
        const found: Found = { marked: unseen.length, missed: unseen.filter(({ missed }) => missed).length };
        const columns = { readingFrom: toDate(position), missedTotal: { increment: found.missed }, missedSinceWebhook: { increment: found.missed } };
        await transaction.shopCursor.upsert({
          where: { shopId },
          create: { shopId, readingFrom: toDate(position), missedTotal: found.missed, missedSinceWebhook: found.missed },
          update: columns,
        });
        return found;
      }, TRANSACTION_LIMITS),

    complete: (until, next, at) =>
      prisma.$transaction(async (transaction) => {
        await transaction.$executeRaw`
          INSERT INTO shop_cursors (shop_id, swept_until, reading_from, next_sweep_at) VALUES (${shopId}, ${toDate(until)}, NULL, ${toDate(next)})
          ON CONFLICT (shop_id) DO UPDATE SET
            swept_until = GREATEST(shop_cursors.swept_until, EXCLUDED.swept_until), reading_from = NULL, next_sweep_at = EXCLUDED.next_sweep_at`;
        await judgeWebhooks(transaction, shopId, at);
      }, TRANSACTION_LIMITS),

    async postpone(next) {
      const nextSweepAt = toDate(next);
      await prisma.shopCursor.upsert({ where: { shopId }, create: { shopId, nextSweepAt }, update: { nextSweepAt } });
    },
  };
}

type Unseen = { orderId: string; missed: boolean };

/**
 * Which of the changes no run has seen (decision 009). An order that was read within the second of its change, or just after it, may have been read before
 * a second change in that second; one that could not be read is looked at for another hour. `missed`: the app was installed when it happened, no webhook
 * of the order was sent since (a minute's grace, because a change may touch an order twice), and the order does not wait already.
 */
async function findUnseen(transaction: Prisma.TransactionClient, shopId: string, changes: readonly ChangedOrder[]): Promise<Unseen[]> {
  if (changes.length === 0) return [];
  return transaction.$queryRaw<Unseen[]>`
    SELECT change.order_gid AS "orderId",
      change.updated_at >= shops.installed_at
      AND (orders.id IS NULL OR orders.shopify_updated_at IS NULL OR change.updated_at > orders.shopify_updated_at)
      AND NOT EXISTS (SELECT 1 FROM due_orders WHERE due_orders.shop_id = ${shopId} AND due_orders.order_gid = change.order_gid)
      AND NOT EXISTS (
        SELECT 1 FROM inbox_events WHERE inbox_events.shop_id = ${shopId} AND inbox_events.order_gid = change.order_gid
          AND COALESCE(triggered_at, received_at) >= change.updated_at - INTERVAL '1 minute'
      ) AS missed
    FROM unnest(${changes.map(({ orderId }) => orderId)}::text[], ${changes.map(({ updatedAt }) => toDate(updatedAt))}::timestamptz[]) AS change (order_gid, updated_at)
    JOIN shops ON shops.id = ${shopId}
    LEFT JOIN orders ON orders.shop_id = ${shopId} AND orders.order_gid = change.order_gid
    WHERE orders.id IS NULL
      OR (orders.shopify_updated_at IS NULL AND COALESCE(orders.last_synced_at, orders.created_at) < change.updated_at + INTERVAL '1 hour')
      OR date_trunc('second', orders.shopify_updated_at) < date_trunc('second', change.updated_at)
      OR (date_trunc('second', orders.shopify_updated_at) = date_trunc('second', change.updated_at) AND orders.read_at < date_trunc('second', change.updated_at) + INTERVAL '2 seconds')`;
}
