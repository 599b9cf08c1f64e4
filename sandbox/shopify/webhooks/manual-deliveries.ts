/** One shop's webhooks that arrive only when they are taken, without timers or HTTP, so that a story on a virtual clock decides when. All delays are of that clock. */
import { Temporal } from "temporal-polyfill";
import type { ShopState } from "../state/shop-state.ts";
import { createClockHold } from "./clock-hold.ts";
import type { Delivery } from "./delivery.ts";
import { deliveriesOf, isAccepted, laterBy, logDelivery } from "./delivery.ts";
import { NORMAL_DELIVERY } from "./delivery-policy.ts";
import type { ArrivingWebhook, DeliveryQueue } from "./delivery-queue.ts";
import { webhookHeaders } from "./webhook-request.ts";

/** Eight retries within four hours, as Shopify's (design page 07, R6); how they are spread is not published. */
const RETRY_MINUTES = [1, 2, 5, 10, 20, 40, 60, 100];

type Options = { now: () => Temporal.Instant; apiSecret: string; changed: () => void };

export function createManualDeliveries(shop: ShopState, { now, apiSecret, changed }: Options): DeliveryQueue {
  let policy = NORMAL_DELIVERY;
  let ready: Delivery[] = [];
  const underWay = new Set<Delivery>();
  const waitingForClock = createClockHold<Delivery>(now);
  /** Everything not settled, oldest first. */
  const open = new Set<Delivery>();
  const waiting: (() => void)[] = [];
  let closed = false;

  const letDueGo = (): void => {
    ready.push(...waitingForClock.takeDue());
  };
  const settle = (delivery: Delivery): void => {
    open.delete(delivery);
    if (open.size === waitingForClock.size()) for (const resolve of waiting.splice(0)) resolve();
  };

  const answered = (delivery: Delivery, status: number | undefined): void => {
    if (closed) return;
    if (!underWay.delete(delivery)) throw new Error(`the webhook ${delivery.webhook.webhookId} was answered already`);
    logDelivery(shop, delivery, status ?? "failed");
    changed();
    const minutes = RETRY_MINUTES[delivery.attempt - 1];
    if (isAccepted(status) || minutes === undefined) return settle(delivery);
    const again = { ...delivery, attempt: delivery.attempt + 1 };
    open.add(again);
    waitingForClock.add([again], now().add({ minutes }));
    settle(delivery);
  };

  const arriving = (delivery: Delivery): ArrivingWebhook => {
    const { webhook, attempt } = delivery;
    const { topic, orderName, webhookId, body } = webhook;
    const headers = webhookHeaders(webhook, apiSecret);
    return { topic, orderName, webhookId, attempt, headers, body, answered: (status) => answered(delivery, status) };
  };

  return {
    emit: (webhooks) => {
      const deliveries = deliveriesOf(shop, webhooks, policy);
      for (const delivery of deliveries) open.add(delivery);
      const delay = policy.delayBy ?? Temporal.Duration.from({ milliseconds: policy.delayMs });
      if (delay.blank) ready.push(...deliveries);
      else waitingForClock.add(deliveries, laterBy(now(), delay));
    },
    setPolicy: (change) => {
      policy = change(policy);
    },
    pending: () => {
      letDueGo();
      return ready.length + underWay.size;
    },
    nextAt: waitingForClock.next,
    next: () => {
      letDueGo();
      const [chosen] = policy.arrange?.(ready) ?? ready;
      if (!chosen) return undefined;
      ready = ready.filter((delivery) => delivery !== chosen);
      underWay.add(chosen);
      return arriving(chosen);
    },
    undelivered: () => [...open].map(({ webhook }) => webhook),
    idle: () => (open.size === waitingForClock.size() ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    close: () => {
      closed = true;
      ready = [];
      underWay.clear();
      waitingForClock.clear();
      open.clear();
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}
