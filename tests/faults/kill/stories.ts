/** What goes on while a worker is struck: each story reaches failpoints that the others do not. Together they reach all of the worker's. */
import { setTimeout as pause } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import type { World } from "#sandbox/launch/world.ts";
import { connectQuickBooks } from "#sandbox/launch/install-shop.ts";
import { type JsonObject, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { type BacklogOrder, backlog } from "./backlog.ts";
import { comeToRest } from "./come-to-rest.ts";
import { loseRecord } from "./lose-record.ts";
import { emptyWorld, heardOf, type KillStage, openStage, placeOrders } from "./stage.ts";

/** `madeAgain`: documents beyond one of each kind per order, because a person deleted some or had them made again. */
export type Told = {
  stage: KillStage;
  orders: BacklogOrder[];
  madeAgain: number;
  /** Those of them that took the place of one with their marker; all when nothing is said. */
  sameMarker?: number;
};

/** A story of the worker: everything is prepared while no worker runs, then one starts and is struck. */
export type WorkerStory = {
  about: string;
  /** What comes depends on a count of requests, not on an order's place. */
  byTime?: true;
  /** Steps that are struck in this story, also where others reach them. */
  owns?: readonly string[];
  prepare(world: World): Promise<Told>;
  /** What a person does in the end about what waits for a person. */
  mend?(told: Told): Promise<void>;
};

const ORDERS = 5;
const KINDS = 3;
/** Past the life of Intuit's and Shopify's access tokens, so that both are renewed first. */
const TOKENS_LAPSE = "PT2H";
/** Past the time from connecting to the first sweep. */
const SWEEP_COMES = "PT20M";
/** Past the time until a sweep that Shopify stopped is tried again. */
const SWEEP_COMES_AGAIN = "PT2M";
/** Less than any order of the backlog comes to. */
const FOREIGN_CREDIT = 10;
/** So many that a first, a middle and a last one can be struck. */
const NEVER_PLACED = [1, 2, 3].map((id) => `gid://shopify/Order/${id}`);
const DELETED = 3;

async function waitingBacklog(world: World, company: object = {}): Promise<Told> {
  await emptyWorld(world);
  const stage = await openStage(world, company);
  const orders = backlog(ORDERS, stage.tenant.shop);
  placeOrders(stage, orders);
  await heardOf(stage);
  return { stage, orders, madeAgain: 0 };
}

async function postedBacklog(world: World): Promise<Told> {
  const told = await waitingBacklog(world);
  await world.app.start("worker");
  await comeToRest(told.stage);
  await world.app.stop("worker", "SIGTERM");
  return told;
}

/** No webhook of the orders arrives. */
async function unheard(world: World): Promise<Told> {
  await emptyWorld(world);
  const stage = await openStage(world);
  const orders = backlog(ORDERS, stage.tenant.shop);
  world.shopify.setDelivery(stage.tenant.shop, { set: "lose", share: 1 });
  placeOrders(stage, orders);
  await heardOf(stage);
  world.shopify.setDelivery(stage.tenant.shop, { set: "normal" });
  return { stage, orders, madeAgain: 0 };
}

/** A person syncs two months, which Shopify gathers in a bulk operation. */
async function twoMonths(world: World): Promise<Told> {
  const told = await unheard(world);
  const today = world.clock.now().toString().slice(0, 10);
  await startRun(told.stage, { by: "range", from: Temporal.PlainDate.from(today).subtract({ months: 2 }).toString(), to: today });
  return told;
}

/** And it is time for the first sweep. */
async function unheardBacklog(world: World): Promise<Told> {
  const told = await unheard(world);
  world.clock.advance(SWEEP_COMES);
  await told.stage.merchant.wake();
  return told;
}

export const WORKER_STORIES = {
  backlog: {
    about: "five paid and shipped orders with new customers and items, after the access tokens of both sides lapsed",
    async prepare(world) {
      const told = await waitingBacklog(world);
      world.clock.advance(TOKENS_LAPSE);
      return told;
    },
  },
  lapsed: {
    about: "the same; where Intuit's answer to a refresh dies with the process that asked, the connection has ended, and a person reconnects it",
    owns: ["tokens.refresh:"],
    async prepare(world) {
      const told = await waitingBacklog(world);
      world.clock.advance(TOKENS_LAPSE);
      return told;
    },
    mend: reconnect,
  },
  trouble: {
    about: "the same with QuickBooks too busy for the first estimate, refusing another, losing the answer of an invoice, failing a payment before and one with 429",
    byTime: true,
    async prepare(world) {
      const told = await waitingBacklog(world);
      world.quickbooks.setFaults(told.stage.tenant.realmId, [
        { on: "POST /estimate", nth: 1, do: "status", status: 429, retryAfterSeconds: 1 },
        { on: "POST /estimate", nth: 3, do: "status", status: 400, code: "2500" },
        { on: "POST /invoice", nth: 2, do: "commitThenDrop" },
        { on: "POST /payment", nth: 2, do: "dropBefore" },
        { on: "POST /payment", nth: 5, do: "status", status: 429 },
      ]);
      return told;
    },
    async mend({ stage }) {
      stage.world.quickbooks.setFaults(stage.tenant.realmId, []);
      await stage.merchant.resync(orderIds(stage));
    },
  },
  dropShip: {
    about: "five paid and shipped orders, each with a field guide that a vendor ships: a purchase order beside the usual three documents",
    owns: ["ledger.findVendors"],
    async prepare(world) {
      const told = await waitingBacklog(world, { vendors: [{ DisplayName: "Field Press" }], items: [{ Name: "Field guide", Sku: "BOOK-FIELD", PurchaseCost: 9.5, PrefVendorRef: { name: "Field Press" } }] });
      await told.stage.merchant.changeSettings((settings) => ({ ...settings, mode: "sales_orders_invoices_purchase_orders" }));
      await told.stage.merchant.publishRules([{ title: "The press ships", enabled: true, when: { all: [{ field: "line.sku", op: "equals", value: "BOOK-FIELD" }] }, then: [{ action: "drop_ship" }] }]);
      return { ...told, madeAgain: ORDERS, sameMarker: 0 };
    },
  },
  resync: {
    about: "a person's resync of posted orders, three documents of which a bookkeeper deleted, of three that were deleted in Shopify afterwards, and of three that Shopify never had",
    async prepare(world) {
      const told = await waitingBacklog(world);
      const { stage } = told;
      placeOrders(stage, backlog(ORDERS + DELETED, stage.tenant.shop).slice(ORDERS));
      await heardOf(stage);
      await world.app.start("worker");
      await comeToRest(stage);
      await world.app.stop("worker", "SIGTERM");
      const gone = told.orders.slice(1, 4);
      for (const { number } of gone) deleteDocuments(stage, "Invoice", (row) => row["DocNumber"] === number);
      await stage.merchant.resync([...orderIds(stage), ...NEVER_PLACED]);
      for (const { name } of world.shopify.orders(stage.tenant.shop).slice(ORDERS)) world.shopify.deleteOrder(stage.tenant.shop, name);
      await heardOf(stage);
      return { ...told, madeAgain: gone.length + KINDS * DELETED, sameMarker: gone.length };
    },
    mend({ stage }) {
      const deleted = stage.world.shopify.deletedOrders(stage.tenant.shop);
      for (const entity of ["Payment", "Invoice", "Estimate"]) deleteDocuments(stage, entity, (row) => deleted.some(({ id }) => textOf(row, "PrivateNote")?.includes(`/${id}/`) === true));
      return Promise.resolve();
    },
  },
  removal: {
    about: "a person removes three posted orders from QuickBooks, and has them made again later",
    async prepare(world) {
      const told = await postedBacklog(world);
      const removed = orderIds(told.stage).slice(1, 4);
      await told.stage.merchant.remove(removed);
      return { ...told, madeAgain: KINDS * removed.length };
    },
    mend: ({ stage }) => stage.merchant.resync(orderIds(stage)),
  },
  lostRecord: {
    about: "posted orders of which our record was lost; they are due once more",
    owns: ["lookUps.", "ledger.lookUpAll", "postings.adopt"],
    async prepare(world) {
      const told = await postedBacklog(world);
      await loseRecord(told.stage);
      await told.stage.merchant.drainAgain(orderIds(told.stage));
      return told;
    },
  },
  foreignCredit: {
    about: "a company that applies credit by itself, where every buyer has a payment that the bookkeeper recorded by hand",
    async prepare(world) {
      const told = await waitingBacklog(world, { preferences: { "SalesFormsPrefs.AutoApplyCredit": true } });
      for (let buyer = 1; buyer <= ORDERS; buyer += 1) {
        world.quickbooks.bookkeeper(told.stage.tenant.realmId, { action: "create", kind: "payment", value: { CustomerRef: { name: `Buyer No ${buyer}` }, TotalAmt: FOREIGN_CREDIT } });
      }
      return told;
    },
    mend({ stage }) {
      deleteDocuments(stage, "Payment", (row) => row["PrivateNote"] === undefined);
      return Promise.resolve();
    },
  },
  lostWebhooks: {
    about: "orders of which no webhook arrived; the sweep finds them",
    owns: ["sweeps.keep", "sweeps.complete", "changed."],
    prepare: unheardBacklog,
  },
  stoppedSweep: {
    about: "the same, and Shopify does not answer the sweep",
    byTime: true,
    owns: ["sweeps.postpone"],
    async prepare(world) {
      const told = await unheardBacklog(world);
      world.shopify.setFaults(told.stage.tenant.shop, [{ on: "graphql", nth: 1, do: "status", status: 503 }]);
      return told;
    },
    async mend({ stage: { world, merchant } }) {
      world.clock.advance(SWEEP_COMES_AGAIN);
      await merchant.wake();
    },
  },
  manualRun: {
    about: "orders of which no webhook arrived; a person syncs them by number, with a number that no order has",
    owns: ["runs.", "runFinding."],
    async prepare(world) {
      const told = await unheard(world);
      await startRun(told.stage, { by: "numbers", numbers: `${numbersOf(told)} 99999` });
      return told;
    },
  },
  refusedRun: {
    about: "the same, and Shopify refuses; the person asks once more",
    byTime: true,
    owns: ["runFinding.fail"],
    async prepare(world) {
      const told = await unheard(world);
      world.shopify.setFaults(told.stage.tenant.shop, [{ on: "graphql", nth: 1, do: "status", status: 403 }]);
      for (const more of ["", " 99999"]) await startRun(told.stage, { by: "numbers", numbers: `${numbersOf(told)}${more}` });
      return told;
    },
  },
  history: {
    about: "orders of which no webhook arrived; a person syncs two months, which Shopify gathers in a bulk operation",
    owns: ["runFinding.noteHistory", "runFinding.noteGathered"],
    prepare: twoMonths,
  },
  cancelledRun: {
    about: "the same; the person cancels while Shopify gathers, and asks for the orders by their numbers instead",
    owns: ["runFinding.forgetHistory"],
    async prepare(world) {
      const told = await twoMonths(world);
      const { merchant } = told.stage;
      await world.app.start("worker");
      let gathering: string[] = [];
      for (; gathering.length === 0; gathering = await merchant.gatheringRuns()) await pause(100);
      // Whoever goes on gathering must not be the one who stops it.
      await world.app.stop("worker", "SIGKILL");
      for (const runId of gathering) await merchant.cancelRun(runId);
      await startRun(told.stage, { by: "numbers", numbers: numbersOf(told) });
      return told;
    },
  },
  noBooks: {
    about: "a backlog, and QuickBooks does not answer the worker's first question about the books",
    byTime: true,
    owns: ["orders.recordStopped"],
    async prepare(world) {
      const told = await waitingBacklog(world);
      world.quickbooks.setFaults(told.stage.tenant.realmId, [{ on: "GET /query", nth: 1, do: "status", status: 503 }]);
      return told;
    },
  },
  parked: {
    about: "a backlog, and three orders that Shopify never had, met by a company that disconnected the app; a person reconnects it",
    async prepare(world) {
      const told = await waitingBacklog(world);
      await told.stage.merchant.resync(NEVER_PLACED);
      world.quickbooks.disconnect(told.stage.tenant.realmId);
      return told;
    },
    mend: reconnect,
  },
} as const satisfies Record<string, WorkerStory>;

export type WorkerStoryName = keyof typeof WORKER_STORIES;

async function reconnect({ stage: { world, tenant, merchant } }: Told): Promise<void> {
  await connectQuickBooks(world, tenant);
  await merchant.wake();
}

const orderIds = ({ world, tenant }: KillStage): string[] => world.shopify.orders(tenant.shop).map(({ gid }) => gid);

const numbersOf = ({ orders }: Told): string => orders.map(({ number }) => number).join(" ");

async function startRun({ merchant }: KillStage, typed: object): Promise<void> {
  const refusal = await merchant.startRun(typed);
  if (refusal !== null) throw new Error(`the run was refused: ${refusal}`);
}

/** By the bookkeeper's hand. */
function deleteDocuments({ world, tenant }: KillStage, entity: string, isMeant: (row: JsonObject) => boolean): void {
  for (const row of world.quickbooks.documents(tenant.realmId, entity).filter(isMeant)) {
    world.quickbooks.bookkeeper(tenant.realmId, { action: "delete", kind: entity, id: textOf(row, "Id") ?? "" });
  }
}
