import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { markRestored, seeDatabase } from "./life.ts";
import { createTenant, type Tenant } from "./repositories/testing/tenant.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";

const NOW = Temporal.Instant.from("2026-11-25T12:00:00Z");
const EARLIER = { orderId: "gid://shopify/Order/1", placedAt: NOW.subtract({ hours: 1 }) };
const LATER = { orderId: "gid://shopify/Order/2", placedAt: NOW.add({ hours: 1 }) };

let database: TestDatabase;
let tenant: Tenant;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.prisma.$executeRaw`DELETE FROM database_life`;
  tenant = await createTenant(database.prisma);
});

const pending = () => tenant.repositories.lookUps.pending([EARLIER, LATER]);
const lastSeen = (secondsAgo: number) => database.prisma.$executeRaw`UPDATE database_life SET seen_at = clock_timestamp() - make_interval(secs => ${secondsAgo})`;

test("a database that is seen for the first time, or was seen just now, is believed", async () => {
  expect(await seeDatabase(database.prisma, NOW)).toBe(0);
  await lastSeen(30);
  expect(await seeDatabase(database.prisma, NOW)).toBe(0);
  expect(await pending()).toEqual(new Set());
});

test("a database that nobody saw for minutes may be a restored backup: orders placed before are looked up first, later ones are not", async () => {
  await seeDatabase(database.prisma, NOW);
  await lastSeen(86_400);
  expect(await seeDatabase(database.prisma, NOW)).toBeGreaterThan(0);
  expect(await pending()).toEqual(new Set([EARLIER.orderId]));
  expect(await seeDatabase(database.prisma, NOW.add({ hours: 5 }))).toBe(0);
  expect(await pending()).toEqual(new Set([EARLIER.orderId]));
});

test("an order that was looked up is believed until the next doubt", async () => {
  await markRestored(database.prisma, NOW);
  await tenant.repositories.lookUps.done([EARLIER.orderId], NOW.add({ minutes: 1 }));
  expect(await pending()).toEqual(new Set());
  await markRestored(database.prisma, NOW.add({ hours: 2 }));
  expect(await pending()).toEqual(new Set([EARLIER.orderId, LATER.orderId]));
});
