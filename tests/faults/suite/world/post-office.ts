/** Webhooks on their way: what the simulated shop would send, kept until the world hands it to the app's real door, in whatever order and number. */
import { createInbox } from "#app/database/inbox.ts";
import type { PrismaClient } from "#app/database/client.ts";
import { createWebhookReceiver, type WebhookOutcome } from "#app/shopify/webhooks/receive.ts";
import type { TopicEvent } from "#sandbox/shopify/webhooks/order-events.ts";
import { type Webhook, webhookHeaders } from "#sandbox/shopify/webhooks/webhook-request.ts";
import type { LogCapture } from "./log-capture.ts";
import { SHOPIFY_APP } from "./simulators.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** `from`: milliseconds of the world before which it does not arrive. */
export type Letter = { webhook: Webhook; from: number };

export type PostOffice = {
  /** In the order in which they were posted. */
  waiting: Letter[];
  post: (shopDomain: string, events: readonly TopicEvent[], delayMs: number) => void;
  deliver: (webhook: Webhook) => Promise<WebhookOutcome>;
};

/** What the app subscribes to (shopify.app.toml). */
const TOPICS = ["orders/create", "orders/updated", "orders/paid", "orders/fulfilled", "orders/partially_fulfilled", "orders/cancelled", "orders/edited", "refunds/create", "order_transactions/create"];

export function openPostOffice({ prisma, time, log }: { prisma: PrismaClient; time: VirtualTime; log: LogCapture }): PostOffice {
  const receive = createWebhookReceiver({ secrets: [SHOPIFY_APP.apiSecret], inbox: createInbox(prisma), wake: () => Promise.resolve(), clock: time, log: log.logger });
  const waiting: Letter[] = [];
  let events = 0;
  let webhooks = 0;
  return {
    waiting,
    post(shopDomain, occurred, delayMs) {
      events += 1;
      for (const { topic, payload, orderName } of occurred.filter((each) => TOPICS.includes(each.topic))) {
        webhooks += 1;
        const webhook = { topic, shopDomain, webhookId: `webhook-${webhooks}`, eventId: `event-${events}`, triggeredAt: time.now().toString(), body: JSON.stringify(payload), orderName };
        waiting.push({ webhook, from: time.ms() + delayMs });
      }
    },
    deliver: (webhook) =>
      receive(new Request("http://app.test/webhooks", { method: "POST", headers: webhookHeaders(webhook, SHOPIFY_APP.apiSecret), body: webhook.body })),
  };
}
