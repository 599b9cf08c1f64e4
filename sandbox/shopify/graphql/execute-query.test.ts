import { afterEach, describe, expect, it } from "vitest";
import { DOMAIN, openShop } from "../testing/open-shop.ts";
import type { OpenShop } from "../testing/open-shop.ts";
import { createQueryBucket } from "./query-bucket.ts";

const LINE = { sku: "A", quantity: 1, price: "10.00" };

describe("the Admin GraphQL API", () => {
  let open: OpenShop;
  afterEach(async () => {
    await open.shopify.close();
  });

  it("refuses a field it does not know, in Shopify’s words", async () => {
    open = await openShop();
    const { errors, data } = await open.graphql("{ shop { colour } }");
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      { message: "Field 'colour' doesn't exist on type 'Shop'", extensions: { code: "undefinedField", typeName: "Shop", fieldName: "colour" } },
    ]);
  });

  it("answers every query with its cost, and gives back what a page did not hold", async () => {
    open = await openShop();
    open.shopify.createOrder(DOMAIN, { line_items: [LINE] });
    const { extensions } = await open.graphql("{ orders(first: 10) { nodes { id lineItems(first: 10) { nodes { id totalDiscountSet { shopMoney { amount } } } } } } }");
    // 2 + 4 × (1 + 2 + 4 × 1) asked for; 2 + 0 × … held, since ln(1) is 0
    expect(extensions?.cost).toMatchObject({ requestedQueryCost: 30, actualQueryCost: 2, throttleStatus: { maximumAvailable: 2000, restoreRate: 100 } });
    expect(open.shopify.graphqlCalls(DOMAIN)).toBe(1);
  });

  it("refuses a query above a thousand points", async () => {
    open = await openShop();
    const { errors, data } = await open.graphql("{ orders(first: 250) { nodes { fulfillments(first: 250) { fulfillmentLineItems(first: 250) { nodes { id } } } } } }");
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: "MAX_COST_EXCEEDED", maxCost: 1000 } }]);
  });

  it("throttles when the bucket is empty, unless told not to", async () => {
    const query = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Order { customer { id } billingAddress { id } } } }";
    open = await openShop();
    const { gid } = open.shopify.createOrder(DOMAIN, { line_items: [LINE] });
    const ids = Array.from({ length: 250 }, () => gid);
    await open.graphql(query, { ids });
    await open.graphql(query, { ids });
    const { errors, extensions } = await open.graphql(query, { ids });
    expect(errors).toMatchObject([{ message: "Throttled", extensions: { code: "THROTTLED" } }]);
    expect(extensions?.cost).toMatchObject({ requestedQueryCost: 750, actualQueryCost: null });
    await open.shopify.close();
    open = await openShop({}, { throttling: false });
    for (let call = 0; call < 3; call += 1) expect((await open.graphql(query, { ids })).errors).toBeUndefined();
  });

  it("finds orders by name, time and status, and refuses a field it cannot search", async () => {
    open = await openShop();
    const names = async (search: string): Promise<unknown> => {
      const answer = await open.graphql("query($q: String) { orders(first: 9, query: $q) { nodes { name } } }", { q: search });
      expect(answer.errors).toBeUndefined();
      return answer.data;
    };
    open.shopify.createOrder(DOMAIN, { name: "#1", line_items: [LINE], financial_status: "paid", created_at: "2026-10-01T00:00:00-04:00" });
    open.advance({ minutes: 40 });
    open.shopify.createOrder(DOMAIN, { name: "#2", line_items: [LINE], test: true });
    const found = (...expected: string[]): unknown => ({ orders: { nodes: expected.map((name) => ({ name })) } });
    expect(await names("name:#1 OR name:2")).toEqual(found("#1", "#2"));
    expect(await names("updated_at:>='2026-11-02T10:30:00Z'")).toEqual(found("#2"));
    expect(await names("created_at:<2026-10-02 AND status:any")).toEqual(found("#1"));
    expect(await names("(financial_status:paid fulfillment_status:unfulfilled) OR test:true")).toEqual(found("#1", "#2"));
    expect(await names("NOT financial_status:paid")).toEqual(found("#2"));
    expect((await open.graphql('{ orders(first: 1, query: "colour:red") { nodes { id } } }')).errors?.[0]?.message).toContain("colour");
  });

  it("pages by cursors that survive a change of the order they name", async () => {
    open = await openShop();
    for (let number = 1; number <= 5; number += 1) {
      open.shopify.createOrder(DOMAIN, { name: `#${number}`, line_items: [LINE] });
      open.advance({ minutes: 1 });
    }
    type Page = { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    const page = async (after: string | null): Promise<Page> =>
      (await open.graphql("query($after: String) { orders(first: 2, after: $after, sortKey: UPDATED_AT) { nodes { name } pageInfo { hasNextPage endCursor } } }", { after })).data?.["orders"] as Page;
    const first = await page(null);
    open.shopify.pay(DOMAIN, "#2");
    const second = await page(first.pageInfo.endCursor);
    const third = await page(second.pageInfo.endCursor);
    expect([first, second, third].map(({ nodes }) => nodes.map(({ name }) => name))).toEqual([["#1", "#2"], ["#3", "#4"], ["#5", "#2"]]);
    expect([first, second, third].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
  });

  it("pages through the lines of an order", async () => {
    open = await openShop();
    const line_items = Array.from({ length: 7 }, (_, index) => ({ ...LINE, sku: `S${index}` }));
    const { gid } = open.shopify.createOrder(DOMAIN, { line_items });
    const skus: string[] = [];
    let after: string | null = null;
    do {
      const answer = await open.graphql("query($id: ID!, $after: String) { order(id: $id) { lineItems(first: 3, after: $after) { nodes { sku } pageInfo { hasNextPage endCursor } } } }", { id: gid, after });
      const { lineItems } = answer.data?.["order"] as { lineItems: { nodes: { sku: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      skus.push(...lineItems.nodes.map(({ sku }) => sku));
      after = lineItems.pageInfo.hasNextPage ? lineItems.pageInfo.endCursor : null;
    } while (after !== null);
    expect(skus).toEqual(line_items.map(({ sku }) => sku));
  });
});

describe("the query bucket", () => {
  it("is restored by the second, up to its size", () => {
    let ms = 0;
    const bucket = createQueryBucket(100, () => ms);
    expect([bucket.take(1500), bucket.take(600)]).toEqual([true, false]);
    ms = 1000;
    expect(bucket.take(600)).toBe(true);
    ms = 60_000;
    expect(bucket.status().currentlyAvailable).toBe(2000);
  });
});
