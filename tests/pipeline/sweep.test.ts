/** The sweep against the simulated Shopify and a real database: what a lost webhook did not tell is found, however long nobody looked. */
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTenant, type Tenant } from "#app/database/repositories/testing/tenant.ts";
import { recordedOrder } from "#app/database/desk/testing/recorded-order.ts";
import { createSweeps } from "#app/database/repositories/sweeps.ts";
import { type TestDatabase, testDatabase } from "#app/database/testing.ts";
import { failure, success } from "#app/domain/result.ts";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import { sweepShop, type SweepReport } from "#app/pipeline/sweep.ts";
import { createChangedOrders } from "#app/shopify/orders/changed-orders.ts";
import type { GraphqlRequest } from "#app/shopify/orders/graphql-answer.ts";
import { createGraphqlClient } from "#app/shopify/orders/graphql-client.ts";
import { DOMAIN, openShop, type OpenShop } from "#sandbox/shopify/testing/open-shop.ts";
import { newOrders } from "./new-orders.ts";

const START = Temporal.Instant.from("2026-11-02T10:00:00Z");

let database: TestDatabase;
let shopify: OpenShop;
let tenant: Tenant;
let now: Temporal.Instant;
let graphql: GraphqlRequest;
let asked: Record<string, unknown>[];
beforeEach(async () => {
  now = START;
  database = await testDatabase();
  shopify = await openShop({}, { throttling: false });
  tenant = await createTenant(database.prisma);
  await database.prisma.shop.update({ where: { id: tenant.shopId }, data: { installedAt: new Date(START.epochMilliseconds) } });
  const client = createGraphqlClient({ shop: DOMAIN, apiVersion: "2026-10", apiOrigin: shopify.shopify.origin, token: async () => success((await shopify.exchange()).access_token) });
  asked = [];
  graphql = (query, variables) => {
    asked.push(variables);
    return client(query, variables);
  };
});
afterEach(async () => {
  await shopify.shopify.close();
  await database.drop();
});

function advance(duration: Temporal.DurationLike): void {
  now = now.add(duration);
  shopify.advance(duration);
}

type Options = { startDate?: string; through?: GraphqlRequest; signal?: AbortSignal; warned?: string[] };

const sweep = ({ startDate, through = graphql, signal = new AbortController().signal, warned = [] }: Options = {}): Promise<SweepReport> =>
  sweepShop({
    shop: tenant.repositories.shop,
    settings: { ...DEFAULT_SETTINGS, options: { ...DEFAULT_SETTINGS.options, startDate: startDate ?? null } },
    sweeps: createSweeps({ prisma: database.prisma, shopId: tenant.shopId }),
    changed: createChangedOrders({ graphql: through, wait: () => Promise.resolve() }),
    clock: { now: () => now },
    log: { info: () => undefined, warn: (_data, message) => warned.push(message), error: () => undefined },
    signal,
  });

/** The same question for pages of three, so that a test of many pages needs few orders. */
const smallPages: GraphqlRequest = (query, variables) => graphql(query.replace("first: 250", "first: 3"), variables);

const due = async (): Promise<string[]> => (await tenant.repositories.due.take(now, 50_000)).map(({ orderId }) => orderId);
const createOrders = (count: number): string[] => newOrders(count).map((order) => shopify.shopify.createOrder(DOMAIN, order).gid);
const cursor = () => database.prisma.shopCursor.findUniqueOrThrow({ where: { shopId: tenant.shopId } });
const asDate = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

