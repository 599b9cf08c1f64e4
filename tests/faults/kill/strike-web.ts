/** Kills of the web process: while it takes webhooks, while a merchant connects, and while a person asks something of an order. It is started again at once, as an orchestrator does. */
import { setTimeout as pause } from "node:timers/promises";
import { BROWSER, connectQuickBooks, installShop, type Tenant } from "#sandbox/launch/install-shop.ts";
import type { World } from "#sandbox/launch/world.ts";
import { type BacklogOrder, backlog } from "./backlog.ts";
import type { Aim } from "./choose-strikes.ts";
import { comeToRest } from "./come-to-rest.ts";
import type { Outcome } from "./outcome.ts";
import { heardOf, type KillStage, newTenant, openStage, placeOrders, setUp } from "./stage.ts";
import { stopWorker } from "./stop-worker.ts";
import { openSeries, type Series } from "./strike-in-turn.ts";
import { endOf } from "./strike-worker.ts";

const ORDERS = 5;
const POLL_MS = 50;
/** Far above what a start takes. */
const BACK_WITHIN_MS = 120_000;
/** How often a person presses again what got no answer. */
const PRESSES = 6;

/** Past the time from connecting to the first sweep. */
const SWEEP_COMES = "PT20M";

export type WebStoryName = "webhooks" | "connecting" | "asking";

/** Every step of the web process belongs to one story: taking webhooks wakes too, and connecting stores sessions. */
export const webStoryOf = (step: string): WebStoryName =>
  step.startsWith("inbox.") || step.startsWith("waker.") ? "webhooks" : step.startsWith("asking.") ? "asking" : "connecting";

export function strikeWeb(world: World, aim: Aim): Promise<Outcome> {
  switch (webStoryOf(aim.about)) {
    case "webhooks":
      return strikeWhileWebhooksCome(world, aim);
    case "connecting":
      return strikeWhileConnecting(world, aim);
    case "asking":
      return strikeWhileAsking(world, aim);
  }
}

/** Before the step it is struck when the chosen order is placed, after it when the order is shipped; the other webhooks come while it is unharmed. */
async function strikeWhileWebhooksCome(world: World, aim: Aim): Promise<Outcome> {
  const stage = await openStage(world);
  const { shop } = stage.tenant;
  const orders = backlog(ORDERS, shop);
  const series = openSeries(world);
  await world.app.start("worker");
  for (const [index, { input }] of orders.entries()) {
    const strikes = aim.strikes.filter((each) => each.order === index);
    await series.strike(strikes.slice(0, 1), async () => {
      world.shopify.createOrder(shop, input);
      await heardOf(stage);
    });
    await series.strike(strikes.slice(1), async () => {
      world.shopify.fulfil(shop, String(input["name"]));
      await heardOf(stage);
    });
  }
  // What Shopify gave up to deliver while the process was away, the sweep finds (R6).
  world.clock.advance(SWEEP_COMES);
  await stage.merchant.wake();
  return end(aim, series, stage, orders);
}

async function strikeWhileConnecting(world: World, aim: Aim): Promise<Outcome> {
  const tenant = newTenant(world);
  const series = openSeries(world);
  const orders = backlog(ORDERS, tenant.shop);
  await series.strike(aim.strikes, async () => {
    await pressUntilDone(world, tenant, () => installShop(world, tenant.shop));
    await pressUntilDone(world, tenant, () => connectQuickBooks(world, tenant));
  });
  const stage = await setUp(world, tenant);
  placeOrders(stage, orders);
  await world.app.start("worker");
  return end(aim, series, stage, orders);
}

/** What is struck is the press of one button, on the order's page or for orders chosen in Shopify's list; in the end the order is resynced, whatever was asked. */
async function strikeWhileAsking(world: World, aim: Aim): Promise<Outcome> {
  const stage = await openStage(world);
  const orders = backlog(ORDERS, stage.tenant.shop);
  const series = openSeries(world);
  await world.app.start("worker");
  placeOrders(stage, orders);
  await comeToRest(stage);
  for (const [index, order] of world.shopify.orders(stage.tenant.shop).entries()) {
    const strikes = aim.strikes.filter((each) => each.order === index);
    if (strikes.length === 0) continue;
    const press = (button: Button): Promise<void> => pressUntilDone(world, stage.tenant, () => button(world, stage.tenant, order.id));
    await series.strike(strikes, () => press(aim.about === "asking.wish" ? leaveOut : resyncChosen));
    await comeToRest(stage);
    await press(resync);
  }
  return end(aim, series, stage, orders);
}

async function end(aim: Aim, { kills, missed }: Series, stage: KillStage, orders: BacklogOrder[]): Promise<Outcome> {
  const violations = [...(await endOf({ stage, orders, madeAgain: 0 }, {})), ...(await stopWorker(stage.world))];
  return { aim, kills, missed, violations };
}

/** A request that died with the process is made again once it is back. */
async function pressUntilDone(world: World, { shop }: Tenant, press: () => Promise<void>): Promise<void> {
  for (let pressed = 1; ; pressed += 1) {
    try {
      return await press();
    } catch (error) {
      if (pressed === PRESSES) throw new Error(`${shop}: pressed ${PRESSES} times in vain`, { cause: error });
      await untilAnswering(world);
    }
  }
}

async function untilAnswering({ appUrl }: World): Promise<void> {
  const deadline = performance.now() + BACK_WITHIN_MS;
  while (performance.now() < deadline) {
    const status = await fetch(`${appUrl}/healthz`, { signal: AbortSignal.timeout(2_000) }).then((answer) => answer.status, () => 0);
    if (status === 200) return;
    await pause(POLL_MS);
  }
  throw new Error(`the web process did not answer within ${BACK_WITHIN_MS / 1_000} s`);
}

type Button = (world: World, tenant: Tenant, orderId: string) => Promise<void>;

const leaveOut: Button = (world, tenant, orderId) => post(world, tenant, `/app/orders/${orderId}`, { ask: "leaveOut" });
const resync: Button = (world, tenant, orderId) => post(world, tenant, `/app/orders/${orderId}`, { ask: "resync" });
/** Beside one that the app does not know. */
const resyncChosen: Button = (world, tenant, orderId) => post(world, tenant, "/extension/orders", { orderIds: [orderId, "1"].map((id) => `gid://shopify/Order/${id}`) });

async function post({ appUrl, shopify }: World, { shop }: Tenant, path: string, body: object): Promise<void> {
  const headers = { ...BROWSER, authorization: `Bearer ${shopify.sessionToken(shop)}`, "content-type": "application/json" };
  const answer = await fetch(`${appUrl}${path}`, { method: "POST", headers, body: JSON.stringify(body), redirect: "manual" });
  await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
}
