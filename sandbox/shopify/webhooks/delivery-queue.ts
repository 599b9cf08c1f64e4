/** Delivers one shop's webhooks over HTTP, after the fact and with retries, as its policy says; must never block an action. */
import type { Temporal } from "temporal-polyfill";
import type { ShopState } from "../state/shop-state.ts";
import { createClockHold } from "./clock-hold.ts";
import type { Delivery } from "./delivery.ts";
import { deliveriesOf, isAccepted, laterBy, logDelivery } from "./delivery.ts";
import type { DeliveryPolicy } from "./delivery-policy.ts";
import { NORMAL_DELIVERY } from "./delivery-policy.ts";
import type { Webhook } from "./webhook-request.ts";

/** Eight retries as Shopify makes, within seconds instead of its four hours. */
const RETRY_DELAYS_MS = [200, 400, 800, 1200, 1600, 2000, 3000, 4000];
/** Under way at once per shop. */
const CONCURRENCY = 8;
/** Where the order is changed, webhooks are held until none came for this long, then sent one by one. */
const ARRANGE_HOLD_MS = 50;
/** The sandbox clock moves by a file: how often it is looked at while a webhook waits for it. */
const CLOCK_LOOK_MS = 100;

/** The HTTP status, or undefined when there was no answer. */
export type SendWebhook = (webhook: Webhook) => Promise<number | undefined>;

/** A webhook that is arriving now: the request as data, and how its sender hears what became of it. */
export type ArrivingWebhook = {
  topic: string;
  orderName: string | null;
  webhookId: string;
  /** 1 for the first try. */
  attempt: number;
  /** With the signature over `body`. */
  headers: Record<string, string>;
  body: string;
  /** The HTTP status, undefined when there was no answer. Exactly once; what is not accepted comes again later. */
  answered: (status: number | undefined) => void;
};

export type DeliveryQueue = {
  emit: (webhooks: readonly Webhook[]) => void;
  setPolicy: (change: (policy: DeliveryPolicy) => DeliveryPolicy) => void;
  /** What can arrive without the sandbox clock moving on. */
  pending: () => number;
  /** When the next webhook that waits for the sandbox clock may arrive. */
  nextAt: () => Temporal.Instant | undefined;
  /** Takes the webhook that arrives next; throws Error where webhooks are sent without being asked for. */
  next: () => ArrivingWebhook | undefined;
  /** What has not been delivered yet, so that it can be kept over a restart. */
  undelivered: () => Webhook[];
  /** Resolves when nothing is pending, retries and held webhooks included. */
  idle: () => Promise<void>;
  /** Forgets what is pending. */
  close: () => void;
};

export function createDeliveryQueue(shop: ShopState, send: SendWebhook, now: () => Temporal.Instant): DeliveryQueue {
  let policy = NORMAL_DELIVERY;
  const open = new Set<Delivery>();
  let underWay = 0;
  let closed = false;
  const ready: Delivery[] = [];
  let held: Delivery[] = [];
  let holdTimer: NodeJS.Timeout | undefined;
  const waitingForClock = createClockHold<Delivery>(now);
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

  const isIdle = (): boolean => open.size === waitingForClock.size();

  const settle = (...deliveries: Delivery[]): void => {
    for (const delivery of deliveries) open.delete(delivery);
    if (isIdle()) for (const resolve of waiting.splice(0)) resolve();
  };

  const deliver = async (delivery: Delivery): Promise<void> => {
    const status = await send(delivery.webhook);
    if (closed) return;
    logDelivery(shop, delivery, status ?? "failed");
    const delayMs = RETRY_DELAYS_MS[delivery.attempt - 1];
    if (isAccepted(status) || delayMs === undefined) return settle(delivery);
    later(delayMs, () => {
      delivery.attempt += 1;
      enqueue([delivery]);
    });
  };

  const pump = (): void => {
    while (!closed && underWay < (policy.arrange ? 1 : CONCURRENCY)) {
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
    holdTimer = later(ARRANGE_HOLD_MS, () => {
      const arranged = policy.arrange?.(held) ?? held;
      held = [];
      enqueue(arranged);
    });
  };

  const start = (deliveries: readonly Delivery[]): void => {
    if (deliveries.length > 0) (policy.arrange ? hold : enqueue)(deliveries);
  };

  const letDueGo = (): void => start(waitingForClock.takeDue());

  const lookAtClock = (): void => {
    letDueGo();
    if (waitingForClock.size() > 0) later(CLOCK_LOOK_MS, lookAtClock);
  };

  const emit = (webhooks: readonly Webhook[]): void => {
    const deliveries = deliveriesOf(shop, webhooks, policy);
    for (const delivery of deliveries) open.add(delivery);
    if (policy.delayBy) {
      const isLookedAt = waitingForClock.size() > 0;
      waitingForClock.add(deliveries, laterBy(now(), policy.delayBy));
      if (!isLookedAt) lookAtClock();
    } else if (policy.delayMs > 0) later(policy.delayMs, () => start(deliveries));
    else start(deliveries);
  };

  return {
    emit,
    setPolicy: (change) => {
      policy = change(policy);
    },
    pending: () => {
      letDueGo();
      return open.size - waitingForClock.size();
    },
    nextAt: waitingForClock.next,
    next: () => {
      throw new Error('webhooks are sent without being asked for; start the simulator with deliver: "manual" to take them one by one');
    },
    undelivered: () => [...open].map(({ webhook }) => webhook),
    idle: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    close: () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      waitingForClock.clear();
      settle(...open);
    },
  };
}
