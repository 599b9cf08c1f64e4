import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { Sweeps } from "#app/pipeline/ports/sweeps.ts";
import { readBacklog } from "../backlog.ts";
import { gid, recordedOrder } from "../desk/testing/recorded-order.ts";
import { readIssues } from "../desk/read-issues.ts";
import { receiveWebhook } from "../inbox.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { toDate } from "./instants.ts";
import { createSweeps } from "./sweeps.ts";
import { instant } from "./testing/payment.ts";
import { createTenant, type Tenant } from "./testing/tenant.ts";

const MORNING = instant("08:00:00");
const CHANGED = instant("11:00:00");
const NOON = instant("12:00:00");

let database: TestDatabase;
let shop: Tenant;
let sweeps: Sweeps;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => {
  shop = await createTenant(database.prisma);
  await database.prisma.shop.update({ where: { id: shop.shopId }, data: { installedAt: toDate(MORNING) } });
  sweeps = createSweeps({ prisma: database.prisma, shopId: shop.shopId });
});

const change = (number: number, updatedAt: Instant = CHANGED) => ({ orderId: gid(number), updatedAt });
const keep = (...changes: ReturnType<typeof change>[]) => sweeps.keep(changes, CHANGED, NOON);
const dueNow = async () => (await shop.repositories.due.take(NOON, 100)).map(({ orderId, origin }) => [orderId, origin]);
/** What a run recorded that began to read the order at `readAt`. */
const recorded = (number: number, shopifyUpdatedAt: Instant, readAt: Instant) =>
  shop.repositories.orders.record(recordedOrder(number, { shopifyUpdatedAt }), [], [], readAt, readAt);
const webhook = (number: number | null, triggeredAt: Instant, receivedAt = triggeredAt) =>
  receiveWebhook(database.prisma, { shopDomain: shop.domain, topic: "orders/updated", webhookId: `${number}/${triggeredAt.toString()}`, eventId: null, orderId: number === null ? null : gid(number), triggeredAt, body: "{}" }, receivedAt);

describe("of the orders that changed", () => {
  test("those unknown, and those newer than what was read, are marked; those read since are not", async () => {
    await recorded(2, CHANGED.subtract({ seconds: 1 }), CHANGED.subtract({ seconds: 1 }));
    await recorded(3, CHANGED, CHANGED.add({ seconds: 5 }));
    await recorded(4, CHANGED.add({ seconds: 1 }), CHANGED.add({ seconds: 5 }));
    expect(await keep(change(1), change(2), change(3), change(4))).toEqual({ marked: 2, missed: 2 });
    expect(await dueNow()).toEqual([[gid(1), "sweep"], [gid(2), "sweep"]]);
  });

  test("one that was read in the second of its change is looked at once more, because that second may have held another change; it counts as no lost webhook", async () => {
    await recorded(1, CHANGED, CHANGED.add({ milliseconds: 1_900 }));
    expect(await keep(change(1))).toEqual({ marked: 1, missed: 0 });
    await recorded(1, CHANGED, NOON);
    expect(await keep(change(1))).toEqual({ marked: 0, missed: 0 });
  });

  test("one that could not be read is looked at for an hour, not at every sweep of a day", async () => {
    const unread = (at: Instant) => shop.repositories.orders.recordUnread(gid(1), "Shopify's answer for this order could not be read.", at, at);
    await unread(CHANGED.add({ minutes: 50 }));
    expect(await keep(change(1))).toMatchObject({ marked: 1 });
    await unread(CHANGED.add({ minutes: 61 }));
    expect(await keep(change(1))).toMatchObject({ marked: 0 });
  });

  test("one that a person asked for stays the person's", async () => {
    await shop.repositories.due.mark([gid(1)], "person", MORNING);
    await keep(change(1));
    expect(await dueNow()).toEqual([[gid(1), "person"]]);
  });

  test("another shop's orders and cursor stay as they are", async () => {
    const other = await createTenant(database.prisma);
    await other.repositories.orders.record(recordedOrder(1, { shopifyUpdatedAt: NOON }), [], [], NOON, NOON);
    expect(await keep(change(1))).toMatchObject({ marked: 1 });
    expect(await other.repositories.due.take(NOON, 10)).toEqual([]);
    expect(await createSweeps({ prisma: database.prisma, shopId: other.shopId }).place()).toMatchObject({ sweptUntil: null, readingFrom: null });
  });
});

