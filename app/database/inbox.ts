/** Writes a verified webhook down and marks its order due, in one transaction (R5); never looks into the body. */
import { randomUUID } from "node:crypto";
import type { Inbox, ReceivedWebhook, StoredWebhook } from "#app/pipeline/ports/inbox.ts";
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { Prisma, PrismaClient } from "./generated/client.ts";
import { toDate } from "./repositories/instants.ts";
import { markDue } from "./repositories/mark-due.ts";
import { TRANSACTION_LIMITS } from "./repositories/scope.ts";

export const createInbox = (prisma: PrismaClient): Inbox => ({
  receive: (webhook, at) => receiveWebhook(prisma, webhook, at),
});

export async function receiveWebhook(prisma: PrismaClient, webhook: ReceivedWebhook, at: Instant): Promise<StoredWebhook> {
  return prisma.$transaction(async (transaction) => {
    const shop = await findShop(transaction, webhook.shopDomain);
    if (shop === undefined) return { kind: "unknown_shop" };
    const isNew = await insertOrCountUp(transaction, shop.id, webhook, at);
    if (isNew && webhook.orderId !== null) await markDue(transaction, shop.id, [webhook.orderId], "webhook", at);
    if (isNew && webhook.topic === "app/uninstalled") await markUninstalled(transaction, shop.id, webhook, at);
    return { kind: isNew ? "stored" : "duplicate", connectionId: shop.connectionId };
  }, TRANSACTION_LIMITS);
}

type Transaction = Prisma.TransactionClient;

async function findShop(transaction: Transaction, domain: string): Promise<{ id: string; connectionId: string | null } | undefined> {
  const rows = await transaction.$queryRaw<{ id: string; connectionId: string | null }[]>`
    SELECT shops.id, connections.id AS "connectionId"
    FROM shops LEFT JOIN connections ON connections.shop_id = shops.id AND connections.status = 'active' AND shops.uninstalled_at IS NULL
    WHERE shops.domain = ${domain}`;
  return rows[0];
}

/** True for the first delivery. `deliveries` tells them apart, because the row was either made with 1 or counted up. */
async function insertOrCountUp(transaction: Transaction, shopId: string, webhook: ReceivedWebhook, at: Instant): Promise<boolean> {
  const triggeredAt = webhook.triggeredAt && toDate(webhook.triggeredAt);
  const rows = await transaction.$queryRaw<{ deliveries: number }[]>`
    INSERT INTO inbox_events (id, shop_id, topic, webhook_id, event_id, order_gid, triggered_at, received_at, body, disposition)
    VALUES (${randomUUID()}, ${shopId}, ${webhook.topic}, ${webhook.webhookId}, ${webhook.eventId}, ${webhook.orderId}, ${triggeredAt}, ${toDate(at)}, ${webhook.body}, 'received')
    ON CONFLICT (shop_id, topic, webhook_id) DO UPDATE SET deliveries = inbox_events.deliveries + 1
    RETURNING deliveries`;
  return rows[0]?.deliveries === 1;
}

/** Webhooks may be a day late (06): one from before a reinstall says nothing about the present. Shopify has revoked the tokens; the sessions hold nothing else. */
async function markUninstalled(transaction: Transaction, shopId: string, webhook: ReceivedWebhook, at: Instant): Promise<void> {
  const happenedAt = toDate(webhook.triggeredAt ?? at);
  const marked = await transaction.shop.updateMany({ where: { id: shopId, installedAt: { lte: happenedAt }, uninstalledAt: null }, data: { uninstalledAt: happenedAt } });
  if (marked.count > 0) await transaction.shopifySession.deleteMany({ where: { shopDomain: webhook.shopDomain } });
}
