import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { APP, DOMAIN, exchangeBody, openShop } from "../testing/open-shop.ts";
import type { OpenShop } from "../testing/open-shop.ts";

const TOKEN_PATH = "/admin/oauth/access_token";
const ORDER = { line_items: [{ sku: "A", quantity: 1, price: "10.00" }], customer: { first_name: "Ada", last_name: "L", email: "ada@example.com" } };

describe("a planned fault of a shop", () => {
  let open: OpenShop;
  let token: string;
  let refreshToken: string;
  beforeEach(async () => {
    open = await openShop();
    ({ access_token: token, refresh_token: refreshToken } = await open.exchange());
  });
  afterEach(() => open.shopify.close());

  const plan = (...faults: object[]): void => open.shopify.setFaults(DOMAIN, faults);
  const ask = (query = "{ shop { name } }"): Promise<Response> => open.post("/admin/api/2026-10/graphql.json", { query }, { "x-shopify-access-token": token });
  const refresh = (): Promise<Response> =>
    open.post(TOKEN_PATH, { client_id: APP.apiKey, client_secret: APP.apiSecret, grant_type: "refresh_token", refresh_token: refreshToken });
  const statuses = async (count: number): Promise<number[]> => {
    const seen = [];
    for (let index = 0; index < count; index += 1) seen.push((await ask()).status);
    return seen;
  };

  it("says THROTTLED inside 200, and how long to wait", async () => {
    plan({ on: "graphql", do: "throttled" });
    const response = await ask();
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: "THROTTLED" } }],
      extensions: { cost: { requestedQueryCost: 1, actualQueryCost: null, throttleStatus: { currentlyAvailable: 0, restoreRate: 100 } } },
    });
    expect(await (await ask()).json()).toMatchObject({ data: { shop: { name: DOMAIN } } });
  });

  it("keeps one field of an order back, as a protected one", async () => {
    const { gid } = open.shopify.createOrder(DOMAIN, { ...ORDER, name: "#1" });
    plan({ on: "graphql", do: "partial" });
    const query = `{ nodes(ids: ["${gid}"]) { ... on Order { name customer { id } totalPriceSet { shopMoney { amount } } } } }`;
    expect(await (await ask(query)).json()).toMatchObject({
      data: { nodes: [{ name: "#1", customer: null, totalPriceSet: { shopMoney: { amount: "10.0" } } }] },
      errors: [{ path: ["nodes", 0, "customer"], extensions: { code: "ACCESS_DENIED" } }],
    });
    expect(await (await ask(query)).json()).toMatchObject({ data: { nodes: [{ customer: { id: expect.any(String) } }] } });
  });

  it("keeps one node of many back, or the one that was asked for", async () => {
    const gids = ["#1", "#2", "#3"].map((name) => open.shopify.createOrder(DOMAIN, { ...ORDER, name }).gid);
    plan({ on: "graphql", do: "partial", part: "node", index: 1, times: 2 });
    expect(await (await ask(`{ nodes(ids: ${JSON.stringify(gids)}) { ... on Order { name } } }`)).json()).toMatchObject({
      data: { nodes: [{ name: "#1" }, null, { name: "#3" }] },
      errors: [{ path: ["nodes", 1], extensions: { code: "INTERNAL_SERVER_ERROR" } }],
    });
    expect(await (await ask(`{ order(id: "${gids[0]}") { name } }`)).json()).toMatchObject({ data: { order: null }, errors: [{ path: ["order"] }] });
  });

  it.each([500, 502, 503, 429, 401])("answers %i and does nothing", async (status) => {
    plan({ on: "graphql", do: "status", status }, { on: "token", do: "status", status });
    const calls = open.shopify.graphqlCalls(DOMAIN);
    expect((await ask()).status).toBe(status);
    expect(open.shopify.graphqlCalls(DOMAIN)).toBe(calls);
    expect((await refresh()).status).toBe(status);
    expect((await refresh()).status).toBe(200);
  });

  it("answers with a page, cuts the answer, or drops the connection", async () => {
    plan({ on: "graphql", do: "html", status: 200 });
    const page = await ask();
    expect([page.status, (await page.text()).startsWith("<html>")]).toEqual([200, true]);
    plan({ on: "graphql", do: "truncate" });
    await expect(ask().then((response) => response.text())).rejects.toThrow();
    plan({ on: "graphql", do: "dropBefore" });
    await expect(ask()).rejects.toThrow("fetch failed");
  });

  it("loses the answer of a rotation: the old refresh token still works once", async () => {
    plan({ on: "token", do: "commitThenDrop" });
    await expect(refresh()).rejects.toThrow("fetch failed");
    expect(open.shopify.faultsStruck(DOMAIN)).toEqual([{ on: "token", do: "commitThenDrop" }]);
    const again = await refresh();
    expect(again.status).toBe(200);
    token = ((await again.json()) as { access_token: string }).access_token;
    expect((await ask()).status).toBe(200);
    expect((await refresh()).status).toBe(400);
  });

  it("hangs the token endpoint while everything else goes on, until it is let go", async () => {
    plan({ on: "token", do: "hang" });
    const hanging = refresh();
    while (open.shopify.faultsStruck(DOMAIN).length === 0) expect((await ask()).status).toBe(200);
    open.shopify.release(DOMAIN);
    expect((await hanging).status).toBe(200);
  });

  it("ends with the simulator when it hangs", async () => {
    const other = await openShop();
    other.shopify.setFaults(DOMAIN, [{ on: "token", do: "hang" }]);
    const hanging = expect(other.post(TOKEN_PATH, exchangeBody(other.shopify.sessionToken(DOMAIN)))).rejects.toThrow("fetch failed");
    while (other.shopify.faultsStruck(DOMAIN).length === 0) await other.graphql("{ shop { name } }");
    await other.shopify.close();
    await hanging;
  });

  it("strikes the nth call or a seeded share of them, of its own shop only", async () => {
    plan({ on: "graphql", nth: 2, times: 2, do: "status", status: 503 });
    expect(await statuses(4)).toEqual([200, 503, 503, 200]);
    const share = { on: "graphql", share: 0.4, seed: 5, do: "status", status: 503 };
    plan(share);
    const first = await statuses(20);
    plan(share);
    expect(await statuses(20)).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 503]));
    open.shopify.createShop({ domain: "other.myshopify.com", currency: "USD", timeZone: "America/New_York", country: "US" });
    plan({ on: "graphql", share: 1, do: "dropBefore" });
    const elsewhere = await open.post(TOKEN_PATH, exchangeBody(open.shopify.sessionToken("other.myshopify.com")), { "x-shopify-shop-domain": "other.myshopify.com" });
    expect(elsewhere.status).toBe(200);
  });

  it.each([
    [{ on: "token", do: "throttled" }, /is for graphql only/],
    [{ on: "webhooks", do: "status" }, /Invalid option/],
    [{ on: "graphql", do: "partial", part: "node", field: "customer" }, /is for a partial field/],
    [{ on: "graphql", do: "status", status: 204 }, /below 400 it is for html only/],
  ])("that makes no sense (%j) is refused", (fault, sentence) => {
    expect(() => plan(fault)).toThrow(sentence);
  });
});
