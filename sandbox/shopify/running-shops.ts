/** The shops while the simulator runs: state, webhooks and query bucket of each, and the one way in which an order changes. */
import type { GraphQLSchema } from "graphql";
import type { Temporal } from "temporal-polyfill";
import type { AdminApi } from "./admin-api.ts";
import type { ShopFaults } from "./faults/answer-with-faults.ts";
import { noFaults } from "./faults/answer-with-faults.ts";
import { createQueryBucket } from "./graphql/query-bucket.ts";
import { toSeconds } from "./orders/instants.ts";
import { ShopifyActionError } from "./orders/order-errors.ts";
import type { OrderRecord } from "./state/order-record.ts";
import type { ShopState } from "./state/shop-state.ts";
import type { DeliveryQueue } from "./webhooks/delivery-queue.ts";
import type { TopicEvent } from "./webhooks/order-events.ts";
import { deletedEvents } from "./webhooks/order-events.ts";
import type { Webhook } from "./webhooks/webhook-request.ts";

export type RunningShop = { state: ShopState; deliveries: DeliveryQueue; api: AdminApi; faults: ShopFaults };

/** Changes the order and tells afterwards what the world hears of it; `at` is now in UTC seconds. */
export type OrderAction = (state: ShopState, order: OrderRecord, at: string) => () => TopicEvent[];

export type RunningShops = {
  all: () => RunningShop[];
  find: (domain: string) => RunningShop | undefined;
  /** Throws ShopifyActionError when there is no such shop. */
  of: (domain: string) => RunningShop;
  add: (state: ShopState, undelivered?: readonly Webhook[]) => void;
  /** To an installed app that subscribed; `regardless` for what Shopify sends to every app, also after it was uninstalled. */
  announce: (shop: RunningShop, events: readonly TopicEvent[], options?: { regardless?: boolean }) => void;
  act: (domain: string, reference: string, action: OrderAction) => OrderRecord;
  /** Takes an order out of the shop for good. */
  remove: (domain: string, reference: string) => OrderRecord;
  /** Counts every change, so that a saver knows whether there is anything to save. */
  revision: () => number;
  changed: () => void;
};

type Options = {
  schema: GraphQLSchema;
  scopes: readonly string[];
  throttling: boolean;
  topics: readonly string[];
  now: () => Temporal.Instant;
  ids: () => string;
  /** How a shop's webhooks travel; `changed` is to be called when one was delivered. */
  createDeliveries: (state: ShopState, changed: () => void) => DeliveryQueue;
};

export function createRunningShops({ schema, scopes, throttling, topics, now, ids, createDeliveries }: Options): RunningShops {
  const shops = new Map<string, RunningShop>();
  let revision = 0;
  const changed = (): void => {
    revision += 1;
  };

  const of = (domain: string): RunningShop => {
    const shop = shops.get(domain);
    if (!shop) throw new ShopifyActionError(`there is no shop ${domain}`);
    return shop;
  };

  const announce: RunningShops["announce"] = ({ state, deliveries }, events, { regardless = false } = {}) => {
    changed();
    if (!state.installed && !regardless) return;
    const event = { shopDomain: state.domain, eventId: ids(), triggeredAt: now().toString() };
    const subscribed = events.filter(({ topic }) => regardless || topics.includes(topic));
    deliveries.emit(subscribed.map(({ topic, payload, orderName }) => ({ ...event, topic, orderName, webhookId: ids(), body: JSON.stringify(payload) })));
  };

  return {
    all: () => [...shops.values()],
    find: (domain) => shops.get(domain),
    of,
    add: (state, undelivered = []) => {
      if (shops.has(state.domain)) throw new ShopifyActionError(`there is already a shop ${state.domain}`);
      const bucket = throttling ? createQueryBucket(state.restoreRate) : undefined;
      const deliveries = createDeliveries(state, changed);
      shops.set(state.domain, { state, deliveries, api: { schema, scopes, bucket }, faults: noFaults() });
      deliveries.emit(undelivered);
      changed();
    },
    announce,
    /** The order's time never runs backwards; an action that throws leaves the order as it was. */
    act: (domain, reference, action) => {
      const shop = of(domain);
      const order = findOrder(shop.state, reference);
      const at = toSeconds(now());
      const events = unchangedIfRefused(order, () => action(shop.state, order, at));
      order.updatedAt = at > order.updatedAt ? at : order.updatedAt;
      announce(shop, events());
      return order;
    },
    remove: (domain, reference) => {
      const shop = of(domain);
      const order = findOrder(shop.state, reference);
      shop.state.orders = shop.state.orders.filter((other) => other !== order);
      shop.state.deletedOrders.push(order);
      announce(shop, deletedEvents(order));
      return order;
    },
    revision: () => revision,
    changed,
  };
}

/** By name (the latest of that name) or id. */
export function findOrder(shop: ShopState, reference: string): OrderRecord {
  const order = shop.orders.findLast(({ id, name }) => name === reference || id === reference);
  if (!order) throw new ShopifyActionError(`${shop.domain} has no order ${reference}`);
  return order;
}

function unchangedIfRefused<Result>(order: OrderRecord, change: () => Result): Result {
  const before = structuredClone(order);
  try {
    return change();
  } catch (error) {
    Object.assign(order, before);
    throw error;
  }
}
