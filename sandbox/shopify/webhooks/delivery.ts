/** One webhook on its way to the app, and what a policy makes of a webhook before it leaves. Must never send anything. */
import type { Temporal } from "temporal-polyfill";
import type { ShopState } from "../state/shop-state.ts";
import type { DeliveryPolicy } from "./delivery-policy.ts";
import type { Webhook } from "./webhook-request.ts";

/** `attempt` counts from 1. */
export type Delivery = { webhook: Webhook; attempt: number };

/** Lost ones only leave a line in the shop's log; copies of one webhook are deliveries of their own. */
export function deliveriesOf(shop: ShopState, webhooks: readonly Webhook[], policy: DeliveryPolicy): Delivery[] {
  return webhooks.flatMap((webhook) => {
    if (!policy.losesNext()) return Array.from({ length: policy.copies }, () => ({ webhook, attempt: 1 }));
    logDelivery(shop, { webhook, attempt: 1 }, "lost");
    return [];
  });
}

export function logDelivery(shop: ShopState, { webhook: { topic, orderName, webhookId }, attempt }: Delivery, status: number | "lost" | "failed"): void {
  shop.deliveries.push({ topic, orderName, webhookId, status, attempt });
}

/** Days and longer units count in UTC, as when the sandbox clock is moved. */
export function laterBy(now: Temporal.Instant, delay: Temporal.Duration): Temporal.Instant {
  return now.toZonedDateTimeISO("UTC").add(delay).toInstant();
}

export function isAccepted(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 300;
}
