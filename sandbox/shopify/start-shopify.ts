/** The simulated Shopify: one program with state, many shops, spoken to over HTTP as the real one and acted on through its methods. */
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { HttpReply, HttpRequest } from '../http/server.ts';
import { startServer } from '../http/server.ts';
import { jsonReply } from '../http/replies.ts';
import type { AdminApi } from './admin-api.ts';
import { answerAdminRequest } from './admin-api.ts';
import { loadSchema } from './graphql/load-schema.ts';
import { createQueryBucket } from './graphql/query-bucket.ts';
import type { SessionTokenOptions } from './oauth/session-token.ts';
import { signSessionToken } from './oauth/session-token.ts';
import { answerTokenRequest } from './oauth/token-endpoint.ts';
import { revokeTokens } from './oauth/tokens.ts';
import type { FulfilInput } from './orders/fulfil.ts';
import { fulfil } from './orders/fulfil.ts';
import { toSeconds } from './orders/instants.ts';
import { ShopifyActionError } from './orders/order-errors.ts';
import { fulfillmentStatus, financialStatus } from './orders/order-status.ts';
import type { PayInput } from './orders/pay.ts';
import { pay } from './orders/pay.ts';
import { readOrderInput } from './orders/read-order-input.ts';
import type { OrderRecord } from './state/order-record.ts';
import type { DeliveryLogEntry, ShopSettings, ShopState } from './state/shop-state.ts';
import { newShopState } from './state/shop-state.ts';
import type { DeliveryQueue } from './webhooks/delivery-queue.ts';
import { createDeliveryQueue } from './webhooks/delivery-queue.ts';
import type { PolicyChange } from './webhooks/delivery-policy.ts';
import { changedPolicy } from './webhooks/delivery-policy.ts';
import type { TopicEvent } from './webhooks/order-events.ts';
import { createdEvents, fulfilledEvents, paidEvents, uninstalledEvents } from './webhooks/order-events.ts';
import { createWebhookSender } from './webhooks/send-webhook.ts';
import { API_VERSION } from './webhooks/webhook-request.ts';

export type ShopifyOptions = {
  /** Default: any free port. */
  port?: number;
  /** Simulated time: business dates and the expiry of offline tokens. */
  now: () => Temporal.Instant;
  apiKey: string;
  apiSecret: string;
  /** Where webhooks go; may be set later. */
  appUrl?: string;
  webhookPath: string;
  /** Subscribed topics, as "orders/create". */
  topics: readonly string[];
  /** Granted scopes. */
  scopes?: readonly string[];
  /** False switches the query bucket off, for benchmarks; the ceiling per query stays. */
  throttling?: boolean;
};

export type NewShop = Pick<ShopSettings, 'domain' | 'currency' | 'timeZone' | 'country'> & {
  taxesIncluded?: boolean;
  name?: string;
  /** Points per second: 100 standard, 200 Advanced, 1000 Plus. */
  restoreRate?: number;
};

export type OrderSummary = { id: string; gid: string; name: string; financialStatus: string; fulfillmentStatus: string; updatedAt: string };

export type ShopifySimulator = {
  origin: string;
  port: number;
  setAppUrl: (appUrl: string) => void;
  createShop: (shop: NewShop) => void;
  /** The JWT the admin hands to the embedded app. */
  sessionToken: (domain: string, options?: SessionTokenOptions) => string;
  /** Throws OrderInputError when the input is not an order. */
  createOrder: (domain: string, input: unknown) => OrderSummary;
  /** `order`: its name (the latest of that name) or id. These throw ShopifyActionError where Shopify would refuse. */
  pay: (domain: string, order: string, input?: PayInput) => OrderSummary;
  fulfil: (domain: string, order: string, input?: FulfilInput) => OrderSummary;
  uninstall: (domain: string) => void;
  install: (domain: string) => void;
  orders: (domain: string) => OrderSummary[];
  setDelivery: (domain: string, change: PolicyChange) => void;
  /** Webhooks on their way, held or to be retried; of all shops when none is named. */
  pendingDeliveries: (domain?: string) => number;
  /** Resolves when no webhook of any shop is pending. */
  idle: () => Promise<void>;
  webhookLog: (domain: string) => readonly DeliveryLogEntry[];
  graphqlCalls: (domain: string) => number;
  close: () => Promise<void>;
};

const DEFAULT_SCOPES = ['read_orders', 'read_customers', 'read_products', 'read_inventory', 'read_locations', 'read_payment_terms'];
const STANDARD_RESTORE_RATE = 100;
const GRAPHQL_PATH = `/admin/api/${API_VERSION}/graphql.json`;

type RunningShop = { state: ShopState; deliveries: DeliveryQueue; api: AdminApi };

