/** Writes a verified webhook down and marks its order due, at once or not at all (R5); never looks into the body. */
import { randomUUID } from "node:crypto";
import type { Inbox, ReceivedWebhook, StoredWebhook } from "#app/pipeline/ports/inbox.ts";
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { PrismaClient } from "./generated/client.ts";
import { toDate } from "./repositories/instants.ts";
import { ON_MARKED_AGAIN } from "./repositories/mark-due.ts";

export const createInbox = (prisma: PrismaClient): Inbox => ({
  receive: (webhook, at) => receiveWebhook(prisma, webhook, at),
});

type Stored = { shopId: string; connectionId: string | null; deliveries: number };

/**
 * Inbox row and due row in one statement, which is one transaction in one round trip (an interactive one takes five, under Shopify's 5 s limit).
 * `deliveries` tells a first delivery from a repeated one: the row was either made with 1 or counted up.
 */
export async function receiveWebhook(prisma: PrismaClient, webhook: ReceivedWebhook, at: Instant): Promise<StoredWebhook> {
  const { shopDomain, topic, webhookId, eventId, orderId, body } = webhook;
  const triggeredAt = webhook.triggeredAt && toDate(webhook.triggeredAt);
  const receivedAt = toDate(at);
  const rows = await prisma.$queryRaw<Stored[]>`
    WITH shop AS (
      SELECT id, uninstalled_at FROM shops WHERE domain = ${shopDomain}
    ), event AS (
      INSERT INTO inbox_events (id, shop_id, topic, webhook_id, event_id, order_gid, triggered_at, received_at, body, disposition)
      SELECT ${randomUUID()}, shop.id, ${topic}, ${webhookId}, ${eventId}, ${orderId}, ${triggeredAt}, ${receivedAt}, ${body}, 'received' FROM shop
      ON CONFLICT (shop_id, topic, webhook_id) DO UPDATE SET deliveries = inbox_events.deliveries + 1
      RETURNING shop_id, order_gid, deliveries
    ), due AS (
      INSERT INTO due_orders (shop_id, order_gid, origin, due_at, first_due_at)
      SELECT shop_id, order_gid, 'webhook', ${receivedAt}, ${receivedAt} FROM event WHERE deliveries = 1 AND order_gid IS NOT NULL
      ${ON_MARKED_AGAIN}
    )
    SELECT event.shop_id AS "shopId", event.deliveries, connections.id AS "connectionId"
    FROM event JOIN shop ON true
    LEFT JOIN connections ON connections.shop_id = event.shop_id AND connections.status IN ('active', 'parked') AND shop.uninstalled_at IS NULL`;
  const stored = rows[0];
  if (stored === undefined) return { kind: "unknown_shop" };
  // Also for a repeated delivery: the process may have died between the two.
  if (topic === "app/uninstalled") await markUninstalled(prisma, stored.shopId, shopDomain, triggeredAt ?? receivedAt);
  return { kind: stored.deliveries === 1 ? "stored" : "duplicate", connectionId: stored.connectionId };
}

/** Webhooks may be a day late (06): one from before a reinstall says nothing about the present. Shopify has revoked the tokens; the sessions hold nothing else. */
async function markUninstalled(prisma: PrismaClient, shopId: string, shopDomain: string, happenedAt: Date): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const marked = await transaction.shop.updateMany({ where: { id: shopId, installedAt: { lte: happenedAt }, uninstalledAt: null }, data: { uninstalledAt: happenedAt } });
    if (marked.count > 0) await transaction.shopifySession.deleteMany({ where: { shopDomain } });
  });
}
