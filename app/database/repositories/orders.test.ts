import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Issue } from "#app/domain/issues/issue.ts";
import type { OrderRecord } from "#app/pipeline/ports/repositories.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { instant } from "./testing/payment.ts";
import { createTenant, type Tenant } from "./testing/tenant.ts";

const ORDER = "gid://shopify/Order/1";
const OTHER = "gid://shopify/Order/2";
const NOON = instant("12:00:00");

let database: TestDatabase;
let shop: Tenant;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => { shop = await createTenant(database.prisma); });

const recordOf = (orderId: string, changes: Partial<OrderRecord> = {}): OrderRecord => ({
  orderId, name: "#1001", status: "paid", state: "posted", reason: null, placedAt: instant("09:00:00"), shopifyUpdatedAt: instant("09:30:00"),
  total: { currency: "USD", minor: 12_345_678_901_234n }, decision: { treatment: "sync" }, plan: [], proof: null, settingsVersion: 3, ruleSetVersion: 2, ...changes,
});

const missing = (sku: string): Issue => ({ code: "item_missing", cause: sku, sentence: `QuickBooks has no item "${sku}".`, remedy: "Create it, or map it to another item." });
const rejected: Issue = { code: "rejected_by_quickbooks", cause: "order #1001", sentence: "QuickBooks refused it.", remedy: "Look at it." };

const record = (orderId: string, issues: Issue[] = [], settledBefore = NOON) => shop.repositories.orders.record(recordOf(orderId), [], issues, NOON, settledBefore);

async function openIssues(): Promise<Record<string, string[]>> {
  const issues = await database.prisma.issue.findMany({ where: { shopId: shop.shopId, state: "open" }, include: { orders: { orderBy: { orderGid: "asc" } } }, orderBy: { causeKey: "asc" } });
  return Object.fromEntries(issues.map(({ causeKey, orders }) => [causeKey, orders.map(({ orderGid }) => orderGid)]));
}

describe("the order row", () => {
  test("is replaced as a whole by each run, with money to the cent", async () => {
    await record(ORDER);
    await shop.repositories.orders.record(recordOf(ORDER, { state: "attention", reason: "A reason.", decision: null }), [], [], instant("12:01:00"), NOON);
    const rows = await database.prisma.order.findMany({ where: { shopId: shop.shopId } });
    expect(rows).toMatchObject([{
      orderGid: ORDER, name: "#1001", state: "attention", reason: "A reason.", totalMinor: 12_345_678_901_234n, currency: "USD", decision: null,
      settingsVersion: 3, ruleSetVersion: 2, lastSyncedAt: new Date("2026-11-23T12:01:00Z"), createdAt: new Date("2026-11-23T12:00:00Z"),
    }]);
  });

  test("of an order that could not be read says why and keeps what is known of it", async () => {
    await record(ORDER);
    await shop.repositories.orders.recordUnread(ORDER, "Deleted in Shopify.", NOON, NOON);
    await shop.repositories.orders.recordUnread(OTHER, "Could not be read.", NOON, NOON);
    const rows = await database.prisma.order.findMany({ where: { shopId: shop.shopId }, orderBy: { orderGid: "asc" } });
    expect(rows).toMatchObject([
      { name: "#1001", status: "paid", state: "attention", reason: "Deleted in Shopify.", totalMinor: 12_345_678_901_234n },
      { name: OTHER, state: "attention", reason: "Could not be read.", totalMinor: null },
    ]);
  });

  test("takes text that PostgreSQL's JSON refuses", async () => {
    await shop.repositories.orders.record(recordOf(ORDER, { plan: { memo: "a\0b\uD800c" } }), [], [], NOON, NOON);
    expect(await database.prisma.order.findFirst({ where: { shopId: shop.shopId } })).toMatchObject({ plan: { memo: "a\uFFFDb\uFFFDc" } });
  });
});

test("the timeline only grows, in the order things happened", async () => {
  const { orders } = shop.repositories;
  const entry = (kind: string, minute: number) => ({ at: instant(`12:0${minute}:00`), kind, data: { minute, amount: 5n } });
  await orders.record(recordOf(ORDER), [entry("document_create", 2), entry("document_close", 1)], [], NOON, NOON);
  await orders.record(recordOf(ORDER), [entry("document_apply", 3)], [], NOON, NOON);
  const rows = await database.prisma.timelineEntry.findMany({ where: { shopId: shop.shopId, orderGid: ORDER }, orderBy: { id: "asc" } });
  expect(rows.map(({ kind }) => kind)).toEqual(["document_create", "document_close", "document_apply"]);
  expect(rows[0]).toMatchObject({ at: new Date("2026-11-23T12:02:00Z"), data: { minute: 2, amount: "5" } });
});

