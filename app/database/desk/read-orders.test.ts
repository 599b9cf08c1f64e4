import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OrderFilter } from "#app/pipeline/ports/shop-desk.ts";
import { echoOf, intentFor, payment } from "../repositories/testing/payment.ts";
import { createTenant, type Tenant } from "../repositories/testing/tenant.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { ORDERS_PER_PAGE, readOrders } from "./read-orders.ts";
import { gid, inState, NOON, record } from "./testing/recorded-order.ts";

let database: TestDatabase;
let shop: Tenant;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => { shop = await createTenant(database.prisma); });

const ALL: OrderFilter = { state: null, search: null, cursor: null };
const read = (filter: Partial<OrderFilter> = {}) => readOrders({ prisma: database.prisma, shopId: shop.shopId }, { ...ALL, ...filter }, NOON);
const names = async (filter: Partial<OrderFilter> = {}) => (await read(filter)).rows.map(({ name }) => name);

async function fill(count: number): Promise<void> {
  for (let number = 1001; number < 1001 + count; number += 1) await record(shop, number);
}

describe("the list of orders", () => {
  test("is empty for a shop without orders", async () => {
    expect(await read()).toEqual({ rows: [], next: null, previous: null });
  });

  test("shows an order with its documents in the books and whether it is due", async () => {
    await record(shop, 1001);
    const { due, postings } = shop.repositories;
    const { operationId } = await postings.intend(intentFor(gid(1001), payment(11973n)), NOON);
    await postings.intend(intentFor(gid(1001), payment(1n, "txn-2")), NOON);
    await postings.settle(operationId, echoOf(payment(11973n), { number: "P1" }), {}, NOON);
    await due.mark([gid(1001)], "webhook", NOON);
    const [order] = (await read()).rows;
    expect(order).toMatchObject({ orderId: gid(1001), name: "#1001", state: "posted", total: { currency: "USD", minor: 11973n }, due: true });
    expect(order?.documents).toEqual([{ kind: "payment", number: "P1" }]);
  });

  test("an order that is to be tried again later is not due now", async () => {
    await record(shop, 1001, inState("waiting"));
    await shop.repositories.due.mark([gid(1001)], "retry", NOON.add({ minutes: 10 }));
    expect((await read()).rows[0]?.due).toBe(false);
  });

  test("is filtered by one state or several", async () => {
    await record(shop, 1001, inState("posted"));
    await record(shop, 1002, inState("attention"));
    await record(shop, 1003, inState("held"));
    expect(await names({ state: "posted" })).toEqual(["#1001"]);
    expect(await names({ state: ["attention", "held"] })).toEqual(["#1003", "#1002"]);
  });

  test("is searched by part of the name, and signs that mean something to the database mean nothing", async () => {
    await record(shop, 1001);
    await record(shop, 2001);
    await record(shop, 3000, { name: "EU_50%" });
    expect(await names({ search: " #100 " })).toEqual(["#1001"]);
    expect(await names({ search: "001" })).toEqual(["#2001", "#1001"]);
    expect(await names({ search: "_50%" })).toEqual(["EU_50%"]);
    expect(await names({ search: "%" })).toEqual(["EU_50%"]);
    expect(await names({ search: "'; DROP TABLE orders; --" })).toEqual([]);
  });

  test("an order that could never be read stands where it was first heard of", async () => {
    await record(shop, 1001);
    await shop.repositories.orders.recordUnread(gid(7), "Shopify's answer could not be read.", NOON, NOON);
    const rows = (await read()).rows;
    expect(rows.map(({ orderId }) => orderId)).toEqual([gid(7), gid(1001)]);
    expect(rows[0]).toMatchObject({ state: "attention", status: "unread" });
  });
});

describe("its pages", () => {
  test("follow each other without gap or repetition, forwards and back", async () => {
    await fill(2 * ORDERS_PER_PAGE + 1);
    const first = await read();
    const second = await read({ cursor: first.next });
    const third = await read({ cursor: second.next });
    expect([first.rows.length, second.rows.length, third.rows.length]).toEqual([ORDERS_PER_PAGE, ORDERS_PER_PAGE, 1]);
    expect(new Set([first, second, third].flatMap(({ rows }) => rows.map(({ name }) => name))).size).toBe(2 * ORDERS_PER_PAGE + 1);
    expect([first.previous, third.next]).toEqual([null, null]);
    const back = await read({ cursor: third.previous });
    expect(back.rows).toEqual(second.rows);
    const start = await read({ cursor: back.previous });
    expect(start.rows).toEqual(first.rows);
    expect(start.previous).toBeNull();
  });

  test("stay where they are when orders come in meanwhile, also many placed in the same moment", async () => {
    const placedAt = NOON;
    for (let number = 1; number <= ORDERS_PER_PAGE + 5; number += 1) await record(shop, number, { placedAt });
    const first = await read();
    await record(shop, 999, { placedAt: NOON.add({ hours: 1 }) });
    const second = await read({ cursor: first.next });
    expect(second.rows).toHaveLength(5);
    expect(second.rows.some(({ orderId }) => first.rows.some((row) => row.orderId === orderId))).toBe(false);
  });

  test.each(["nonsense", Buffer.from('["next","x",1]').toString("base64url"), Buffer.from('["next",9e15,"x"]').toString("base64url"), ""])("text that is no cursor (%s) shows the first page", async (cursor) => {
    await record(shop, 1001);
    expect(await names({ cursor })).toEqual(["#1001"]);
  });
});
