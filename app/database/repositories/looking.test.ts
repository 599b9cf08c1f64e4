import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { createLooking, type Looking } from "./looking.ts";
import { instant } from "./testing/payment.ts";
import { createTenant, type Tenant } from "./testing/tenant.ts";

const NOON = instant("12:00:00");
const HALF_A_MINUTE = 30_000;

let database: TestDatabase;
let shop: Tenant;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => { shop = await createTenant(database.prisma); });

const open = ({ shopId, connectionId }: Tenant = shop): Looking => createLooking({ prisma: database.prisma, shopId, connectionId });
async function isLookedAt({ connectionId }: Tenant = shop): Promise<boolean> {
  const [row] = await database.prisma.$queryRaw<{ looked: boolean | null }[]>`SELECT looked_at_until > now() AS looked FROM connections WHERE id = ${connectionId}`;
  return row?.looked === true;
}

test("looking is told to everybody until it ends, and to nobody of another shop", async () => {
  const other = await createTenant(database.prisma);
  const looking = open();
  expect(await looking.begin(HALF_A_MINUTE, NOON)).toEqual({ isNew: true, workerBusy: false });
  expect([await isLookedAt(), await isLookedAt(other)]).toEqual([true, false]);
  await looking.end(0);
  expect(await isLookedAt()).toBe(false);
});

test("who begins while another one looks need not wait, and keeps the time when the other one ends", async () => {
  const [first, second] = [open(), open()];
  await first.begin(HALF_A_MINUTE, NOON);
  expect(await second.begin(HALF_A_MINUTE + 1, NOON)).toMatchObject({ isNew: false });
  await first.end(0);
  expect(await isLookedAt()).toBe(true);
});

test("the worker counts as busy while an order of the shop is due, not before and not for another shop's", async () => {
  const other = await createTenant(database.prisma);
  await other.repositories.due.mark(["gid://shopify/Order/1"], "webhook", NOON);
  await shop.repositories.due.mark(["gid://shopify/Order/1"], "webhook", NOON.add({ hours: 1 }));
  expect(await open().begin(HALF_A_MINUTE, NOON)).toMatchObject({ workerBusy: false });
  expect(await open().begin(HALF_A_MINUTE, NOON.add({ hours: 2 }))).toMatchObject({ workerBusy: true });
});
