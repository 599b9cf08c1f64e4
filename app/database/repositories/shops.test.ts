import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { createConfiguration } from "./configuration.ts";
import { createShopDirectory, type ShopDirectory } from "./shops.ts";
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import { toDate } from "./instants.ts";
import { createSweeps } from "./sweeps.ts";
import { instant } from "./testing/payment.ts";
import { createTenant, type Tenant } from "./testing/tenant.ts";

const NOON = instant("12:00:00");

let database: TestDatabase;
let directory: ShopDirectory;
let one: Tenant;
let other: Tenant;
beforeAll(async () => {
  database = await testDatabase();
  directory = createShopDirectory(database.prisma);
});
afterAll(() => database.drop());
beforeEach(async () => {
  one = await createTenant(database.prisma);
  other = await createTenant(database.prisma);
});
afterEach(() => database.prisma.dueOrder.deleteMany());

test("a shop is found by its domain and by its connection", async () => {
  expect(await directory.byDomain(one.domain)).toMatchObject({ id: one.shopId });
  expect(await directory.byConnection(other.connectionId)).toMatchObject({ id: other.shopId });
  expect(await directory.byDomain("nobody.myshopify.com")).toBeNull();
  expect(await directory.byConnection("none")).toBeNull();
});

test("only an active connection of an installed shop is one to drain", async () => {
  expect(await directory.activeConnection(one.shopId)).toBe(one.connectionId);
  await one.repositories.connection.park("reconnect", NOON);
  expect(await directory.activeConnection(one.shopId)).toBeNull();
  await database.prisma.shop.update({ where: { id: other.shopId }, data: { uninstalledAt: new Date() } });
  expect(await directory.activeConnection(other.shopId)).toBeNull();
});

const finishSetUp = ({ shopId }: Tenant) => createConfiguration({ prisma: database.prisma, shopId }).saveSettings(DEFAULT_SETTINGS, NOON);

test("the scan names connections of shops that finished set-up with due orders, the longest waiting first", async () => {
  const third = await createTenant(database.prisma);
  const unfinished = await createTenant(database.prisma);
  await Promise.all([one, other, third].map(finishSetUp));
  await unfinished.repositories.due.mark(["a"], "webhook", instant("09:00:00"));
  await one.repositories.due.mark(["a", "b"], "webhook", instant("11:00:00"));
  await other.repositories.due.mark(["a"], "webhook", instant("10:00:00"));
  await third.repositories.due.mark(["a"], "webhook", instant("13:00:00"));
  expect(await directory.dueConnections(NOON)).toEqual([other.connectionId, one.connectionId]);
  expect(await directory.dueConnections(NOON, 1)).toEqual([other.connectionId]);
});

test("the scan passes over uninstalled shops, and over parked connections once their orders are listed", async () => {
  await Promise.all([one, other].map(finishSetUp));
  await one.repositories.due.mark(["a"], "webhook", instant("11:00:00"));
  await other.repositories.due.mark(["a"], "webhook", instant("11:00:00"));
  await one.repositories.connection.park("reconnect", NOON);
  await database.prisma.shop.update({ where: { id: other.shopId }, data: { uninstalledAt: new Date() } });
  expect(await directory.dueConnections(NOON)).toEqual([one.connectionId]);
  await database.prisma.$executeRaw`UPDATE due_orders SET listed_seq = seq`;
  expect(await directory.dueConnections(NOON)).toEqual([]);
  await one.repositories.due.mark(["a"], "webhook", NOON);
  expect(await directory.dueConnections(NOON)).toEqual([one.connectionId]);
});

const AFTER_CONNECTING = { minutes: 15 };
const connectedAt = ({ connectionId }: Tenant, at: Instant) => database.prisma.connection.update({ where: { id: connectionId }, data: { createdAt: toDate(at) } });

test("a shop is swept first a quarter of an hour after it connected, then when its cursor says so, and only while it can be drained", async () => {
  await Promise.all([one, other].map(finishSetUp));
  await Promise.all([connectedAt(one, NOON), connectedAt(other, NOON)]);
  expect(await directory.dueSweeps(NOON)).toEqual([]);
  const first = NOON.add(AFTER_CONNECTING);
  expect((await directory.dueSweeps(first)).sort()).toEqual([one.shopId, other.shopId].sort());
  await createSweeps({ prisma: database.prisma, shopId: one.shopId }).postpone(first.add({ minutes: 1 }));
  expect(await directory.dueSweeps(first)).toEqual([other.shopId]);
  await other.repositories.connection.park("reconnect", first);
  expect(await directory.dueSweeps(first.add({ minutes: 1 }))).toEqual([one.shopId]);
});
