/** What goes on while a process is struck: each story reaches failpoints that the others do not. Together they reach all. */
import type { World } from "#sandbox/launch/world.ts";
import { connectQuickBooks } from "#sandbox/launch/install-shop.ts";
import { type BacklogOrder, backlog } from "./backlog.ts";
import { comeToRest } from "./come-to-rest.ts";
import { heardOf, type KillStage, openStage, placeOrders } from "./stage.ts";

export type Told = { stage: KillStage; orders: BacklogOrder[]; madeAgain: number };

/** A story of the worker: everything is prepared while no worker runs, then one starts and is struck. */
export type WorkerStory = {
  about: string;
  /** What comes depends on a count of requests, not on an order's place. */
  byTime?: true;
  prepare(world: World): Promise<Told>;
  /** What a person does in the end about what waits for a person. */
  mend?(told: Told): Promise<void>;
};

const ORDERS = 5;
/** Past the life of Intuit's and Shopify's access tokens, so that both are renewed first. */
const TOKENS_LAPSE = "PT2H";

async function waitingBacklog(world: World): Promise<Told> {
  const stage = await openStage(world);
  const orders = backlog(ORDERS, stage.tenant.shop);
  placeOrders(stage, orders);
  await heardOf(stage);
  return { stage, orders, madeAgain: 0 };
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
  trouble: {
    about: "the same with QuickBooks refusing an estimate, losing the answer of an invoice, failing a payment before and one with 429",
    byTime: true,
    async prepare(world) {
      const told = await waitingBacklog(world);
      world.quickbooks.setFaults(told.stage.tenant.realmId, [
        { on: "POST /estimate", nth: 2, do: "status", status: 400, code: "2500" },
        { on: "POST /invoice", nth: 2, do: "commitThenDrop" },
        { on: "POST /payment", nth: 2, do: "dropBefore" },
        { on: "POST /payment", nth: 5, do: "status", status: 429 },
      ]);
      return told;
    },
    async mend({ stage: { world, tenant, merchant } }) {
      world.quickbooks.setFaults(tenant.realmId, []);
      await merchant.resync(world.shopify.orders(tenant.shop).map(({ gid }) => gid));
    },
  },
  resync: {
    about: "a person's resync of posted orders, three documents of which a bookkeeper deleted, and of an order that Shopify does not have",
    async prepare(world) {
      const told = await waitingBacklog(world);
      const { stage } = told;
      await world.app.start("worker");
      await comeToRest(stage);
      await world.app.stop("worker", "SIGTERM");
      for (const { number } of told.orders.slice(1, 4)) deleteInvoice(stage, number);
      await stage.merchant.resync([...world.shopify.orders(stage.tenant.shop).map(({ gid }) => gid), "gid://shopify/Order/1"]);
      return { ...told, madeAgain: 3 };
    },
  },
  parked: {
    about: "a backlog met by a company that disconnected the app; a person reconnects it",
    async prepare(world) {
      const told = await waitingBacklog(world);
      world.quickbooks.disconnect(told.stage.tenant.realmId);
      return told;
    },
    async mend({ stage: { world, tenant, merchant } }) {
      await connectQuickBooks(world, tenant);
      await merchant.wake();
    },
  },
} as const satisfies Record<string, WorkerStory>;

export type WorkerStoryName = keyof typeof WORKER_STORIES;

function deleteInvoice({ world, tenant }: KillStage, number: string): void {
  const row = world.quickbooks.documents(tenant.realmId, "Invoice").find((each) => each["DocNumber"] === number);
  world.quickbooks.bookkeeper(tenant.realmId, { action: "delete", kind: "invoice", id: String(row?.["Id"]) });
}
