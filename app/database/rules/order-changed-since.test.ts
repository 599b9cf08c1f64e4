import { afterAll, beforeAll, expect, test } from "vitest";
import { NOON, record } from "../desk/testing/recorded-order.ts";
import { createTenant, type Tenant } from "../repositories/testing/tenant.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { orderChangedSince } from "./order-changed-since.ts";

let database: TestDatabase;
let tenant: Tenant;
beforeAll(async () => {
  database = await testDatabase();
  tenant = await createTenant(database.prisma);
  await record(tenant, 1001);
});
afterAll(() => database.drop());

test("an order that was written after a time is known by its name, with or without the sign, and no other shop's", async () => {
  const scope = { prisma: database.prisma, shopId: tenant.shopId };
  const [before, after] = [NOON.subtract({ minutes: 1 }), NOON.add({ minutes: 1 })];
  expect(await Promise.all(["1001", "#1001", " 1001 "].map((name) => orderChangedSince(scope, name, before)))).toEqual([true, true, true]);
  expect(await Promise.all(["100", "", "#"].map((name) => orderChangedSince(scope, name, before)))).toEqual([false, false, false]);
  expect(await orderChangedSince(scope, "1001", after)).toBe(false);
  const other = await createTenant(database.prisma);
  expect(await orderChangedSince({ prisma: database.prisma, shopId: other.shopId }, "1001", before)).toBe(false);
});
