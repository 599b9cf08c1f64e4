/** What the simulated Shopify offers to the programs that run it: the play format's steps, the demo, and tests. */
import type { Temporal } from "temporal-polyfill";
import type { StruckShopifyFault } from "./faults/planned-faults.ts";
import type { SessionTokenOptions } from "./oauth/session-token.ts";
import type { CancelInput } from "./orders/cancel.ts";
import type { ChargebackInput } from "./orders/chargeback.ts";
import type { EditInput } from "./orders/edit.ts";
import type { SetCustomerInput } from "./orders/set-customer.ts";
import type { FulfilInput } from "./orders/fulfil.ts";
import type { PayInput } from "./orders/pay.ts";
import type { RefundInput } from "./orders/refund.ts";
import type { OrderRecord } from "./state/order-record.ts";
import type { DeliveryLogEntry, ShopSettings, ShopState } from "./state/shop-state.ts";
import type { ArrivingWebhook } from "./webhooks/delivery-queue.ts";
import type { PolicyChange } from "./webhooks/delivery-policy.ts";

export type ShopifyOptions = {
  /** Default: any free port. */
  port?: number;
  /** Simulated time: business dates and the expiry of offline tokens. */
  now: () => Temporal.Instant;
  apiKey: string;
  apiSecret: string;
  /** The app's name in the admin's navigation; default Tieout. */
  appName?: string;
  /** Where webhooks go and what the admin embeds; may be set later. */
  appUrl?: string;
  webhookPath: string;
  /** Subscribed topics, as "orders/create". */
  topics: readonly string[];
  /** Granted scopes. */
  scopes?: readonly string[];
  /** How webhooks arrive: sent by themselves over HTTP (the default), or taken one by one with `deliverNext`, without timers. */
  deliver?: "http" | "manual";
  /** Where tokens and webhooks get their ids from; by default they are random, and a run that must be the same twice gives a source of its own. */
  ids?: () => string;
  /** False switches the query bucket off, for benchmarks; the ceiling per query stays. */
  throttling?: boolean;
};

export type NewShop = Pick<ShopSettings, "domain" | "currency" | "timeZone" | "country" | "recentOrdersOnly" | "orderNumberFormat"> & {
  taxesIncluded?: boolean;
  name?: string;
  /** Points per second: 100 standard, 200 Advanced, 1000 Plus. */
  restoreRate?: number;
};

export type OrderSummary = { id: string; gid: string; name: string; financialStatus: string; fulfillmentStatus: string; updatedAt: string };

/** Shopify's three mandatory privacy topics (design page 06, Compliance). */
export type ComplianceTopic = "customers/data_request" | "customers/redact" | "shop/redact";

export type ShopifySimulator = {
  origin: string;
  port: number;
  setAppUrl: (appUrl: string) => void;
  createShop: (shop: NewShop) => void;
  shops: () => { domain: string; name: string; installed: boolean }[];
  /** Where a person opens the shop's admin, and the app in it. */
  adminUrl: (domain: string) => string;
  appUrlInAdmin: (domain: string, path?: string) => string;
  /** The JWT the admin hands to the embedded app. */
  sessionToken: (domain: string, options?: SessionTokenOptions) => string;
  /** Throws OrderInputError when the input is not an order. */
  createOrder: (domain: string, input: unknown) => OrderSummary;
  /** `order`: its name (the latest of that name) or id. These throw ShopifyActionError where Shopify would refuse, and then change nothing. */
  pay: (domain: string, order: string, input?: PayInput) => OrderSummary;
  fulfil: (domain: string, order: string, input?: FulfilInput) => OrderSummary;
  edit: (domain: string, order: string, input: EditInput) => OrderSummary;
  setCustomer: (domain: string, order: string, input: SetCustomerInput) => OrderSummary;
  refund: (domain: string, order: string, input?: RefundInput) => OrderSummary;
  cancel: (domain: string, order: string, input?: CancelInput) => OrderSummary;
  chargeback: (domain: string, order: string, input: ChargebackInput) => OrderSummary;
  /** The order is gone for everyone who reads the shop, and the app hears "orders/delete". */
  deleteOrder: (domain: string, order: string) => OrderSummary;
  /** Writes history: changes the shop without telling the app, unless `announce` says that these orders are new. */
  writeHistory: (domain: string, write: (state: ShopState) => OrderRecord[], options?: { announce?: boolean }) => void;
  uninstall: (domain: string) => void;
  install: (domain: string) => void;
  sendCompliance: (domain: string, topic: ComplianceTopic) => void;
  orders: (domain: string) => OrderSummary[];
  deletedOrders: (domain: string) => OrderSummary[];
  setDelivery: (domain: string, change: PolicyChange) => void;
  /** Replaces the shop's planned faults; throws ZodError for a plan that is none. */
  setFaults: (domain: string, faults: unknown) => void;
  /** Which faults were met at which door, in order. */
  faultsStruck: (domain: string) => readonly StruckShopifyFault[];
  /** Lets the calls go on that a fault `hang` holds. */
  release: (domain: string) => void;
  /** Webhooks on their way, held or to be retried, but not those that wait for the sandbox clock; of all shops when none is named. */
  pendingDeliveries: (domain?: string) => number;
  /** With `deliver: "manual"`: the webhook that arrives next as data, in the order its delivery policy makes; undefined when none can arrive now. */
  deliverNext: (domain: string) => ArrivingWebhook | undefined;
  /** When the sandbox clock lets the next webhook arrive that waits for it. */
  nextDeliveryAt: (domain: string) => Temporal.Instant | undefined;
  /** Resolves when no webhook of any shop is pending; those that wait for the sandbox clock do not count. */
  idle: () => Promise<void>;
  webhookLog: (domain: string) => readonly DeliveryLogEntry[];
  graphqlCalls: (domain: string) => number;
  /** Writes all shops with their undelivered webhooks to a JSON file, whole or not at all. */
  save: (file: string) => Promise<void>;
  /** Takes over the shops of a saved file and sends what was undelivered; false when there is no such file. Throws for a file it cannot read. */
  load: (file: string) => Promise<boolean>;
  /** Whether anything changed since the last `save` or `load`. */
  unsaved: () => boolean;
  close: () => Promise<void>;
};