export async function startShopify(options: ShopifyOptions): Promise<ShopifySimulator> {
  const { now, apiKey, apiSecret, topics, scopes = DEFAULT_SCOPES, throttling = true } = options;
  const schema = loadSchema();
  const shops = new Map<string, RunningShop>();
  const sender = createWebhookSender({ apiSecret, appUrl: options.appUrl, webhookPath: options.webhookPath });

  const running = (domain: string): RunningShop => {
    const shop = shops.get(domain);
    if (!shop) throw new ShopifyActionError(`there is no shop ${domain}`);
    return shop;
  };

  const handle = (request: HttpRequest): HttpReply => {
    const shop = shops.get(request.headers['x-shopify-shop-domain'] ?? '');
    if (!shop || request.method !== 'POST') return jsonReply(404, { errors: 'Not Found' });
    switch (request.url.pathname) {
      case '/admin/oauth/access_token': return answerTokenRequest({ apiKey, apiSecret, scopes }, shop.state, request.body, now());
      case GRAPHQL_PATH: return answerAdminRequest(shop.api, shop.state, request, now());
      default: return jsonReply(404, { errors: 'Not Found' });
    }
  };

  const announce = ({ state, deliveries }: RunningShop, events: readonly TopicEvent[]): void => {
    if (!state.installed) return;
    const event = { shopDomain: state.domain, eventId: randomUUID(), triggeredAt: now().toString() };
    const subscribed = events.filter(({ topic }) => topics.includes(topic));
    deliveries.emit(subscribed.map(({ topic, payload, orderName }) => ({ ...event, topic, orderName, webhookId: randomUUID(), body: JSON.stringify(payload) })));
  };

  /** Runs an action, updates the order's time (never backwards), then tells the world; an action that throws changes nothing. */
  const act = (
    domain: string,
    reference: string,
    { change, events }: { change: (order: OrderRecord, state: ShopState, at: string) => void; events: (order: OrderRecord, state: ShopState) => TopicEvent[] },
  ): OrderSummary => {
    const shop = running(domain);
    const order = findOrder(shop.state, reference);
    const at = toSeconds(now());
    change(order, shop.state, at);
    order.updatedAt = at > order.updatedAt ? at : order.updatedAt;
    announce(shop, events(order, shop.state));
    return summary(order);
  };

  const server = await startServer({ ...(options.port === undefined ? {} : { port: options.port }), handler: handle });

  return {
    origin: server.origin,
    port: server.port,
    setAppUrl: sender.setAppUrl,
    createShop: ({ restoreRate = STANDARD_RESTORE_RATE, taxesIncluded = false, name, ...settings }) => {
      if (shops.has(settings.domain)) throw new ShopifyActionError(`there is already a shop ${settings.domain}`);
      const state = newShopState({ ...settings, taxesIncluded, restoreRate, name: name ?? settings.domain }, shops.size);
      const bucket = throttling ? createQueryBucket(restoreRate) : undefined;
      shops.set(settings.domain, { state, deliveries: createDeliveryQueue(state, sender.send), api: { schema, scopes, bucket } });
    },
    sessionToken: (domain, tokenOptions) => signSessionToken({ apiKey, apiSecret }, running(domain).state.domain, tokenOptions),
    createOrder: (domain, input) => {
      const shop = running(domain);
      const order = readOrderInput(shop.state, input, toSeconds(now()));
      shop.state.orders.push(order);
      announce(shop, createdEvents(order, shop.state));
      return summary(order);
    },
    pay: (domain, reference, input = {}) =>
      act(domain, reference, { change: (order, state, at) => pay(state, order, input, at), events: paidEvents }),
    fulfil: (domain, reference, input = {}) =>
      act(domain, reference, { change: (order, state, at) => fulfil(state, order, input, at), events: fulfilledEvents }),
    uninstall: (domain) => {
      const shop = running(domain);
      revokeTokens(shop.state);
      announce(shop, uninstalledEvents(shop.state));
      shop.state.installed = false;
    },
    install: (domain) => {
      running(domain).state.installed = true;
    },
    orders: (domain) => running(domain).state.orders.map(summary),
    setDelivery: (domain, change) => running(domain).deliveries.setPolicy((policy) => changedPolicy(policy, change)),
    pendingDeliveries: (domain) => (domain === undefined ? [...shops.values()] : [running(domain)]).reduce((sum, { deliveries }) => sum + deliveries.pending(), 0),
    idle: async () => {
      await Promise.all([...shops.values()].map(({ deliveries }) => deliveries.idle()));
    },
    webhookLog: (domain) => running(domain).state.deliveries,
    graphqlCalls: (domain) => running(domain).state.graphqlCalls,
    close: async () => {
      for (const { deliveries } of shops.values()) deliveries.close();
      await server.close();
    },
  };
}

function findOrder(shop: ShopState, reference: string): OrderRecord {
  const order = shop.orders.findLast(({ id, name }) => name === reference || id === reference);
  if (!order) throw new ShopifyActionError(`${shop.domain} has no order ${reference}`);
  return order;
}

function summary(order: OrderRecord): OrderSummary {
  const { id, name, updatedAt } = order;
  return { id, gid: `gid://shopify/Order/${id}`, name, updatedAt, financialStatus: financialStatus(order), fulfillmentStatus: fulfillmentStatus(order) };
}