describe("a sweep", () => {
  test("marks due what no webhook told of, once, and leaves the youngest changes to their webhooks", async () => {
    const warned: string[] = [];
    const lost = createOrders(2);
    advance({ minutes: 14 });
    const [fresh] = createOrders(1);
    advance({ minutes: 1 });
    expect(await sweep({ warned })).toEqual({ marked: 2, missed: 2, pages: 1, completed: true });
    expect(warned).toEqual(["the sweep found changes that no webhook had told of"]);
    expect(await due()).toEqual(lost);
    advance({ minutes: 15 });
    await sweep();
    expect(await due()).toEqual([...lost, fresh]);
  });

  test("reads a day's overlap each time, and never further than its own beginning", async () => {
    advance({ hours: 30 });
    await sweep();
    expect((await cursor()).sweptUntil).toEqual(asDate(now.subtract({ minutes: 2 })));
    advance({ minutes: 15 });
    await sweep();
    expect(asked.map(({ query }) => query)).toEqual([
      "updated_at:>='2026-11-02T10:00:00Z' AND updated_at:<='2026-11-03T15:58:00Z'",
      "updated_at:>='2026-11-02T15:58:00Z' AND updated_at:<='2026-11-03T16:13:00Z'",
    ]);
  });

  test("begins at the start date that the merchant chose, on the shop's calendar, and waits for one that lies ahead", async () => {
    advance({ minutes: 15 });
    await sweep({ startDate: "2026-11-01" });
    expect(asked[0]).toMatchObject({ query: expect.stringContaining("updated_at:>='2026-11-01T04:00:00Z'") });
    await database.prisma.shopCursor.deleteMany();
    expect(await sweep({ startDate: "2026-12-01" })).toMatchObject({ pages: 0, completed: true });
    expect(await cursor()).toMatchObject({ sweptUntil: null, nextSweepAt: asDate(now.add({ minutes: 15 })) });
  });

  test("finds what changed in an order that was read before", async () => {
    const [id = ""] = createOrders(1);
    advance({ minutes: 15 });
    await sweep();
    const [waiting] = await tenant.repositories.due.take(now, 1);
    if (!waiting) throw new Error("expected a due order");
    await tenant.repositories.orders.record(recordedOrder(1, { orderId: id, shopifyUpdatedAt: START }), [], [], now, now);
    await tenant.repositories.due.finish(waiting);
    shopify.shopify.fulfil(DOMAIN, id.slice(id.lastIndexOf("/") + 1), {});
    advance({ minutes: 15 });
    expect(await sweep()).toMatchObject({ marked: 1, missed: 1 });
    expect(await due()).toEqual([id]);
  });
});

describe("after a long downtime", () => {
  test("everything is read, a bounded number of pages per run, and nothing twice but the second a run ended in", async () => {
    const ids: string[] = [];
    for (let minute = 0; minute < 42; minute += 1) {
      ids.push(...createOrders(3));
      advance({ minutes: 1 });
    }
    advance({ hours: 72 });
    expect(await sweep({ through: smallPages })).toMatchObject({ pages: 40, completed: false, marked: 120 });
    // Due at once, and from where it was.
    expect(await cursor()).toMatchObject({ sweptUntil: null, readingFrom: asDate(START.add({ minutes: 39 })), nextSweepAt: asDate(now) });
    expect(await sweep({ through: smallPages })).toMatchObject({ completed: true, pages: 3 });
    expect(await cursor()).toMatchObject({ sweptUntil: asDate(now.subtract({ minutes: 2 })), readingFrom: null });
    expect((await due()).sort()).toEqual(ids.sort());
  });

  test("a stop between two pages loses nothing of what was read", async () => {
    createOrders(5);
    advance({ minutes: 15 });
    const stop = new AbortController();
    const report = await sweep({ signal: stop.signal, through: async (query, variables) => {
      const answer = await smallPages(query, variables);
      stop.abort();
      return answer;
    } });
    expect(report).toMatchObject({ marked: 3, completed: false });
    expect(await sweep()).toMatchObject({ completed: true });
    expect(await due()).toHaveLength(5);
  });
});

describe("Shopify's trouble", () => {
  const refusing = (fault: Fault): GraphqlRequest => () => Promise.resolve(failure(fault));

  test.each([
    [{ kind: "throttled", retryAfterMs: 2_000 }, 1],
    [{ kind: "throttled", retryAfterMs: 300_000 }, 5],
    [{ kind: "transient", detail: "502" }, 1],
    [{ kind: "needs_auth", detail: "401" }, 15],
  ] as const)("%o postpones the sweep by %i min and moves no cursor", async (fault, minutes) => {
    const lost = createOrders(1);
    advance({ minutes: 15 });
    expect(await sweep({ through: refusing(fault) })).toMatchObject({ completed: false, marked: 0 });
    expect(await cursor()).toMatchObject({ sweptUntil: null, readingFrom: null, nextSweepAt: asDate(now.add({ minutes })) });
    advance({ minutes });
    await sweep();
    expect(await due()).toEqual(lost);
  });

  test("in the middle of a reading keeps what was read", async () => {
    createOrders(5);
    advance({ minutes: 15 });
    let calls = 0;
    const half: GraphqlRequest = (query, variables) => {
      calls += 1;
      return calls === 1 ? smallPages(query, variables) : Promise.resolve(failure({ kind: "transient", detail: "cut" }));
    };
    expect(await sweep({ through: half })).toMatchObject({ pages: 1, marked: 3, completed: false });
    expect(await sweep()).toMatchObject({ completed: true });
    expect(await due()).toHaveLength(5);
  });
});
