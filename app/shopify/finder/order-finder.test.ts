import { Temporal } from "temporal-polyfill";
import { afterEach, describe, expect, test } from "vitest";
import { shopDays } from "#app/domain/time/shop-days.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { FoundOrder, OrderFinder, PlacedSpan } from "#app/pipeline/ports/order-finder.ts";
import { DOMAIN, openShop, type OpenShop } from "#sandbox/shopify/testing/open-shop.ts";
import { createGraphqlClient } from "../orders/graphql-client.ts";
import { createOrderFinder } from "./order-finder.ts";

let shop: OpenShop;
afterEach(() => shop.shopify.close());

async function openFinder(settings: Parameters<typeof openShop>[0] = {}): Promise<OrderFinder> {
  shop = await openShop(settings, { throttling: false });
  const { access_token } = await shop.exchange();
  const graphql = createGraphqlClient({ shop: DOMAIN, apiVersion: "2026-10", apiOrigin: shop.shopify.origin, token: () => Promise.resolve(success(access_token)) });
  return createOrderFinder({ graphql, wait: () => Promise.resolve() });
}

const place = (name: string, created_at: string): string =>
  shop.shopify.createOrder(DOMAIN, { name, created_at, line_items: [{ sku: "A", quantity: 1, price: "10.00" }] }).gid;

function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const YEAR: PlacedSpan = { from: Temporal.Instant.from("2026-01-01T00:00:00Z"), until: Temporal.Instant.from("2027-01-01T00:00:00Z") };
const names = (orders: readonly FoundOrder[]): string[] => orders.map(({ name }) => name);

describe("orders placed between two instants", () => {
  test.each([
    ["Pacific/Auckland", "2026-09-27"],
    ["America/New_York", "2026-03-08"],
    ["America/New_York", "2026-11-01"],
    ["Asia/Kathmandu", "2026-10-31"],
  ])("of a day in %s, %s, are that local day's to the second", async (timeZone, day) => {
    const finder = await openFinder({ timeZone });
    const date = Temporal.PlainDate.from(day);
    const span = shopDays(date, date, timeZone);
    const at = { before: span.from.subtract({ seconds: 1 }), first: span.from, last: span.until.subtract({ seconds: 1 }), after: span.until };
    for (const [name, instant] of Object.entries(at)) place(name, instant.toString());
    expect(valueOf(await finder.placedBetween(span, null))).toMatchObject({ orders: [{ name: "first" }, { name: "last" }], next: null });
  });

  test("come page by page, oldest first, each once", async () => {
    const finder = await openFinder();
    for (let second = 599; second >= 0; second -= 1) place(`#${second}`, Temporal.Instant.from("2026-10-01T00:00:00Z").add({ seconds: second }).toString());
    const found: FoundOrder[] = [];
    const sizes: number[] = [];
    let after: string | null = null;
    do {
      const page: { orders: FoundOrder[]; next: string | null } = valueOf(await finder.placedBetween(YEAR, after));
      found.push(...page.orders);
      sizes.push(page.orders.length);
      after = page.next;
    } while (after !== null);
    expect(sizes).toEqual([250, 250, 100]);
    expect(names(found)).toEqual(Array.from({ length: 600 }, (_, second) => `#${second}`));
  });

  test("older than 60 days are not to be seen without the scope for all orders, and the finder says since when", async () => {
    const finder = await openFinder({ recentOrdersOnly: true });
    const since = valueOf(await finder.visibleSince(shop.now()));
    expect(since?.toString()).toBe("2026-09-03T10:00:00Z");
    place("#1", "2026-09-03T09:59:59Z");
    place("#2", "2026-09-03T10:00:00Z");
    expect(names(valueOf(await finder.placedBetween(YEAR, null)).orders)).toEqual(["#2"]);
    expect(valueOf(await finder.named(["#1", "#2"])).missing).toEqual(["#1"]);
    await shop.shopify.close();
    expect(valueOf(await (await openFinder()).visibleSince(shop.now()))).toBeNull();
  });
});

