/** Says what became of an order's webhooks once a run has read the order: every one must end applied, superseded or parked (07). */
import { Prisma } from "../generated/client.ts";
import { ALWAYS } from "./sql-conditions.ts";

/**
 * Settles the order's events received before `settledBefore`, the instant the run began to read the order: the newest is `applied`,
 * older ones that waited with it are `superseded`, since one look at the order served them all. Later ones still wait.
 */
export async function settleInbox(
  transaction: Prisma.TransactionClient,
  shopId: string,
  orderId: string,
  settledBefore: Date,
  at: Date,
): Promise<void> {
  await transaction.$executeRaw(inboxSettlement(shopId, orderId, settledBefore, at, ALWAYS));
}

/** `condition`: settles nothing where it does not hold. */
export const inboxSettlement = (shopId: string, orderId: string, settledBefore: Date, at: Date, condition: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`
    UPDATE inbox_events SET disposition = CASE WHEN waiting.age = 1 THEN 'applied' ELSE 'superseded' END, settled_at = ${at}
    FROM (
      SELECT id, row_number() OVER (ORDER BY COALESCE(triggered_at, received_at) DESC, received_at DESC, id) AS age
      FROM inbox_events
      WHERE shop_id = ${shopId} AND order_gid = ${orderId} AND disposition IN ('received', 'parked') AND received_at <= ${settledBefore}
    ) AS waiting
    WHERE inbox_events.shop_id = ${shopId} AND inbox_events.id = waiting.id AND ${condition}`;

/** The order was read before `readBefore` and waits for a reconnect: its events are parked, for the reason that stands on the order, until a run applies them. */
export async function parkInbox(transaction: Prisma.TransactionClient, shopId: string, orderId: string, readBefore: Date): Promise<void> {
  await transaction.inboxEvent.updateMany({ where: { shopId, orderGid: orderId, disposition: "received", receivedAt: { lte: readBefore } }, data: { disposition: "parked" } });
}
