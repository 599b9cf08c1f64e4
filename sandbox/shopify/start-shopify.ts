/** The simulated Shopify: one program with state, many shops, spoken to over HTTP as the real one and acted on through its methods. */
import { randomUUID } from "node:crypto";
import { jsonReply } from "../http/replies.ts";
import type { HttpAnswer, HttpReply, HttpRequest } from "../http/server.ts";
import { startServer } from "../http/server.ts";
import { answerAdminRequest } from "./admin-api.ts";
import { appAddress, shopAddress } from "./admin/addresses.ts";
import { createAdmin } from "./admin/create-admin.ts";
import { BULK_RESULTS_PATH, bulkResult } from "./bulk/bulk-result.ts";
import { answerWithFaults } from "./faults/answer-with-faults.ts";
import type { ShopifyDoor } from "./faults/planned-faults.ts";
import { armShopifyFaults } from "./faults/planned-faults.ts";
import type { QueryTrouble } from "./faults/query-trouble.ts";
import { loadSchema } from "./graphql/load-schema.ts";
import { signSessionToken } from "./oauth/session-token.ts";
import { answerTokenRequest } from "./oauth/token-endpoint.ts";
import { revokeTokens } from "./oauth/tokens.ts";
import { toSeconds } from "./orders/instants.ts";
import { orderActions, orderSummary } from "./order-actions.ts";
import { readOrderInput } from "./orders/read-order-input.ts";
import { createRunningShops } from "./running-shops.ts";
import type { ShopifyOptions, ShopifySimulator } from "./simulator.ts";
import { loadShops, saveShops } from "./state/saved-shops.ts";
import type { ShopState } from "./state/shop-state.ts";
import { newShopState } from "./state/shop-state.ts";
import { compliancePayload } from "./webhooks/compliance-payload.ts";
import { changedPolicy } from "./webhooks/delivery-policy.ts";
import { createdEvents, uninstalledEvents } from "./webhooks/order-events.ts";
import type { DeliveryQueue, SendWebhook } from "./webhooks/delivery-queue.ts";
import { createDeliveryQueue } from "./webhooks/delivery-queue.ts";
import { createManualDeliveries } from "./webhooks/manual-deliveries.ts";
import { createWebhookSender } from "./webhooks/send-webhook.ts";
import { API_VERSION } from "./webhooks/webhook-request.ts";

export type { NewShop, OrderSummary, ShopifyOptions, ShopifySimulator } from "./simulator.ts";

const DEFAULT_SCOPES = ["read_orders", "read_customers", "read_products", "read_inventory", "read_locations", "read_payment_terms", "read_shopify_payments_disputes", "read_shopify_payments_accounts", "read_shopify_payments_payouts"];
const STANDARD_RESTORE_RATE = 100;
const TOKEN_PATH = "/admin/oauth/access_token";
const GRAPHQL_PATH = `/admin/api/${API_VERSION}/graphql.json`;

