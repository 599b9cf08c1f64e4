/** Delivers one shop's webhooks over HTTP, after the fact and with retries, as its policy says; must never block an action. */
import type { ShopState } from "../state/shop-state.ts";
import type { DeliveryPolicy } from "./delivery-policy.ts";
import { NORMAL_DELIVERY } from "./delivery-policy.ts";
import type { Webhook } from "./webhook-request.ts";

/** Eight retries as Shopify makes, within seconds instead of its four hours. */
const RETRY_DELAYS_MS = [200, 400, 800, 1200, 1600, 2000, 3000, 4000];
/** Under way at once per shop. */
const CONCURRENCY = 8;
/** In reverse, webhooks are held until none came for this long, then sent one by one, newest first. */
const REVERSE_HOLD_MS = 50;

/** The HTTP status, or undefined when there was no answer. */
export type SendWebhook = (webhook: Webhook) => Promise<number | undefined>;

export type DeliveryQueue = {
  emit: (webhooks: readonly Webhook[]) => void;
  setPolicy: (change: (policy: DeliveryPolicy) => DeliveryPolicy) => void;
  pending: () => number;
  /** What has not been delivered yet, so that it can be kept over a restart. */
  undelivered: () => Webhook[];
  /** Resolves when nothing is pending, retries and held webhooks included. */
  idle: () => Promise<void>;
  /** Forgets what is pending. */
  close: () => void;
};

type Delivery = { webhook: Webhook; attempt: number };

export function createDeliveryQueue(shop: ShopState, send: SendWebhook): DeliveryQueue {
  let policy = NORMAL_DELIVERY;
  const open = new Set<Delivery>();
  let underWay = 0;
  let closed = false;
  const ready: Delivery[] = [];
  let held: Delivery[] = [];
  let holdTimer: NodeJS.Timeout | undefined;
  const timers = new Set<NodeJS.Timeout>();
  const waiting: (() => void)[] = [];

  const later = (ms: number, action: () => void): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      action();
    }, ms);
    timers.add(timer);
    return timer;
  };

  const settle = (...deliveries: Delivery[]): void => {
    for (const delivery of deliveries) open.delete(delivery);
    if (open.size === 0) for (const resolve of waiting.splice(0)) resolve();
  };

  const log = ({ webhook: { topic, orderName, webhookId }, attempt }: Delivery, status: number | "lost" | "failed"): void => {
    shop.deliveries.push({ topic, orderName, webhookId, status, attempt });
  };

  const deliver = async (delivery: Delivery): Promise<void> => {
    const status = await send(delivery.webhook);
    if (closed) return;
    log(delivery, status ?? "failed");
    const delayMs = RETRY_DELAYS_MS[delivery.attempt - 1];
    if ((status !== undefined && status >= 200 && status < 300) || delayMs === undefined) return settle(delivery);
    later(delayMs, () => {
      delivery.attempt += 1;
      enqueue([delivery]);
    });
  };

  const pump = (): void => {
    while (!closed && underWay < (policy.reverse ? 1 : CONCURRENCY)) {
      const next = ready.shift();
      if (!next) return;
      underWay += 1;
      void deliver(next).finally(() => {
        underWay -= 1;
        pump();
      });
    }
  };

  const enqueue = (deliveries: readonly Delivery[]): void => {
    ready.push(...deliveries);
    pump();
  };

  const hold = (deliveries: readonly Delivery[]): void => {
    held.push(...deliveries);
    clearTimeout(holdTimer);
    holdTimer = later(REVERSE_HOLD_MS, () => {
      const reversed = held.reverse();
      held = [];
      enqueue(reversed);
    });
  };

  const emit = (webhooks: readonly Webhook[]): void => {
    const copies = webhooks.flatMap((webhook) => {
      if (policy.losesNext()) {
        log({ webhook, attempt: 1 }, "lost");
        return [];
      }
      return Array.from({ length: policy.copies }, () => ({ webhook, attempt: 1 }));
    });
    for (const delivery of copies) open.add(delivery);
    const start = policy.reverse ? hold : enqueue;
    if (policy.delayMs > 0) later(policy.delayMs, () => start(copies));
    else start(copies);
  };

  return {
    emit,
    setPolicy: (change) => {
      policy = change(policy);
    },
    pending: () => open.size,
    undelivered: () => [...open].map(({ webhook }) => webhook),
    idle: () => (open.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    close: () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      settle(...open);
    },
  };
}
