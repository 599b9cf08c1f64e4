import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { DOMAIN, openShop, type OpenShop } from "#sandbox/shopify/testing/open-shop.ts";
import { add, equals, formatMoney, subtract, zero } from "#app/domain/money/money.ts";
import type { Order } from "#app/domain/order/order.ts";
import { success } from "#app/domain/result.ts";
import type { GraphqlRequest } from "./graphql-answer.ts";
import { createGraphqlClient } from "./graphql-client.ts";
import { createOrderSource } from "./order-source.ts";

let shop: OpenShop;
afterEach(() => shop.shopify.close());

type Opened = { throttling?: boolean; restoreRate?: number; through?: (graphql: GraphqlRequest) => GraphqlRequest; wait?: (delayMs: number) => Promise<void>; fromStart?: boolean };

/** The order source as the app wires it, speaking HTTP to a running simulator; `through` stands between them. */
async function openSource({ throttling = false, restoreRate = 100, through = (graphql) => graphql, ...options }: Opened = {}) {
  shop = await openShop({ restoreRate }, { throttling });
  const { access_token } = await shop.exchange();
  const graphql = createGraphqlClient({ shop: DOMAIN, apiVersion: "2026-10", apiOrigin: shop.shopify.origin, token: () => Promise.resolve(success(access_token)) });
  return createOrderSource({ graphql: through(graphql), ...options });
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ sku: `SKU-${index}`, title: `Thing ${index}`, quantity: 2, price: "10.00", taxable: true, tax_lines: [{ title: "Tax", rate: 0.08, price: "1.60" }] }));

function createOrders(count: number, lineCount: (index: number) => number): string[] {
  return Array.from({ length: count }, (_, index) =>
    shop.shopify.createOrder(DOMAIN, {
      name: `#${1001 + index}`, line_items: lines(lineCount(index)), shipping: { price: "5.00" }, discount: { code: "TEN", amount: "1.00" },
      tip: "2.00", financial_status: "paid", gateway: "paypal",
    }).gid,
  );
}

async function fetched(source: Awaited<ReturnType<typeof openSource>>, ids: string[]): Promise<Order[]> {
  const answer = await source.fetch(ids);
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value.snapshots.map((snapshot) => {
    const order = source.normalise(structuredClone(snapshot));
    if (!order.ok) throw new Error(order.failure);
    return order.value;
  });
}

describe("twenty-five orders, one of them with 120 lines", () => {
  test("are fetched in few calls, complete, in the order asked for, and add up", async () => {
    const source = await openSource();
    const ids = createOrders(25, (index) => (index === 7 ? 120 : 3));
    const orders = await fetched(source, ids);
    expect(orders.map(({ id }) => id)).toEqual(ids);
    expect(orders[7]?.lines.map(({ sku }) => sku)).toEqual(lines(120).map(({ sku }) => sku));
    // Four chunks of up to seven, and one further page of lines.
    expect(shop.shopify.graphqlCalls(DOMAIN)).toBe(5);
    for (const order of orders) {
      const parts = [...order.lines, ...order.shipping].map(({ gross, discount }) => subtract(gross, discount));
      const total = [...parts, order.totals.tax, order.tip].reduce(add, zero(order.currency));
      expect(equals(total, order.totals.current)).toBe(true);
    }
  });
});

test("payment and shipment are read from what happened in the shop", async () => {
  const source = await openSource();
  const { gid } = shop.shopify.createOrder(DOMAIN, { name: "#1", line_items: lines(1), financial_status: "pending" });
  shop.shopify.pay(DOMAIN, "#1", { amount: "1.60", gateway: "paypal" });
  expect((await fetched(source, [gid])).map(({ status, transactions }) => [status, transactions.map(({ kind, gatewayName, amount }) => [kind, gatewayName, formatMoney(amount)])])).toEqual([
    ["partially_paid", [["sale", "PayPal", "1.60"]]],
  ]);
  shop.shopify.pay(DOMAIN, "#1");
  shop.shopify.fulfil(DOMAIN, "#1");
  expect((await fetched(source, [gid])).map(({ status, paymentWord, fulfilments }) => [status, paymentWord, fulfilments.length])).toEqual([["fulfilled", "paid", 1]]);
});

