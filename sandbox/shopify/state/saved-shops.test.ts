import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HttpRequest } from "../../http/server.ts";
import { startServer } from "../../http/server.ts";
import type { ShopifySimulator } from "../simulator.ts";
import { startShopify } from "../start-shopify.ts";
import { APP, DOMAIN, exchangeBody } from "../testing/open-shop.ts";

describe("the simulator’s memory on disk", () => {
  let folder: string;
  let file: string;
  const started: ShopifySimulator[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "saved-shops-"));
    file = join(folder, "shopify.json");
  });
  afterEach(async () => {
    for (const shopify of started.splice(0)) await shopify.close();
    await rm(folder, { recursive: true });
  });
  const start = async (appUrl?: string): Promise<ShopifySimulator> => {
    const shopify = await startShopify({ ...APP, now: () => Temporal.Instant.from("2026-11-02T10:00:00Z"), webhookPath: "/webhooks", topics: ["orders/create"], ...(appUrl === undefined ? {} : { appUrl }) });
    started.push(shopify);
    return shopify;
  };
  const open = (shopify: ShopifySimulator): void => shopify.createShop({ domain: DOMAIN, currency: "USD", timeZone: "UTC", country: "US" });
  const post = (shopify: ShopifySimulator, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(shopify.origin + path, { method: "POST", headers: { "content-type": "application/json", "x-shopify-shop-domain": DOMAIN, ...headers }, body: JSON.stringify(body) });

  it("brings back orders, customers, numbering and the app’s tokens", async () => {
    const first = await start();
    open(first);
    first.createOrder(DOMAIN, { line_items: [{ sku: "A", quantity: 1, price: "10" }], financial_status: "paid" });
    const { access_token: token } = (await (await post(first, "/admin/oauth/access_token", exchangeBody(first.sessionToken(DOMAIN)))).json()) as { access_token: string };
    await first.save(file);
    const second = await start();
    expect(await second.load(file)).toBe(true);
    expect(second.orders(DOMAIN)).toEqual(first.orders(DOMAIN));
    expect(second.createOrder(DOMAIN, { line_items: [{ quantity: 1, price: "1" }] }).name).toBe("#1002");
    const answer = await post(second, "/admin/api/2026-10/graphql.json", { query: "{ shop { name } }" }, { "x-shopify-access-token": token });
    expect(await answer.json()).toMatchObject({ data: { shop: { name: DOMAIN } } });
  });

  it("sends after the restart what was not delivered before", async () => {
    const received: HttpRequest[] = [];
    const first = await start("http://127.0.0.1:9");
    open(first);
    first.createOrder(DOMAIN, { name: "#5", line_items: [{ quantity: 1, price: "1" }] });
    await first.save(file);
    const app = await startServer({ handler: (request) => (received.push(request), { status: 200, body: "" }) });
    const second = await start(app.origin);
    await second.load(file);
    await second.idle();
    expect(received.map(({ headers, body }) => [headers["x-shopify-topic"], (JSON.parse(body) as { name: string }).name])).toEqual([["orders/create", "#5"]]);
    await app.close();
  });

  it("knows whether there is anything to save", async () => {
    const shopify = await start();
    open(shopify);
    expect(shopify.unsaved()).toBe(true);
    await shopify.save(file);
    expect(shopify.unsaved()).toBe(false);
    const { name } = shopify.createOrder(DOMAIN, { line_items: [{ quantity: 1, price: "1" }] });
    await shopify.save(file);
    shopify.pay(DOMAIN, name);
    expect(shopify.unsaved()).toBe(true);
  });

  it("replaces the file whole, for its owner only, and leaves nothing beside it", async () => {
    const shopify = await start();
    open(shopify);
    await shopify.save(file);
    await shopify.save(file);
    expect(await readdir(folder)).toEqual(["shopify.json"]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it("finds no file on the first start, and refuses one that is something else", async () => {
    const shopify = await start();
    expect(await shopify.load(file)).toBe(false);
    await writeFile(file, JSON.stringify({ shops: [] }));
    await expect(shopify.load(file)).rejects.toThrow("was not saved by this version");
  });
});
