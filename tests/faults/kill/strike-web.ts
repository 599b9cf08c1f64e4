/** Kills of the web process: while it takes webhooks, while a merchant connects, and while a person asks something of an order. It is started again at once, as an orchestrator does. */
import { setTimeout as pause } from "node:timers/promises";
import { connectQuickBooks, installShop, type Tenant } from "#sandbox/launch/install-shop.ts";
import type { World } from "#sandbox/launch/world.ts";
import { type BacklogOrder, backlog } from "./backlog.ts";
import type { Aim, Strike } from "./choose-strikes.ts";
import { comeToRest } from "./come-to-rest.ts";
import type { Kill, Outcome } from "./outcome.ts";
import { heardOf, type KillStage, newTenant, openStage, placeOrders, setUp } from "./stage.ts";
import { stopWorker } from "./stop-worker.ts";
import { endOf, newTrace } from "./strike-worker.ts";
import { type Reached, readTrace } from "./trace.ts";

const ORDERS = 5;
const POLL_MS = 20;
/** How often a person presses again what got no answer. */
const PRESSES = 5;

export type WebStoryName = "webhooks" | "connecting" | "asking";

/** Every web failpoint belongs to one story: taking webhooks wakes too, and connecting stores sessions. */
export const webStoryOf = (point: Aim["point"]): WebStoryName =>
  point.startsWith("inbox.") || point.startsWith("waker.") ? "webhooks" : point.startsWith("asking.") ? "asking" : "connecting";

export function strikeWeb(world: World, aim: Aim): Promise<Outcome> {
  switch (webStoryOf(aim.point)) {
    case "webhooks":
      return strikeWhileWebhooksCome(world, aim);
    case "connecting":
      return strikeWhileConnecting(world, aim);
    case "asking":
      return strikeWhileAsking(world, aim);
  }
}

/** The web process strikes itself with the first webhooks of the chosen order; the others come while it is unharmed. */
async function strikeWhileWebhooksCome(world: World, aim: Aim): Promise<Outcome> {
  const stage = await openStage(world);
  const orders = backlog(ORDERS, stage.tenant.shop);
  const file = newTrace(world);
  const blows: Blow[] = [];
  await world.app.start("worker");
  for (const [index, order] of orders.entries()) {
    const strike = aim.strikes.find((each) => each.order === index);
    if (strike) await rearm(world, aim, strike, file);
    placeOrders(stage, [order]);
    if (strike) blows.push(await afterBlow(world, strike, file, blows.length));
    await heardOf(stage);
  }
  return end(world, aim, blows, stage, orders);
}

async function strikeWhileConnecting(world: World, aim: Aim): Promise<Outcome> {
  const file = newTrace(world);
  const tenant = newTenant(world);
  const blows: Blow[] = [];
  const orders = backlog(ORDERS, tenant.shop);
  for (const strike of aim.strikes) {
    await rearm(world, aim, strike, file);
    const blow = afterBlow(world, strike, file, blows.length);
    await pressUntilDone(world, tenant, () => installShop(world, tenant.shop));
    await pressUntilDone(world, tenant, () => connectQuickBooks(world, tenant));
    blows.push(await blow);
  }
  const stage = await setUp(world, tenant);
  placeOrders(stage, orders);
  await world.app.start("worker");
  return end(world, aim, blows, stage, orders);
}

/** What is struck is the press of one button; in the end the order is resynced, whatever was asked. */
async function strikeWhileAsking(world: World, aim: Aim): Promise<Outcome> {
  const ask: Ask = aim.point.startsWith("asking.wish") ? "leaveOut" : "resync";
  const stage = await openStage(world);
  const orders = backlog(ORDERS, stage.tenant.shop);
  const file = newTrace(world);
  await world.app.start("worker");
  placeOrders(stage, orders);
  await comeToRest(stage);
  const blows: Blow[] = [];
  for (const strike of aim.strikes) {
    await rearm(world, aim, strike, file);
    const blow = afterBlow(world, strike, file, blows.length);
    const order = world.shopify.orders(stage.tenant.shop)[strike.order ?? 0];
    const press = (what: Ask): Promise<void> => pressUntilDone(world, stage.tenant, () => pressButton(world, stage.tenant, order?.id ?? "", what));
    await press(ask);
    blows.push(await blow);
    await comeToRest(stage);
    await press("resync");
  }
  return end(world, aim, blows, stage, orders);
}

type Blow = { strike: Strike; struck: Reached; backMs: number; died: string };

async function end(world: World, aim: Aim, blows: readonly Blow[], stage: KillStage, orders: BacklogOrder[]): Promise<Outcome> {
  const violations = [...(await endOf({ stage, orders, madeAgain: 0 }, {})), ...(await stopWorker(world))];
  return { aim, kills: blows.map(({ strike, backMs, died }): Kill => ({ victim: "web", strike, died, resumedMs: backMs })), missed: [], violations };
}

async function rearm(world: World, { point }: Aim, { time }: Strike, file: string): Promise<void> {
  await world.app.stop("web", "SIGTERM");
  await world.app.start("web", { SANDBOX_FAILPOINT: `${point}@${time}=SIGKILL`, SANDBOX_FAILPOINT_TRACE: file });
}

/** Waits for the death and starts the process again, unharmed; ready to answer is resumed. */
async function afterBlow(world: World, strike: Strike, file: string, nth: number): Promise<Blow> {
  const died = await world.app.ended("web");
  const struck = readTrace(file).filter((line) => line.struck !== null)[nth];
  if (struck === undefined) throw new Error(`web ${died} without being struck`);
  await world.app.stop("web", "SIGTERM");
  await world.app.start("web", { SANDBOX_FAILPOINT_TRACE: file });
  return { strike, struck, backMs: Date.now() - struck.at, died };
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
  for (;;) {
    const status = await fetch(`${appUrl}/healthz`, { signal: AbortSignal.timeout(2_000) }).then((answer) => answer.status, () => 0);
    if (status === 200) return;
    await pause(POLL_MS);
  }
}

type Ask = "leaveOut" | "resync";

/** A button on the order's page. */
async function pressButton({ appUrl, shopify }: World, { shop }: Tenant, orderId: string, ask: Ask): Promise<void> {
  const headers = { authorization: `Bearer ${shopify.sessionToken(shop)}`, "content-type": "application/json" };
  const answer = await fetch(`${appUrl}/app/orders/${orderId}`, { method: "POST", headers, body: JSON.stringify({ ask }), redirect: "manual" });
  await answer.text();
  if (answer.status !== 200) throw new Error(`the order's page answered ${answer.status}`);
}