describe("a webhook counts as lost", () => {
  test("only where none of the order was sent since the change, the app was installed by then, and the order does not wait already", async () => {
    await webhook(1, CHANGED);
    await webhook(2, CHANGED.subtract({ minutes: 5 }), NOON);
    await shop.repositories.due.finish((await shop.repositories.due.take(NOON, 1))[0] ?? { orderId: "", seq: 0n });
    const beforeInstall = change(3, MORNING.subtract({ minutes: 1 }));
    await shop.repositories.due.mark([gid(4)], "sweep", MORNING);
    await database.prisma.dueOrder.deleteMany({ where: { shopId: shop.shopId, orderGid: { in: [gid(1), gid(2)] } } });
    expect(await keep(change(1), change(2), beforeInstall, change(4), change(5))).toEqual({ marked: 5, missed: 2 });
    expect((await readBacklog(database.prisma, NOON)).missedWebhooks).toBeGreaterThanOrEqual(2);
  });
});

describe("the cursor", () => {
  test("moves with the marks, to the end of the stretch when it was read to its end, and never back", async () => {
    expect(await sweeps.place()).toEqual({ installedAt: MORNING, sweptUntil: null, readingFrom: null });
    await keep(change(1));
    expect(await sweeps.place()).toMatchObject({ sweptUntil: null, readingFrom: CHANGED });
    await sweeps.complete(NOON, NOON.add({ minutes: 15 }), NOON);
    expect(await sweeps.place()).toMatchObject({ sweptUntil: NOON, readingFrom: null });
    await sweeps.complete(CHANGED, NOON.add({ minutes: 15 }), NOON);
    expect(await sweeps.place()).toMatchObject({ sweptUntil: NOON, readingFrom: null });
  });

  test("stays where it is when the marks cannot be committed", async () => {
    await keep(change(1));
    const tooLong = { orderId: "\0", updatedAt: CHANGED };
    await expect(sweeps.keep([change(2), tooLong], NOON, NOON)).rejects.toThrow();
    expect(await sweeps.place()).toMatchObject({ readingFrom: CHANGED });
    expect(await dueNow()).toEqual([[gid(1), "sweep"]]);
  });
});

describe("webhooks that do not arrive", () => {
  const judge = (at: Instant) => sweeps.complete(at, at.add({ minutes: 15 }), at);
  const open = async () => (await readIssues({ prisma: database.prisma, shopId: shop.shopId })).map(({ code, orderCount }) => [code, orderCount]);
  const lateNext = NOON.add({ hours: 25 });

  test("become an issue when three changes were found and none arrived for a day, one issue however long it lasts, resolved by the first that comes again", async () => {
    await keep(change(1), change(2));
    await judge(NOON);
    expect(await open()).toEqual([]);
    await keep(change(3));
    await judge(lateNext);
    await judge(lateNext.add({ hours: 1 }));
    expect(await open()).toEqual([["webhooks_missing", 0]]);
    await webhook(4, lateNext.add({ hours: 2 }));
    await judge(lateNext.add({ hours: 3 }));
    expect(await open()).toEqual([]);
    // Counted anew from there.
    await keep(change(5), change(6));
    await judge(lateNext.add({ hours: 72 }));
    expect(await open()).toEqual([]);
  });

  test("are no issue while others arrive, nor in a shop where nothing happens", async () => {
    await judge(lateNext);
    expect(await open()).toEqual([]);
    await webhook(9, lateNext);
    await keep(change(1), change(2), change(3), change(4));
    await judge(lateNext);
    expect(await open()).toEqual([]);
  });

  test("a webhook about no order does not show that those of orders arrive", async () => {
    await webhook(null, NOON);
    await keep(change(1), change(2), change(3));
    await judge(NOON);
    expect(await open()).toEqual([["webhooks_missing", 0]]);
  });
});
