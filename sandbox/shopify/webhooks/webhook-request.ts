/** One webhook as the HTTP request Shopify sends: headers, and the signature over the raw body. */
import { createHmac } from "node:crypto";

export const API_VERSION = "2026-10";

export type Webhook = {
  topic: string;
  shopDomain: string;
  /** One per event and topic; kept by retries and duplicates. */
  webhookId: string;
  /** One per event; the same for all topics that the event touches. */
  eventId: string;
  triggeredAt: string;
  /** The raw JSON: retries send exactly this, whatever has happened since. */
  body: string;
  orderName: string | null;
};

export function webhookHeaders(webhook: Webhook, apiSecret: string): Record<string, string> {
  return {
    "Content-Type": "application/json",
    "User-Agent": "Shopify-Captain-Hook",
    "X-Shopify-Topic": webhook.topic,
    "X-Shopify-Shop-Domain": webhook.shopDomain,
    "X-Shopify-API-Version": API_VERSION,
    "X-Shopify-Webhook-Id": webhook.webhookId,
    "X-Shopify-Event-Id": webhook.eventId,
    "X-Shopify-Triggered-At": webhook.triggeredAt,
    "X-Shopify-Hmac-Sha256": createHmac("sha256", apiSecret).update(webhook.body, "utf8").digest("base64"),
  };
}
