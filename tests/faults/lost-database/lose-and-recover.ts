/** A shop's app loses its database, or gets an old backup back, while books and shop stay; the real processes, from installation to the last payment. */
import { setTimeout as pause } from "node:timers/promises";
import { textOf } from "#sandbox/quickbooks/wire/json.ts";
import { connectQuickBooks, installShop } from "#sandbox/launch/install-shop.ts";
import type { World } from "#sandbox/launch/world.ts";
import { parseConfig } from "#sandbox/play/script/script.ts";
import { type Stage, setStage } from "#sandbox/play/set-stage.ts";
import { storedDatabase } from "./stored-database.ts";

const CONFIG = JSON.stringify({
  rules: [{ title: "Invoice when it ships", when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }] }],
  clock: "2026-11-02T15:00:00Z",
  // The hardest company: no guard of QuickBooks' own is left, and the query limit is off so that only our pace counts.
  company: { switches: { requestIds: "ignore", duplicateDocNumberWarning: false } },
});

/** Per order of the backlog: milliseconds of QuickBooks' pace, twice over, and some to start. */
const quietWithinMs = (orders: number): number => 60_000 + orders * 1_500;

export type Figures = { orders: number; documents: number; newDocuments: number; adopted: number; reads: number; recoveredInMs: number; receivable: string };

/** `how`: the whole database is lost, or it is set back to what it was a day and half of the orders ago. */
export async function loseAndRecover(world: World, how: "lost" | "restored", orders: number): Promise<Figures> {
  const stage = await setStage(world, { script: { name: how, config: parseConfig(CONFIG), steps: [] }, orders: new Map() });
  const { shop, realmId } = stage.tenant;
  const database = await storedDatabase(world.database.url);
  try {
    place(stage, 1, orders / 2);
    await untilQuiet(stage, orders);
    if (how === "restored") await whileStopped(world, () => database.backUp());
    world.clock.advance("P1D");
    for (let n = 1; n <= orders / 4; n += 1) world.shopify.fulfil(shop, `#${1000 + n}`);
    place(stage, orders / 2 + 1, orders);
    await untilQuiet(stage, orders);
    const before = documentIds(world, realmId);
    world.clock.advance("PT30H");

    const startedAt = performance.now();
    await whileStopped(world, () => (how === "lost" ? database.lose() : database.restore(86_400)));
    world.quickbooks.resetLog(realmId);
    // Shopify's and QuickBooks' tokens have gone on without us: the app is opened and connected again, as a merchant is asked to.
    await installShop(world, shop);
    await connectQuickBooks(world, stage.tenant);
    const merchant = await world.merchants.of(shop);
    if (how === "lost") {
      // The start date is what makes the first sweep reach back over the loss (docs/operations.md).
      const { settings } = stage.story.script.config;
      await merchant.changeSettings(() => ({ ...settings, options: { ...settings.options, startDate: "2026-11-01" } }));
      await merchant.publishRules(stage.story.script.config.rules);
    }
    world.clock.advance("PT20M");
    await merchant.wake();
    await untilKnown(stage, orders);
    await untilQuiet(stage, orders);
    const recoveredInMs = Math.round(performance.now() - startedAt);
    const after = documentIds(world, realmId);
    const reads = world.quickbooks.requests(realmId).filter(({ method }) => method === "GET").length;
    const newDocuments = after.filter((id) => !before.includes(id)).length + before.filter((id) => !after.includes(id)).length;
    const adopted = (await world.records.postings(shop)).filter(({ state, ledgerId, entity }) => state === "posted" && before.includes(`${entity}/${ledgerId}`)).length;

    for (const { name, fulfillmentStatus } of world.shopify.orders(shop)) if (fulfillmentStatus === "UNFULFILLED") world.shopify.fulfil(shop, name);
    await untilQuiet(stage, orders);
    const receivable = world.quickbooks.trialBalance(realmId).find(({ account }) => account === "Accounts Receivable");
    return { orders, documents: before.length, newDocuments, adopted, reads, recoveredInMs, receivable: receivable ? `${receivable.debit}/${receivable.credit}` : "0.00" };
  } finally {
    await database.close();
  }
}

/** Paid orders `from` to `to`, every fifth by a customer of its own. */
function place({ world, tenant }: Stage, from: number, to: number): void {
  for (let n = from; n <= to; n += 1) {
    world.shopify.createOrder(tenant.shop, {
      name: `#${1000 + n}`, financial_status: "paid", gateway: "shopify_payments",
      customer: { first_name: "Buyer", last_name: `No ${n % 5}`, email: `buyer${n % 5}@example.com` },
      line_items: [{ sku: `TEE-${n % 7}`, title: `Tee ${n % 7}`, quantity: 1 + (n % 3), price: `${10 + (n % 9)}.99`, taxable: false }],
    });
  }
}

const documentIds = (world: World, realmId: string): string[] =>
  ["Estimate", "Invoice", "Payment"].flatMap((entity) => world.quickbooks.documents(realmId, entity).map((row) => `${entity}/${textOf(row, "Id")}`));

async function whileStopped(world: World, work: () => Promise<void>): Promise<void> {
  await world.app.stop("worker", "SIGTERM");
  await world.app.stop("web", "SIGTERM");
  await work();
  await world.app.start("web");
  await world.app.start("worker");
}

async function untilQuiet(stage: Stage, orders: number): Promise<void> {
  const { world, tenant } = stage;
  const isBusy = async () => world.shopify.pendingDeliveries(tenant.shop) > 0 || (await world.records.runnable(tenant.shop, world.clock.now().add({ seconds: 10 })));
  await until(async () => !(await isBusy()), quietWithinMs(orders), () => `${tenant.shop} is still busy`);
}

/** The sweep has brought every order of the shop back. */
const untilKnown = ({ world, tenant }: Stage, orders: number): Promise<void> =>
  until(async () => (await world.records.orders(tenant.shop)).length >= orders, quietWithinMs(orders), () => "the sweep has not found every order");

async function until(condition: () => Promise<boolean>, withinMs: number, otherwise: () => string): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`${otherwise()} after ${withinMs / 1_000} s`);
    await pause(50);
  }
}
