/** Failpoints: a named place before and after every step that writes or sends, put around the ports. Does nothing of its own and is in nobody's way in production. */
import type { ChangedOrders } from "./ports/changed-orders.ts";
import type { Consents } from "./ports/consents.ts";
import type { Inbox } from "./ports/inbox.ts";
import type { Ledger } from "./ports/ledger.ts";
import type { OrderSource } from "./ports/order-source.ts";
import type { PausedOrders } from "./ports/paused-orders.ts";
import type { Bindings, Configuration, ConnectionState, DueOrders, Instant, LookUps, Orders, Postings, RunOrders, Wishes } from "./ports/repositories.ts";
import type { RunFinding } from "./ports/runs.ts";
import type { SessionRows } from "./ports/session-rows.ts";
import type { ShopRegistry } from "./ports/shop-registry.ts";
import type { Sweeps } from "./ports/sweeps.ts";
import type { TokenStore } from "./ports/token-store.ts";

/** What of the app writes or sends; `asking` is what a person presses, `worker` and `waker` are the doors of the job engine. */
export type GuardedPorts = {
  due: DueOrders;
  orders: Orders;
  postings: Postings;
  bindings: Bindings;
  configuration: Configuration;
  connection: ConnectionState;
  source: OrderSource;
  ledger: Ledger;
  lookUps: LookUps;
  wishes: Wishes;
  runs: RunOrders;
  runFinding: RunFinding;
  tokens: TokenStore;
  sessions: SessionRows;
  inbox: Inbox;
  consents: Consents;
  registry: ShopRegistry;
  sweeps: Sweeps;
  changed: ChangedOrders;
  paused: PausedOrders;
  asking: { resync(orderIds: readonly string[], at: Instant): Promise<void>; wish(wish: { orderId: string }, at: Instant): Promise<void> };
  worker: { drain(connectionId: string, signal: AbortSignal): Promise<void> };
  waker: { wake(connectionId: string): Promise<void> };
};
export type PortName = keyof GuardedPorts;

/** Methods that answer at once cannot write or send. */
type AsyncMethod<Port> = { [Name in keyof Port & string]: Port[Name] extends (...parameters: never[]) => Promise<unknown> ? Name : never }[keyof Port & string];

/**
 * Every asynchronous method of every port, so that a new one does not build before it is placed here. `reads` stays within our database and changes nothing.
 * `unused`: no path of the app goes through it. Orders are marked due inside other transactions (a webhook's receipt, the sweep's keep, a person's wish), and Shopify's library
 * removes sessions only in ways of signing in that this app does not have; an uninstall removes them in the webhook's own transaction.
 */
const STEPS = {
  due: { take: "point", mark: "unused", finish: "point", postpone: "point" },
  orders: { saveSnapshot: "point", record: "point", recordUnread: "point", recordAside: "point", recordStopped: "point" },
  postings: {
    forOrders: "reads", ofCustomer: "reads", intend: "point", intendRemoval: "point", settleRemoval: "point", markSent: "point", settle: "point", release: "point", markUnknown: "point", markRejected: "point", adopt: "point", observe: "point", markUndone: "point",
  },
  bindings: { load: "reads", bind: "point", boundTo: "reads" },
  configuration: { settings: "reads", rules: "reads" },
  connection: { facts: "reads", saveCompany: "point", learnLinkCloses: "point", park: "point" },
  source: { fetch: "point" },
  ledger: { readCompany: "point", findCustomers: "point", findItems: "point", findVendors: "point", createCustomer: "point", createItem: "point", write: "point", takeOff: "point", remove: "point", deposited: "point", read: "point", lookUp: "point", lookUpAll: "point" },
  lookUps: { pending: "reads", done: "point" },
  wishes: { of: "reads", settle: "point" },
  runs: { of: "reads", settle: "point" },
  runFinding: { finding: "reads", keep: "point", noteMissing: "point", noteHistory: "point", forgetHistory: "point", noteGathered: "point", fail: "point" },
  tokens: { read: "reads", refreshExclusively: "point" },
  sessions: { put: "point", replace: "point", get: "reads", remove: "unused", ofShop: "reads", exclusively: "point" },
  inbox: { receive: "point" },
  consents: { begin: "point", shopOf: "reads", use: "point", connect: "point" },
  registry: { register: "point" },
  sweeps: { place: "reads", keep: "point", complete: "point", postpone: "point" },
  changed: { page: "point" },
  paused: { unlisted: "reads", list: "point", passOver: "point" },
  asking: { resync: "point", wish: "point" },
  worker: { drain: "point" },
  waker: { wake: "point" },
} as const satisfies { [Name in PortName]: Record<AsyncMethod<GuardedPorts[Name]>, "point" | "reads" | "unused"> };

type Steps = typeof STEPS;
type StepName = { [Port in PortName]: { [Method in keyof Steps[Port] & string]: Steps[Port][Method] extends "point" ? `${Port}.${Method}` : never }[keyof Steps[Port] & string] }[PortName];
/** `tokens.refresh`: inside the lock, around the request to the token service; after it the new tokens are known and not stored yet. */
type Step = StepName | "tokens.refresh";
export type FailpointName = `${Step}:before` | `${Step}:after`;

const isStep = (name: string): name is Step => {
  const [port = "", method = ""] = name.split(".");
  return name === "tokens.refresh" || Object.entries(STEPS).some(([known, methods]) => known === port && Object.entries(methods).some(([each, kind]) => each === method && kind === "point"));
};
const STEP_NAMES = [...Object.entries(STEPS).flatMap(([port, methods]) => Object.keys(methods).map((method) => `${port}.${method}`)), "tokens.refresh"].filter(isStep);

/** The closed list. */
export const FAILPOINTS: readonly FailpointName[] = STEP_NAMES.flatMap((step) => [`${step}:before` as const, `${step}:after` as const]);

export const isFailpoint = (name: string): name is FailpointName => FAILPOINTS.some((each) => each === name);

/** The steps of one port, for those who put points around it. */
export const stepOf = (port: PortName, method: string): Step | null => {
  const name = `${port}.${method}`;
  return isStep(name) ? name : null;
};

/** `order`: the order the step is about; null where it is about several or none. */
export type About = { order: string | null };
/** Reached a point. What it awaits or throws is what happens there: an error before a step prevents the step, one after it loses its answer. */
export type Hit = (point: FailpointName, about: About) => Promise<void>;
