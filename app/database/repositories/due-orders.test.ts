import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { instant } from "./testing/payment.ts";
import { createTenant, type Tenant } from "./testing/tenant.ts";

let database: TestDatabase;
let shop: Tenant;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => { shop = await createTenant(database.prisma); });

async function takeOne(at = instant("12:00:00")) {
  const [due, ...others] = await shop.repositories.due.take(at, 10);
  if (!due || others.length > 0) throw new Error("expected one due order");
  return due;
}

test("orders come back oldest first, no more than asked for, and not before they are due", async () => {
  const { due } = shop.repositories;
  await due.mark(["later"], "sweep", instant("10:02:00"));
  await due.mark(["first"], "webhook", instant("10:00:00"));
  await due.mark(["second"], "webhook", instant("10:01:00"));
  await due.mark(["tomorrow"], "webhook", instant("23:00:00"));
  expect((await due.take(instant("12:00:00"), 2)).map(({ orderId }) => orderId)).toEqual(["first", "second"]);
  expect((await due.take(instant("12:00:00"), 10)).map(({ orderId }) => orderId)).toEqual(["first", "second", "later"]);
});

test("an order marked while it is processed stays due, with its first date", async () => {
  const { due } = shop.repositories;
  await due.mark(["order"], "webhook", instant("10:00:00"));
  const taken = await takeOne();
  await due.mark(["order"], "sweep", instant("10:05:00"));
  await due.finish(taken);
  const again = await takeOne();
  expect(again).toMatchObject({ orderId: "order", firstDueAt: instant("10:00:00") });
  expect(again.seq).toBeGreaterThan(taken.seq);
  await due.finish(again);
  expect(await due.take(instant("12:00:00"), 10)).toEqual([]);
});

test("a slow worker that finishes late does not take away a mark made after another worker finished", async () => {
  const { due } = shop.repositories;
  await due.mark(["order"], "webhook", instant("10:00:00"));
  const slow = await takeOne();
  await due.finish(slow);
  await due.mark(["order"], "webhook", instant("10:01:00"));
  await due.finish(slow);
  expect(await takeOne()).toMatchObject({ orderId: "order", firstDueAt: instant("10:01:00") });
});

test("postponing waits, counts only the order's own attempts, and gives way to a new mark", async () => {
  const { due } = shop.repositories;
  await due.mark(["order"], "webhook", instant("10:00:00"));
  await due.postpone(await takeOne(), instant("13:00:00"), "throttled", false);
  expect(await due.take(instant("12:00:00"), 10)).toEqual([]);
  expect(await takeOne(instant("13:00:00"))).toMatchObject({ attempts: 0 });
  await due.postpone(await takeOne(instant("13:00:00")), instant("14:00:00"), "x".repeat(10_000), true);
  const waiting = await takeOne(instant("14:00:00"));
  expect(waiting).toMatchObject({ attempts: 1, firstDueAt: instant("10:00:00") });

  await due.mark(["order"], "webhook", instant("13:30:00"));
  await due.postpone(waiting, instant("23:00:00"), "an outdated worker", true);
  expect(await takeOne(instant("13:30:00"))).toMatchObject({ attempts: 1 });
});

test("a person's mark outlives the webhooks that follow it", async () => {
  const { due } = shop.repositories;
  await due.mark(["order"], "webhook", instant("10:00:00"));
  await due.mark(["order"], "person", instant("10:01:00"));
  await due.mark(["order"], "webhook", instant("10:02:00"));
  expect(await takeOne()).toMatchObject({ origin: "person" });
});

test("the same order named twice, or none, is no trouble", async () => {
  await shop.repositories.due.mark(["order", "order"], "webhook", instant("10:00:00"));
  await shop.repositories.due.mark([], "webhook", instant("10:00:00"));
  expect(await takeOne()).toMatchObject({ orderId: "order" });
});

test("an order whose row was taken away while it was in hand comes back when it has to be tried again", async () => {
  const { due } = shop.repositories;
  await due.mark(["order"], "person", instant("10:00:00"));
  const taken = await takeOne();
  await database.prisma.dueOrder.deleteMany({ where: { shopId: shop.shopId } });
  await due.postpone(taken, instant("10:00:02"), "its answer was lost", true);
  expect(await takeOne()).toMatchObject({ orderId: "order", origin: "retry", attempts: 1 });
});
