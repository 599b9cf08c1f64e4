import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedShop } from "../seed/seed-shop.ts";
import { DOMAIN, openShop } from "../testing/open-shop.ts";
import type { OpenShop } from "../testing/open-shop.ts";
import { Temporal } from "temporal-polyfill";

const STORE = "/store/example";
const LINES = [{ sku: "TEE-RED-M", title: "Classic tee <red>", quantity: 2, price: "19.99", tax_lines: [{ title: "State", rate: 0.05, price: "2.00" }] }];

describe("the simulated admin", () => {
  let open: OpenShop;
  beforeEach(async () => {
    open = await openShop({}, { appUrl: "http://127.0.0.1:9" });
    seedShop(open.shopify, DOMAIN, { now: () => Temporal.Instant.from("2026-11-02T10:00:00Z"), orders: 40 });
  });
  afterEach(() => open.shopify.close());
  const get = (path: string): Promise<Response> => fetch(open.shopify.origin + path, { redirect: "manual" });
  const page = async (path: string): Promise<string> => (await get(path)).text();
  /** Presses a form's button; the answer is the page it leads to and what that page says first. */
  const press = async (path: string, fields: Record<string, string> | [string, string][]): Promise<{ location: string; flash: string; refused: boolean }> => {
    const response = await fetch(open.shopify.origin + path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
    expect(response.status).toBe(303);
    const location = new URL(response.headers.get("location") ?? "", open.shopify.origin);
    return { location: location.pathname, flash: location.searchParams.get("flash") ?? "", refused: location.searchParams.get("tone") === "critical" };
  };
  const create = (order: object = {}): { path: string; id: string } => {
    const { id } = open.shopify.createOrder(DOMAIN, { name: "#9001", line_items: LINES, ...order });
    return { id, path: `${STORE}/orders/${id}` };
  };
  const order = (id: string): { financialStatus: string; fulfillmentStatus: string } | undefined => open.shopify.orders(DOMAIN).find((known) => known.id === id);
  const lineOf = (text: string): string => /quantity\.(\d+)/.exec(text)?.[1] ?? "";

  it("leads from the front door to the orders of the first shop", async () => {
    expect((await get("/")).headers.get("location")).toBe(`${STORE}/orders`);
    expect((await get(STORE)).headers.get("location")).toBe(`${STORE}/orders`);
  });

  it("lists orders in pages, by tab and by words", async () => {
    const first = await page(`${STORE}/orders`);
    expect(first.match(/class="cell-name"/g)).toHaveLength(25);
    expect(first).toContain("40 orders · page 1 of 2");
    expect((await page(`${STORE}/orders?page=2`)).match(/class="cell-name"/g)).toHaveLength(15);
    create({ customer: { name: "Zoe Quint" } });
    expect((await page(`${STORE}/orders?q=zoe`)).match(/class="cell-name"/g)).toHaveLength(1);
    expect(await page(`${STORE}/orders?tab=shipped&q=zoe`)).toContain("No orders match");
    expect(await page(`${STORE}/orders?page=99&tab=nonsense`)).toContain("page 2 of 2");
  });

  it("gives the live part of a page alone", async () => {
    const { path } = create();
    for (const address of [`${STORE}/orders`, path]) {
      const live = /data-live="([^"]+)"/.exec(await page(address))?.[1]?.replaceAll("&amp;", "&") ?? "";
      const part = await page(live);
      expect(part).not.toContain("<html");
      expect(part).toContain("#9001");
    }
  });

  it("shows an order, and escapes what others wrote", async () => {
    const { path } = create({ note: "<script>alert(1)</script>", discount: { code: "TEN", amount: "4.00" }, shipping: "5.00" });
    const text = await page(path);
    expect(text).toContain("Classic tee &lt;red&gt;");
    expect(text).not.toContain("<script>alert");
    // 39.98 − 4.00 + 5.00 + 2.00
    expect(text).toContain("$42.98");
    expect(text).toContain(`/apps/test-key/orders/`);
  });

  it("marks as paid, fulfils in two parts, refunds and tells all of it on the timeline", async () => {
    const { id, path } = create();
    expect(await press(`${path}/pay`, { amount: "41.98", gateway: "paypal" })).toEqual({ location: path, flash: "The payment was recorded.", refused: false });
    const line = lineOf(await page(path));
    await press(`${path}/fulfil`, { [`quantity.${line}`]: "1" });
    expect(order(id)).toMatchObject({ financialStatus: "PAID", fulfillmentStatus: "PARTIALLY_FULFILLED" });
    await press(`${path}/fulfil`, { [`quantity.${line}`]: "1" });
    await press(`${path}/refund`, { [`quantity.${line}`]: "1", restock: "on", shipping: "", amount: "", note: "Too small" });
    expect(order(id)).toMatchObject({ financialStatus: "PARTIALLY_REFUNDED", fulfillmentStatus: "FULFILLED" });
    const text = await page(path);
    for (const words of ["$41.98 was paid through PayPal.", "1 item shipped (#9001.2).", "$20.99 was refunded through PayPal.", "“Too small”"]) expect(text).toContain(words);
  });

  it("edits with an article from the catalogue, taxed as the order is", async () => {
    const { id, path } = create();
    const line = lineOf(await page(path));
    await press(`${path}/edit`, { [`quantity.${line}`]: "1", sku: "MUG-ENAMEL", added: "2", note: "" });
    const answer = await open.graphql("query($id: ID!) { order(id: $id) { edited currentTotalTaxSet { shopMoney { amount } } currentTotalPriceSet { shopMoney { amount } } } }", { id: `gid://shopify/Order/${id}` });
    // 19.99 + 1.00 + 29.00 + 1.45
    expect(answer.data).toMatchObject({ order: { edited: true, currentTotalTaxSet: { shopMoney: { amount: "2.45" } }, currentTotalPriceSet: { shopMoney: { amount: "51.44" } } } });
  });

  it("cancels with the money", async () => {
    const { id, path } = create({ financial_status: "paid" });
    await press(`${path}/cancel`, { refund: "on", restock: "on", reason: "INVENTORY" });
    expect(order(id)).toMatchObject({ financialStatus: "REFUNDED" });
    expect(await page(path)).toContain("Canceled");
  });

  it("says why an action is refused, and changes nothing", async () => {
    const { id, path } = create();
    expect(await press(`${path}/pay`, { amount: "500" })).toEqual({ location: path, flash: "Order #9001: 500 is more than is outstanding.", refused: true });
    expect(await press(`${path}/pay`, { amount: "lots" })).toMatchObject({ flash: "“lots” is not an amount for the payment.", refused: true });
    expect(await press(`${path}/fulfil`, {})).toMatchObject({ refused: true });
    expect(await press(`${path}/refund`, {})).toMatchObject({ refused: true });
    expect(order(id)).toMatchObject({ financialStatus: "PENDING", fulfillmentStatus: "UNFULFILLED" });
  });

  it("creates an order from the catalogue as a checkout would", async () => {
    const { location, flash } = await press(`${STORE}/orders`, [
      ["sku", "TEE-RED-M"], ["quantity", "2"], ["sku", "COFFEE-HOUSE"], ["quantity", "1"],
      ["code", "TEN"], ["discount", "10%"], ["shipping", "7.90"], ["tax-name", "NY"], ["tax", "8.875"], ["tip", "1.00"], ["payment", "authorized"], ["gateway", "shopify_payments"], ["customer", "new"], ["name", "Zoe Quint"], ["email", "zoe@example.com"],
    ]);
    expect(flash).toBe("Order #1041 was created.");
    const text = await page(location);
    // 55.73 − 5.57 discount; tax 8.875 % on 39.98 − 4.00 = 3.19; + 7.90 + 1.00
    for (const words of ["Authorized", "$62.25", "NY 8.875%", "Zoe Quint", "TEN"]) expect(text).toContain(words);
    expect(await press(`${STORE}/orders`, { sku: "TEE-RED-M", quantity: "0", customer: "none" })).toMatchObject({ location: `${STORE}/orders/new`, refused: true });
  });

  it("changes nothing on a GET, and answers unknown addresses with a page", async () => {
    const { id, path } = create();
    for (const action of ["pay", "fulfil", "cancel"]) expect((await get(`${path}/${action}`)).status).toBe(404);
    expect(order(id)).toMatchObject({ financialStatus: "PENDING" });
    expect((await get("/store/nobody/orders")).status).toBe(404);
    expect((await get(`${STORE}/orders/1`)).status).toBe(404);
    expect((await get("/assets/../start-shopify.ts")).status).toBe(404);
  });

  it("embeds the app with a session token, its own parameters and the path within it", async () => {
    const text = await page(`${STORE}/apps/test-key/orders/5?resync=1`);
    const source = new URL((/data-source="([^"]+)"/.exec(text)?.[1] ?? "").replaceAll("&amp;", "&"));
    expect(source.origin + source.pathname).toBe("http://127.0.0.1:9/app/orders/5");
    const { id_token: token, ...query } = Object.fromEntries(source.searchParams);
    expect(query).toEqual({ resync: "1", embedded: "1", shop: DOMAIN, locale: "en-US", host: Buffer.from("admin.shopify.com/store/example").toString("base64") });
    expect(JSON.parse(Buffer.from(token?.split(".")[1] ?? "", "base64url").toString())).toMatchObject({ aud: "test-key", dest: `https://${DOMAIN}` });
  });

  it("hands out session tokens to its own page only, and none for an app that is not installed", async () => {
    const ask = (): Promise<Response> => fetch(`${open.shopify.origin}${STORE}/apps/test-key/session-token`, { method: "POST" });
    const response = await ask();
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(((await response.json()) as { token: string }).token.split(".")).toHaveLength(3);
    expect(await press(`${STORE}/apps/test-key/uninstall`, {})).toMatchObject({ location: `${STORE}/apps` });
    expect((await ask()).status).toBe(404);
    expect(await page(`${STORE}/apps/test-key`)).toContain("is not installed");
    expect(await press(`${STORE}/apps/test-key/install`, {})).toMatchObject({ location: `${STORE}/apps/test-key` });
    expect((await ask()).status).toBe(200);
  });

  it("serves its stylesheet and scripts, and no other file", async () => {
    expect((await get("/assets/admin.css")).headers.get("content-type")).toContain("text/css");
    expect((await get("/assets/app-host.js")).headers.get("content-type")).toContain("javascript");
    expect((await get("/app-bridge.js")).status).toBe(200);
    expect((await get("/assets/base.css")).status).toBe(404);
  });
});
