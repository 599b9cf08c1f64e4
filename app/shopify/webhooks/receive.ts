/**
 * The door for Shopify's webhooks: verify, write down, wake, answer. Not the library's authenticate.webhook: that loads the session, may refresh a token
 * over the network, and answers 500 for uninstalled shops (06, upstream bug; 07 R5). Must never call anything but the database.
 */
import { WEBHOOK_BODY_BYTES } from "#app/config/limits.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { Inbox, ReceivedWebhook } from "#app/pipeline/ports/inbox.ts";
import { readBody } from "./read-body.ts";
import { readWebhook } from "./read-webhook.ts";
import { isSigned } from "./signature.ts";

/** Any 2xx counts as received; anything else is sent again, 8 times in 4 hours (06, Webhooks: Delivery). */
export type WebhookOutcome =
  | { kind: "stored"; status: 200 }
  | { kind: "duplicate"; status: 200 }
  /** Signed by Shopify for a shop that never opened the app: nothing to keep it under, and nothing that a retry would change. */
  | { kind: "unknown_shop"; status: 200 }
  | { kind: "malformed"; status: 400; reason: string }
  | { kind: "forged"; status: 401 }
  | { kind: "too_large"; status: 413 }
  /** The database did not take it: Shopify shall send it again. */
  | { kind: "not_stored"; status: 500 };

export type WebhookReceiverOptions = {
  secrets: readonly string[];
  inbox: Inbox;
  wake: (connectionId: string) => Promise<void>;
  clock: Clock;
  log: { info(data: Record<string, unknown>, message: string): void; error(data: Record<string, unknown>, message: string): void };
};

export type WebhookReceiver = (request: Request) => Promise<WebhookOutcome>;

export function createWebhookReceiver({ secrets, inbox, wake, clock, log }: WebhookReceiverOptions): WebhookReceiver {
  const store = async (webhook: ReceivedWebhook): Promise<WebhookOutcome> => {
    const stored = await inbox.receive(webhook, clock.now());
    if (stored.kind === "unknown_shop") return { kind: "unknown_shop", status: 200 };
    // Not awaited: the answer must not wait for a hint, and the scan for due rows finds what a lost one leaves behind (R6).
    if (stored.kind === "stored" && stored.connectionId !== null && webhook.orderId !== null) {
      wake(stored.connectionId).catch((error: unknown) => log.error({ err: error, shop: webhook.shopDomain }, "a wake-up was lost; the scan will find the order"));
    }
    return { kind: stored.kind, status: 200 };
  };

  return async (request) => {
    const body = await readBody(request, WEBHOOK_BODY_BYTES);
    if (body === null) return { kind: "too_large", status: 413 };
    if (!isSigned(body, request.headers.get("X-Shopify-Hmac-Sha256"), secrets)) return { kind: "forged", status: 401 };
    const read = readWebhook(request.headers, body);
    if ("reason" in read) return { kind: "malformed", status: 400, reason: read.reason };
    try {
      const outcome = await store(read.webhook);
      log.info({ shop: read.webhook.shopDomain, order: read.webhook.orderId, topic: read.webhook.topic, webhook: read.webhook.webhookId, outcome: outcome.kind }, "webhook");
      return outcome;
    } catch (error) {
      log.error({ err: error, shop: read.webhook.shopDomain, topic: read.webhook.topic }, "a webhook could not be stored; Shopify will send it again");
      return { kind: "not_stored", status: 500 };
    }
  };
}