describe("orders by name", () => {
  test("are found with and without #, and what is not there is told as it was asked for", async () => {
    const finder = await openFinder();
    place("#1001", "2026-10-01T00:00:00Z");
    place("#1002", "2026-10-02T00:00:00Z");
    const { found, missing } = valueOf(await finder.named(["1001", "#1002", " #1001 ", "#10", "1003", 'a"b', ""]));
    expect(names(found)).toEqual(["#1001", "#1002"]);
    expect(missing).toEqual(["#10", "1003", 'a"b', ""]);
  });

  test("of another shop are not there, and do not keep the shop's own from being found", async () => {
    const finder = await openFinder();
    shop.shopify.createShop({ domain: "theirs.myshopify.com", currency: "USD", timeZone: "America/New_York", country: "US" });
    place("#1001", "2026-10-01T00:00:00Z");
    shop.shopify.createOrder("theirs.myshopify.com", { name: "#1002", created_at: "2026-10-01T00:00:00Z", line_items: [{ sku: "A", quantity: 1, price: "10.00" }] });
    const { found, missing } = valueOf(await finder.named(["1001", "1002"]));
    expect([names(found), missing]).toEqual([["#1001"], ["1002"]]);
  });

  test("are found by their number alone where the shop writes more around it", async () => {
    const finder = await openFinder({ orderNumberFormat: { prefix: "EN", suffix: "-US" } });
    place("EN1001-US", "2026-10-01T00:00:00Z");
    const { found, missing } = valueOf(await finder.named(["1001", "EN1001-US", "1001-US"]));
    expect([names(found), missing]).toEqual([["EN1001-US"], ["1001-US"]]);
  });
});

describe("a history", () => {
  test("of 2,000 orders is read row by row, in order, each once", async () => {
    const finder = await openFinder();
    const from = Temporal.Instant.from("2026-10-01T00:00:00Z");
    const ids = Array.from({ length: 2000 }, (_, second) => place(`#${second}`, from.add({ seconds: second }).toString()));
    const id = valueOf(await finder.startHistory(YEAR));
    expect(valueOf(await finder.history(id))).toEqual({ kind: "running", objects: 1000 });
    const done = valueOf(await finder.history(id));
    if (done.kind !== "done") throw new Error(done.kind);
    expect(done.objects).toBe(2000);
    const found: string[] = [];
    for await (const order of done.orders()) found.push(valueOf(order).orderId);
    expect(found).toEqual(ids);
  }, 60_000);

  test("without orders is done and yields nothing", async () => {
    const finder = await openFinder();
    const id = valueOf(await finder.startHistory(YEAR));
    shop.advance({ seconds: 10 });
    const done = valueOf(await finder.history(id));
    if (done.kind !== "done") throw new Error(done.kind);
    expect((await done.orders()[Symbol.asyncIterator]().next()).done).toBe(true);
  });

  test("waits for a place where five run, and gets it once one is stopped", async () => {
    const finder = await openFinder();
    const started = [];
    for (let count = 0; count < 5; count += 1) started.push(valueOf(await finder.startHistory(YEAR)));
    expect(await finder.startHistory(YEAR)).toMatchObject({ ok: false, failure: { kind: "throttled" } });
    const [first = ""] = started;
    valueOf(await finder.stopHistory(first));
    expect(valueOf(await finder.history(first))).toEqual({ kind: "stopped" });
    expect((await finder.startHistory(YEAR)).ok).toBe(true);
    expect(await finder.stopHistory(first)).toMatchObject({ ok: false, failure: { kind: "rejected" } });
  });

  test("that failed, expired or was never started is told in words, and a list that is gone is a fault", async () => {
    const finder = await openFinder();
    place("#1", "2026-10-01T00:00:00Z");
    const fine = valueOf(await finder.startHistory(YEAR));
    const bad = valueOf(await finder.startHistory(YEAR));
    shop.shopify.writeHistory(DOMAIN, ({ bulkOperations = [] }) => {
      for (const operation of bulkOperations.slice(1)) operation.errorCode = "TIMEOUT";
      return [];
    });
    shop.advance({ seconds: 10 });
    expect(valueOf(await finder.history(bad))).toMatchObject({ kind: "failed" });
    const done = valueOf(await finder.history(fine));
    if (done.kind !== "done") throw new Error(done.kind);
    shop.advance({ hours: 24 * 7 });
    const { access_token } = await shop.exchange();
    const graphql = createGraphqlClient({ shop: DOMAIN, apiVersion: "2026-10", apiOrigin: shop.shopify.origin, token: () => Promise.resolve(success(access_token)) });
    const later = createOrderFinder({ graphql, wait: () => Promise.resolve() });
    expect(valueOf(await later.history(fine))).toMatchObject({ kind: "expired" });
    expect(valueOf(await later.history("gid://shopify/BulkOperation/1"))).toMatchObject({ kind: "expired" });
    const rows = [];
    for await (const row of done.orders()) rows.push(row);
    expect(rows).toMatchObject([{ ok: false, failure: { kind: "transient" } }]);
  });
});
