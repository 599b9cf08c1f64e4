/** What waits for a parked connection is shown from Shopify alone; what Shopify does to us meanwhile changes nothing of what is due. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { createConfiguration } from "#app/database/repositories/configuration.ts";
import { recordedOrder } from "#app/database/desk/testing/recorded-order.ts";
import { receiveWebhook } from "#app/database/inbox.ts";
import { createPausedOrders } from "#app/database/repositories/paused-orders.ts";
import { instant } from "#app/database/repositories/testing/payment.ts";
import { createTenant, type Tenant } from "#app/database/repositories/testing/tenant.ts";
import { type TestDatabase, testDatabase } from "#app/database/testing.ts";
import type { Order } from "#app/domain/order/order.ts";
import { sampleOrder } from "#app/domain/order/sample-order.ts";
import { failure, success } from "#app/domain/result.ts";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { listPaused } from "#app/pipeline/list-paused.ts";
import type { OrderSource } from "#app/pipeline/ports/order-source.ts";

const NOON = instant("12:00:00");

let database: TestDatabase;
let tenant: Tenant;
let orders: Map<string, Order>;
let now = NOON;
beforeEach(async () => {
  now = NOON;
  database = await testDatabase();
  tenant = await createTenant(database.prisma);
  orders = new Map([["gid://shopify/Order/1", { ...sampleOrder(), id: "gid://shopify/Order/1" }]]);
  await createConfiguration({ prisma: database.prisma, shopId: tenant.shopId }).saveSettings(DEFAULT_SETTINGS, NOON);
});
afterEach(() => database.drop());

/** Orders as Shopify has them now. */
const source: OrderSource = {
  fetch: (ids) => Promise.resolve(success({ snapshots: ids.filter((id) => orders.has(id)).map((orderId) => ({ orderId, body: {} })), missing: ids.filter((id) => !orders.has(id)) })),
  normalise: ({ orderId }) => {
    const order = orders.get(orderId);
    return order ? success(order) : failure("not there");
  },
};

const list = (from: OrderSource = source): Promise<number> =>
  listPaused({
    repositories: tenant.repositories, paused: createPausedOrders({ prisma: database.prisma, shopId: tenant.shopId }), source: from, clock: { now: () => now },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined }, signal: new AbortController().signal,
  });
const mark = (...ids: number[]) => tenant.repositories.due.mark(ids.map((id) => `gid://shopify/Order/${id}`), "webhook", now);
const listed = async () => (await database.prisma.order.findMany({ where: { shopId: tenant.shopId } })).map(({ orderGid, state, reason }) => [orderGid, state, reason]);
const due = async () => (await database.prisma.dueOrder.findMany({ where: { shopId: tenant.shopId }, orderBy: { orderGid: "asc" } })).map(({ attempts }) => attempts);

test("each mark is listed once, and stays due without an attempt", async () => {
  await mark(1);
  expect(await list()).toBe(1);
  expect(await listed()).toEqual([["gid://shopify/Order/1", "waiting", "Paused: reconnect QuickBooks."]]);
  expect(await list()).toBe(0);
  await mark(1);
  expect(await list()).toBe(1);
  expect(await due()).toEqual([0]);
});

test("its webhooks are parked, and applied by the run that follows the reconnect", async () => {
  const webhook = (webhookId: string) => receiveWebhook(database.prisma, { shopDomain: tenant.domain, topic: "orders/updated", webhookId, eventId: null, orderId: "gid://shopify/Order/1", triggeredAt: null, body: "{}" }, now);
  const dispositions = async () => (await database.prisma.inboxEvent.findMany({ orderBy: { webhookId: "asc" } })).map(({ disposition }) => disposition);
  await webhook("a");
  await list();
  now = NOON.add({ minutes: 1 });
  await webhook("b");
  expect(await dispositions()).toEqual(["parked", "received"]);
  await tenant.repositories.orders.record(recordedOrder(1, { orderId: "gid://shopify/Order/1" }), [], [], now, now);
  expect(await dispositions()).toEqual(["superseded", "applied"]);
});

test("what is gone from Shopify is passed over and stays due", async () => {
  await mark(1, 2);
  expect(await list()).toBe(1);
  expect(await list()).toBe(0);
  expect(await due()).toEqual([0, 0]);
});

test("while Shopify does not answer nothing is listed, it is not asked again for a minute, and no attempt is used up", async () => {
  let asked = 0;
  const silent: OrderSource = { ...source, fetch: () => (asked += 1, Promise.resolve(failure({ kind: "needs_auth", detail: "401" } as const))) };
  await mark(1);
  expect(await list(silent)).toBe(0);
  expect(await list(silent)).toBe(0);
  expect(asked).toBe(1);
  now = NOON.add({ minutes: 1 });
  expect(await list()).toBe(1);
  expect(await due()).toEqual([0]);
});

test("before set-up is finished nothing is listed", async () => {
  await database.prisma.settings.deleteMany();
  await mark(1);
  expect(await list()).toBe(0);
  expect(await listed()).toEqual([]);
});
