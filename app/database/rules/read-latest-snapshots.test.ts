import { afterAll, beforeAll, expect, test } from "vitest";
import { gid, NOON, record } from "../desk/testing/recorded-order.ts";
import { createTenant, type Tenant } from "../repositories/testing/tenant.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { readLatestSnapshots } from "./read-latest-snapshots.ts";

let database: TestDatabase;
let ours: Tenant;
let theirs: Tenant;
beforeAll(async () => {
  database = await testDatabase();
  ours = await createTenant(database.prisma);
  theirs = await createTenant(database.prisma);
});
afterAll(() => database.drop());

const read = ({ shopId }: Tenant, count = 10) => readLatestSnapshots({ prisma: database.prisma, shopId }, count);

test("are the newest orders of the shop, each as it was told last, and nobody else's of the same id", async () => {
  for (const [tenant, whose] of [[ours, "ours"], [theirs, "theirs"]] as const) {
    for (const number of [1, 2, 3]) {
      await record(tenant, number, { placedAt: NOON.add({ hours: number }) });
      await tenant.repositories.orders.saveSnapshot({ orderId: gid(number), body: { whose, told: "first" } }, "a", NOON);
      await tenant.repositories.orders.saveSnapshot({ orderId: gid(number), body: { whose, told: "last" } }, "b", NOON.add({ minutes: 1 }));
    }
  }
  expect(await read(ours, 2)).toEqual([3, 2].map((number) => ({ orderId: gid(number), body: { whose: "ours", told: "last" } })));
  expect(await read(await createTenant(database.prisma))).toEqual([]);
});