export async function startShopify(options: ShopifyOptions): Promise<ShopifySimulator> {
  const { now, apiKey, apiSecret, topics, scopes = DEFAULT_SCOPES, throttling = true, appName = "Tieout", deliver = "http", ids = randomUUID } = options;
  const sender = createWebhookSender({ apiSecret, appUrl: options.appUrl, webhookPath: options.webhookPath });
  const createDeliveries = (state: ShopState, changed: () => void): DeliveryQueue => {
    if (deliver === "manual") return createManualDeliveries(state, { now, apiSecret, changed });
    const send: SendWebhook = async (webhook) => {
      const status = await sender.send(webhook);
      changed();
      return status;
    };
    return createDeliveryQueue(state, send, now);
  };
  const shops = createRunningShops({ schema: loadSchema(), scopes, throttling, topics, now, ids, createDeliveries });
  let savedRevision = 0;

  const actions: Omit<ShopifySimulator, "origin" | "port" | "close" | "adminUrl" | "appUrlInAdmin"> = {
    ...orderActions(shops),
    setAppUrl: sender.setAppUrl,
    createShop: ({ restoreRate = STANDARD_RESTORE_RATE, taxesIncluded = false, name, ...settings }) => {
      shops.add(newShopState({ ...settings, taxesIncluded, restoreRate, name: name ?? settings.domain }, shops.all().length));
    },
    shops: () => shops.all().map(({ state: { domain, name, installed } }) => ({ domain, name, installed })),
    sessionToken: (domain, tokenOptions) => signSessionToken({ apiKey, apiSecret, ids }, shops.of(domain).state.domain, tokenOptions),
    createOrder: (domain, input) => {
      const shop = shops.of(domain);
      const order = readOrderInput(shop.state, input, toSeconds(now()));
      shop.state.orders.push(order);
      shops.announce(shop, createdEvents(order, shop.state));
      return orderSummary(order);
    },
    writeHistory: (domain, write, { announce = false } = {}) => {
      const shop = shops.of(domain);
      const orders = write(shop.state);
      shops.announce(shop, announce ? orders.flatMap((order) => createdEvents(order, shop.state)) : []);
    },
    uninstall: (domain) => {
      const shop = shops.of(domain);
      revokeTokens(shop.state);
      shops.announce(shop, uninstalledEvents(shop.state));
      shop.state.installed = false;
    },
    install: (domain) => {
      shops.of(domain).state.installed = true;
      shops.changed();
    },
    sendCompliance: (domain, topic) => {
      const shop = shops.of(domain);
      shops.announce(shop, [{ topic, payload: compliancePayload(topic, shop.state), orderName: null }], { regardless: true });
    },
    deletedOrders: (domain) => shops.of(domain).state.deletedOrders.map(orderSummary),
    orders: (domain) => shops.of(domain).state.orders.map(orderSummary),
    setDelivery: (domain, change) => shops.of(domain).deliveries.setPolicy((policy) => changedPolicy(policy, change)),
    setFaults: (domain, faults) => {
      shops.of(domain).faults.armed = armShopifyFaults(faults);
    },
    faultsStruck: (domain) => shops.of(domain).faults.struck,
    release: (domain) => shops.of(domain).faults.gate.release(),
    pendingDeliveries: (domain) => (domain === undefined ? shops.all() : [shops.of(domain)]).reduce((sum, { deliveries }) => sum + deliveries.pending(), 0),
    deliverNext: (domain) => shops.of(domain).deliveries.next(),
    nextDeliveryAt: (domain) => shops.of(domain).deliveries.nextAt(),
    idle: async () => {
      await Promise.all(shops.all().map(({ deliveries }) => deliveries.idle()));
    },
    webhookLog: (domain) => shops.of(domain).state.deliveries,
    graphqlCalls: (domain) => shops.of(domain).state.graphqlCalls,
    save: async (file) => {
      const revision = shops.revision();
      await saveShops(file, shops.all().map(({ state, deliveries }) => ({ state, undelivered: deliveries.undelivered() })));
      savedRevision = revision;
    },
    load: async (file) => {
      const saved = await loadShops(file);
      if (!saved) return false;
      for (const { state, undelivered } of saved) shops.add(state, undelivered);
      savedRevision = shops.revision();
      return true;
    },
    unsaved: () => shops.revision() !== savedRevision,
  };

  const admin = createAdmin({ app: { name: appName, apiKey, url: sender.appUrl }, shops: () => shops.all().map(({ state }) => state), actions, now });

  const handle = (request: HttpRequest): HttpReply | Promise<HttpReply> => {
    const domain = request.headers["x-shopify-shop-domain"];
    if (request.url.pathname.startsWith(BULK_RESULTS_PATH)) return bulkResult(shops.all().map(({ state }) => state), request, now());
    if (domain === undefined && !request.url.pathname.startsWith("/admin/")) return admin(request);
    const shop = shops.find(domain ?? "");
    if (!shop || request.method !== "POST") return jsonReply(404, { errors: "Not Found" });
    const { state, faults } = shop;
    const answer = (door: ShopifyDoor, work: (trouble?: QueryTrouble) => HttpAnswer): Promise<HttpReply> => {
      const perform = (trouble?: QueryTrouble): HttpAnswer => {
        shops.changed();
        return work(trouble);
      };
      return answerWithFaults(faults, { door, restoreRate: state.restoreRate, perform });
    };
    switch (request.url.pathname) {
      case TOKEN_PATH: return answer("token", () => answerTokenRequest({ apiKey, apiSecret, scopes, ids }, state, request.body, now()));
      case GRAPHQL_PATH: return answer("graphql", (trouble) => answerAdminRequest(shop.api, state, request, now(), trouble));
      default: return jsonReply(404, { errors: "Not Found" });
    }
  };

  const server = await startServer({ ...(options.port === undefined ? {} : { port: options.port }), handler: handle });
  return {
    ...actions,
    origin: server.origin,
    port: server.port,
    adminUrl: (domain) => server.origin + shopAddress(shops.of(domain).state),
    appUrlInAdmin: (domain, path = "") => server.origin + appAddress(shops.of(domain).state, apiKey, path),
    close: async () => {
      for (const { deliveries } of shops.all()) deliveries.close();
      await server.close();
    },
  };
}