test("a snapshot is kept when it differs from the last one, also when it is what an older one was", async () => {
  const { orders } = shop.repositories;
  const save = (hash: string, at: string) => orders.saveSnapshot({ orderId: ORDER, body: { hash } }, hash, instant(at));
  for (const [hash, at] of [["a", "12:00:00"], ["a", "12:01:00"], ["b", "12:02:00"], ["a", "12:03:00"]] as const) await save(hash, at);
  const rows = await database.prisma.snapshot.findMany({ where: { shopId: shop.shopId }, orderBy: { takenAt: "asc" } });
  expect(rows.map(({ body }) => body)).toEqual([{ hash: "a" }, { hash: "b" }, { hash: "a" }]);
});

describe("issues", () => {
  test("orders with the same cause share one issue, which is resolved when the last of them no longer names it", async () => {
    await record(ORDER, [missing("TEE"), rejected]);
    await record(OTHER, [missing("TEE")]);
    expect(await openIssues()).toEqual({ "item_missing/TEE": [ORDER, OTHER], "rejected_by_quickbooks/order #1001": [ORDER] });
    await record(ORDER, []);
    expect(await openIssues()).toEqual({ "item_missing/TEE": [OTHER] });
    await record(OTHER, []);
    expect(await openIssues()).toEqual({});
    expect(await database.prisma.issue.findMany({ where: { shopId: shop.shopId } })).toMatchObject([{ resolvedAt: expect.any(Date) }, { resolvedAt: expect.any(Date) }]);
  });

  test("named again, an open issue keeps its date and takes the new words; a resolved one opens anew", async () => {
    await record(ORDER, [missing("TEE")]);
    await shop.repositories.orders.record(recordOf(ORDER), [], [{ ...missing("TEE"), remedy: "Another remedy." }], instant("13:00:00"), NOON);
    const where = { shopId: shop.shopId };
    expect(await database.prisma.issue.findMany({ where })).toMatchObject([{ openedAt: new Date("2026-11-23T12:00:00Z"), data: { remedy: "Another remedy.", cause: "TEE" } }]);
    await record(ORDER, []);
    await record(ORDER, [missing("TEE")]);
    expect(await database.prisma.issue.count({ where })).toBe(2);
    expect(await openIssues()).toEqual({ "item_missing/TEE": [ORDER] });
  });

  test("two writers that join and leave the same issues neither wait for each other forever nor lose a link", async () => {
    const [tee, cap] = [missing("TEE"), missing("CAP")];
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([record(ORDER, [tee]), record(OTHER, [cap])]);
      await Promise.all([record(ORDER, [cap]), record(OTHER, [tee])]);
      expect(await openIssues()).toEqual({ "item_missing/CAP": [ORDER], "item_missing/TEE": [OTHER] });
    }
  });
});

describe("the inbox", () => {
  const receive = (webhookId: string, orderGid: string, at: string, { shopId }: Tenant = shop) =>
    database.prisma.inboxEvent.create({
      data: { id: randomUUID(), shopId, topic: "orders/updated", webhookId, orderGid, receivedAt: new Date(`2026-11-23T${at}Z`), body: "{}", disposition: "received" },
    });
  const dispositions = async () => {
    const rows = await database.prisma.inboxEvent.findMany({ where: { shopId: shop.shopId }, orderBy: { webhookId: "asc" } });
    return Object.fromEntries(rows.map(({ webhookId, disposition }) => [webhookId, disposition]));
  };

  test("of an order's waiting events the newest is applied and the others superseded; later ones and other orders' wait on", async () => {
    await receive("a", ORDER, "11:00:00");
    await receive("b", ORDER, "11:30:00");
    await receive("c", ORDER, "12:00:01");
    await receive("d", OTHER, "11:00:00");
    await record(ORDER);
    expect(await dispositions()).toEqual({ a: "superseded", b: "applied", c: "received", d: "received" });
    await record(ORDER, [], instant("12:30:00"));
    await shop.repositories.orders.recordUnread(OTHER, "Deleted in Shopify.", NOON, NOON);
    expect(await dispositions()).toEqual({ a: "superseded", b: "applied", c: "applied", d: "applied" });
  });

  test("is not settled by a newer event of another shop's order with the same id", async () => {
    await receive("ours", ORDER, "11:00:00");
    await receive("theirs", ORDER, "11:30:00", await createTenant(database.prisma));
    await record(ORDER);
    expect(await dispositions()).toEqual({ ours: "applied" });
  });
});

test("a record that fails half-way leaves nothing behind", async () => {
  const { orders } = shop.repositories;
  // PostgreSQL takes no U+0000 in text, so the issue's key fails after the order row and the timeline were written.
  const unstorable = missing("\0");
  await expect(orders.record(recordOf(ORDER), [{ at: NOON, kind: "read", data: {} }], [unstorable], NOON, NOON)).rejects.toThrow();
  expect(await database.prisma.order.count({ where: { shopId: shop.shopId } })).toBe(0);
  expect(await database.prisma.timelineEntry.count({ where: { shopId: shop.shopId } })).toBe(0);
});
