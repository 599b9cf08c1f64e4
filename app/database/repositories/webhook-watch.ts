/** Tells whether a shop's webhooks arrive, by what the sweeps found without them (decision 008); Shopify does not say it of subscriptions in shopify.app.toml. */
import { randomUUID } from "node:crypto";
import { MISSED_WEBHOOKS_BEFORE_ISSUE, WEBHOOK_SILENCE_HOURS } from "#app/config/limits.ts";
import { webhooksMissing } from "#app/domain/issues/catalogue.ts";
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { Prisma } from "../generated/client.ts";
import { toDate } from "./instants.ts";
import { jsonText } from "./json-text.ts";

const { code, cause } = webhooksMissing(0);
const CAUSE_KEY = `${code}/${cause}`;

/** Call it when a sweep has come to its end. Any webhook of an order within the last day resolves the issue and starts the count anew. */
export async function judgeWebhooks(transaction: Prisma.TransactionClient, shopId: string, at: Instant): Promise<void> {
  const arrived = await transaction.inboxEvent.findFirst({ where: { shopId, receivedAt: { gt: toDate(at.subtract({ hours: WEBHOOK_SILENCE_HOURS })) }, orderGid: { not: null } }, select: { id: true } });
  if (arrived) {
    await transaction.shopCursor.updateMany({ where: { shopId, missedSinceWebhook: { gt: 0 } }, data: { missedSinceWebhook: 0 } });
    await transaction.issue.updateMany({ where: { shopId, causeKey: CAUSE_KEY, state: "open" }, data: { state: "resolved", resolvedAt: toDate(at) } });
    return;
  }
  const cursor = await transaction.shopCursor.findUnique({ where: { shopId }, select: { missedSinceWebhook: true } });
  const missed = cursor?.missedSinceWebhook ?? 0;
  if (missed >= MISSED_WEBHOOKS_BEFORE_ISSUE) await open(transaction, shopId, missed, at);
}

async function open(transaction: Prisma.TransactionClient, shopId: string, missed: number, at: Instant): Promise<void> {
  const { sentence, remedy } = webhooksMissing(missed);
  await transaction.$executeRaw`
    INSERT INTO issues (id, shop_id, code, cause_key, data, state, opened_at)
    VALUES (${randomUUID()}, ${shopId}, ${code}, ${CAUSE_KEY}, ${jsonText({ cause, sentence, remedy })}::jsonb, 'open', ${toDate(at)})
    ON CONFLICT (shop_id, cause_key) WHERE state = 'open' DO UPDATE SET data = EXCLUDED.data`;
}