test("an order that is not there, and what is no order, are missing; asked for twice is answered once", async () => {
  const source = await openSource();
  const [id = ""] = createOrders(1, () => 1);
  const [order] = await fetched(source, [id]);
  const gone = "gid://shopify/Order/99";
  const customer = order?.customer?.id ?? "";
  const answer = await source.fetch([gone, id, customer, id]);
  expect(answer.ok && [answer.value.missing, answer.value.snapshots.map(({ orderId }) => orderId)]).toEqual([[gone, customer], [id]]);
});

test("nothing asked for is no call", async () => {
  const source = await openSource();
  expect(await source.fetch([])).toEqual(success({ snapshots: [], missing: [] }));
  expect(shop.shopify.graphqlCalls(DOMAIN)).toBe(0);
});

describe("when the query bucket runs dry", () => {
  const drain = async (): Promise<void> => {
    let throttled = false;
    while (!throttled) throttled = (await shop.graphql("{ orders(first: 250) { nodes { lineItems(first: 50) { nodes { product { id } variant { id } } } } } }")).errors !== undefined;
  };

  test("before anything was read, the fetch is throttled and says for how long", async () => {
    const source = await openSource({ throttling: true, restoreRate: 1 });
    const ids = createOrders(10, () => 3);
    await drain();
    const answer = await source.fetch(ids);
    expect(answer).toMatchObject({ ok: false, failure: { kind: "throttled" } });
    const waitMs = !answer.ok && answer.failure.kind === "throttled" ? answer.failure.retryAfterMs : 0;
    expect(waitMs).toBeGreaterThan(10_000);
  });

  test("and somebody looks on, the first call waits as well", async () => {
    const waitsMs: number[] = [];
    const wait = async (delayMs: number): Promise<void> => {
      waitsMs.push(delayMs);
      await sleep(delayMs);
    };
    const source = await openSource({ throttling: true, restoreRate: 1_000, wait, fromStart: true });
    const ids = createOrders(2, () => 3);
    await drain();
    expect((await fetched(source, ids)).map(({ id }) => id)).toEqual(ids);
    expect(waitsMs.length).toBeGreaterThan(0);
  });

  test("in the middle, it waits and goes on from there, so that a large batch always gets done", async () => {
    const waitsMs: number[] = [];
    const wait = async (delayMs: number): Promise<void> => {
      waitsMs.push(delayMs);
      await sleep(delayMs);
    };
    const source = await openSource({ throttling: true, restoreRate: 1_000, wait });
    const ids = createOrders(150, () => 3);
    expect((await fetched(source, ids)).map(({ id }) => id)).toEqual(ids);
    expect(waitsMs.length).toBeGreaterThan(0);
  });

  test("in the middle, and waiting half a minute does not help, the batch goes back to the queue", async () => {
    const source = await openSource({ throttling: true, restoreRate: 1, wait: () => Promise.resolve() });
    const answer = await source.fetch(createOrders(150, () => 3));
    expect(answer).toMatchObject({ ok: false, failure: { kind: "throttled" } });
    expect(shop.shopify.graphqlCalls(DOMAIN)).toBeGreaterThan(1);
  });
});

describe("a shop whose calls cost more than expected", () => {
  /** Refuses as Shopify does what asks for more than `most` orders. */
  const strict = (most: number) => (graphql: GraphqlRequest): GraphqlRequest => (query, variables) => {
    const { ids } = variables;
    if (!Array.isArray(ids) || ids.length <= most) return graphql(query, variables);
    return Promise.resolve(success({ errors: [{ message: "too much", extensions: { code: "MAX_COST_EXCEEDED" } }] }));
  };

  test("is asked for half as many orders until it answers", async () => {
    const source = await openSource({ through: strict(3) });
    const ids = createOrders(7, () => 1);
    expect((await fetched(source, ids)).map(({ id }) => id)).toEqual(ids);
  });

  test("and refuses a single order makes it a defect", async () => {
    const source = await openSource({ through: strict(0) });
    expect(await source.fetch(createOrders(2, () => 1))).toMatchObject({ ok: false, failure: { kind: "defect" } });
  });
});

test("an order that changes between two pages of its lines is read again later", async () => {
  const source = await openSource({
    through: (graphql) => (query, variables) => {
      if ("after" in variables) {
        shop.advance({ minutes: 1 });
        shop.shopify.fulfil(DOMAIN, "#1001");
      }
      return graphql(query, variables);
    },
  });
  expect(await source.fetch(createOrders(1, () => 51))).toMatchObject({ ok: false, failure: { kind: "transient" } });
});
