import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sampleBooks } from "#app/domain/books/sample-books.ts";
import { money } from "#app/domain/money/money.ts";
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import { echoOf, instant, intentFor, payment } from "../repositories/testing/payment.ts";
import { createTenant, type Tenant } from "../repositories/testing/tenant.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { readHome } from "./read-home.ts";
import { gid, inState, itemMissing, NOON, record } from "./testing/recorded-order.ts";

let database: TestDatabase;
let shop: Tenant;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => { shop = await createTenant(database.prisma); });

const read = () => readHome({ prisma: database.prisma, shopId: shop.shopId }, "America/New_York", NOON);

test("a new shop's figures are all zero, with a day for each of the last thirty", async () => {
  const home = await read();
  expect(home).toMatchObject({ due: 0, issues: [], proof: { matching: 0, matchingExcept: 0, differing: 0 }, counts: { posted: 0, waiting: 0, skipped: 0, held: 0, attention: 0 } });
  expect(home.postedLast30Days).toHaveLength(30);
  expect(home.postedLast30Days[0]?.day).toBe("2026-10-25");
  expect(home.postedLast30Days.at(-1)).toEqual({ day: "2026-11-23", documents: 0 });
});

test("orders are counted by state, due ones up to now, proofs by verdict unless the order is still on its way", async () => {
  await record(shop, 1, { ...inState("posted"), proof: { verdict: "matches" } });
  await record(shop, 2, { ...inState("posted"), proof: { verdict: "matches_except" } });
  await record(shop, 3, { ...inState("attention"), proof: { verdict: "differs" } });
  await record(shop, 4, inState("skipped"));
  await record(shop, 5, { ...inState("waiting"), proof: { verdict: "differs" } });
  await shop.repositories.due.mark([gid(3), gid(8)], "webhook", NOON);
  await shop.repositories.due.mark([gid(9)], "retry", NOON.add({ minutes: 1 }));
  expect(await read()).toMatchObject({ counts: { posted: 2, waiting: 1, skipped: 1, held: 0, attention: 1 }, due: 2, proof: { matching: 1, matchingExcept: 1, differing: 1 } });
});

test("documents are counted on the shop's day, not the server's", async () => {
  const { postings } = shop.repositories;
  const lateEvening = instant("03:30:00");
  const { operationId } = await postings.intend(intentFor(gid(1), payment(1n)), lateEvening);
  await postings.settle(operationId, echoOf(payment(1n)), {}, lateEvening);
  await postings.intend(intentFor(gid(2), payment(2n)), lateEvening);
  const days = (await read()).postedLast30Days.filter(({ documents }) => documents > 0);
  expect(days).toEqual([{ day: "2026-11-22", documents: 1 }]);
});

test("the issue for which most orders wait comes first", async () => {
  await record(shop, 1, inState("attention"), [itemMissing("ONE")]);
  await record(shop, 2, inState("attention"), [itemMissing("TWO")]);
  await record(shop, 3, inState("attention"), [itemMissing("TWO")]);
  const { issues } = await read();
  expect(issues.map(({ sentence, orderCount }) => [sentence, orderCount])).toEqual([["QuickBooks has no item TWO.", 2], ["QuickBooks has no item ONE.", 1]]);
  expect(issues[0]).toMatchObject({ code: "item_missing", remedy: "Create it." });
});

test("the clearing account stands at what QuickBooks said when it was read, and what was booked there since (story A34)", async () => {
  const { connection, postings } = shop.repositories;
  const account = { id: "35", name: "Shopify Clearing", type: "Bank", currency: null, balance: money("USD", 10_000n) };
  const { company } = sampleBooks([], { accounts: [account] });
  const book = async (order: number, minor: bigint, at: Instant): Promise<string> => {
    const { operationId, postingId } = await postings.intend(intentFor(gid(order), payment(minor, `txn-${order}`)), at);
    await postings.settle(operationId, echoOf(payment(minor, `txn-${order}`), { id: String(500 + order) }), {}, at);
    return postingId;
  };
  expect((await read()).clearing).toBeNull();
  await book(1, 7_000n, instant("11:00:00"));
  await connection.saveCompany(company, NOON);
  expect((await read()).clearing).toEqual({ account: "Shopify Clearing", balance: money("USD", 10_000n), readAt: NOON });
  await book(2, 250n, instant("12:30:00"));
  const takenAway = await book(3, 99n, instant("12:40:00"));
  await postings.markUndone(takenAway, instant("12:50:00"));
  expect((await read()).clearing).toMatchObject({ balance: money("USD", 10_250n) });
});

test("a clearing account that the company does not have, or of which it says no balance, is not shown", async () => {
  await shop.repositories.connection.saveCompany(sampleBooks([]).company, NOON);
  expect((await read()).clearing).toBeNull();
});
