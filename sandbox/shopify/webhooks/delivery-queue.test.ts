import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HttpReply, HttpRequest, HttpServer } from "../../http/server.ts";
import { startServer } from "../../http/server.ts";
import { APP, DOMAIN, openShop } from "../testing/open-shop.ts";
import type { OpenShop } from "../testing/open-shop.ts";

const PAID = { name: "#1", line_items: [{ sku: "A", quantity: 2, price: "10.00" }], financial_status: "paid" };

describe("webhooks", () => {
  let open: OpenShop;
  let app: HttpServer;
  let received: HttpRequest[];
  let reply: () => HttpReply;
  beforeEach(async () => {
    received = [];
    reply = () => ({ status: 200, body: "" });
    app = await startServer({
      handler: (request) => {
        received.push(request);
        return reply();
      },
    });
    open = await openShop({}, { appUrl: app.origin });
  });
  afterEach(async () => {
    await open.shopify.close();
    await app.close();
  });
  const topics = (): (string | undefined)[] => received.map(({ headers }) => headers["x-shopify-topic"]);

  it("carry the order in REST shape, signed over the raw body", async () => {
    open.shopify.createOrder(DOMAIN, PAID);
    await open.shopify.idle();
    expect(topics().sort()).toEqual(["order_transactions/create", "orders/create", "orders/paid", "orders/updated"]);
    for (const { headers, body, url } of received) {
      expect(url.pathname).toBe("/webhooks");
      expect(headers["x-shopify-hmac-sha256"]).toBe(createHmac("sha256", APP.apiSecret).update(body).digest("base64"));
      expect(headers).toMatchObject({ "x-shopify-shop-domain": DOMAIN, "x-shopify-api-version": "2026-10", "x-shopify-triggered-at": "2026-11-02T10:00:00Z" });
    }
    expect(new Set(received.map(({ headers }) => headers["x-shopify-webhook-id"])).size).toBe(4);
    expect(new Set(received.map(({ headers }) => headers["x-shopify-event-id"])).size).toBe(1);
    const created = received.find(({ headers }) => headers["x-shopify-topic"] === "orders/create");
    expect(JSON.parse(created?.body ?? "")).toMatchObject({
      name: "#1", financial_status: "paid", fulfillment_status: null, total_price: "20.00", updated_at: "2026-11-02T05:00:00-05:00", line_items: [{ sku: "A", quantity: 2 }],
    });
  });

  it("tell of payments and shipments", async () => {
    open.shopify.createOrder(DOMAIN, { ...PAID, financial_status: "pending" });
    await open.shopify.idle();
    received = [];
    open.shopify.pay(DOMAIN, "#1", { amount: "5.00" });
    open.shopify.pay(DOMAIN, "#1");
    open.shopify.fulfil(DOMAIN, "#1", { lines: [{ sku: "A", quantity: 1 }] });
    open.shopify.fulfil(DOMAIN, "#1");
    await open.shopify.idle();
    expect(topics().filter((topic) => topic !== "orders/updated").sort()).toEqual([
      "order_transactions/create", "order_transactions/create", "orders/fulfilled", "orders/paid", "orders/partially_fulfilled",
    ]);
  });

  it("come several times with the same id when duplicated", async () => {
    open.shopify.setDelivery(DOMAIN, { set: "duplicate", n: 5 });
    open.shopify.createOrder(DOMAIN, PAID);
    await open.shopify.idle();
    expect(received).toHaveLength(20);
    expect(new Set(received.map(({ headers }) => headers["x-shopify-webhook-id"])).size).toBe(4);
  });

  it("come newest first when reversed, over several actions", async () => {
    open.shopify.setDelivery(DOMAIN, { set: "reverse" });
    open.shopify.createOrder(DOMAIN, { ...PAID, financial_status: "pending" });
    open.shopify.pay(DOMAIN, "#1");
    await open.shopify.idle();
    expect(topics()).toEqual(["orders/updated", "orders/paid", "order_transactions/create", "orders/updated", "orders/create"]);
  });

  it("come in a shuffled order that is the same for the same seed", async () => {
    const order = async (seed: number): Promise<string[]> => {
      received = [];
      open.shopify.setDelivery(DOMAIN, { set: "shuffle", seed });
      for (const name of ["#a", "#b", "#c"]) open.shopify.createOrder(DOMAIN, { ...PAID, name, financial_status: "pending" });
      await open.shopify.idle();
      return received.map(({ headers, body }) => `${headers["x-shopify-topic"]} ${(JSON.parse(body) as { name: string }).name}`);
    };
    const first = await order(5);
    expect(await order(5)).toEqual(first);
    expect([...first].sort()).toEqual(["#a", "#b", "#c"].flatMap((name) => [`orders/create ${name}`, `orders/updated ${name}`]).sort());
    expect(await order(6)).not.toEqual(first);
  });

  it("wait for the sandbox clock when they are a day late, and nobody waits for them", async () => {
    open.shopify.setDelivery(DOMAIN, { set: "delay", by: "P1D" });
    open.shopify.createOrder(DOMAIN, PAID);
    open.shopify.setDelivery(DOMAIN, { set: "normal" });
    expect(open.shopify.pendingDeliveries(DOMAIN)).toBe(0);
    expect(open.shopify.nextDeliveryAt(DOMAIN)?.toString()).toBe("2026-11-03T10:00:00Z");
    await open.shopify.idle();
    open.advance({ hours: 23 });
    expect([open.shopify.pendingDeliveries(DOMAIN), received.length]).toEqual([0, 0]);
    open.advance({ hours: 1 });
    expect(open.shopify.pendingDeliveries(DOMAIN)).toBe(4);
    await open.shopify.idle();
    expect(received).toHaveLength(4);
    expect(received[0]?.headers["x-shopify-triggered-at"]).toBe("2026-11-02T10:00:00Z");
  });

  it("leave by themselves once the clock has moved, without anybody asking", async () => {
    open.shopify.setDelivery(DOMAIN, { set: "delay", by: "PT2H" });
    const arrived = new Promise<void>((resolve) => {
      reply = () => (resolve(), { status: 200, body: "" });
    });
    open.shopify.createOrder(DOMAIN, PAID);
    open.advance({ hours: 2 });
    await arrived;
    expect(received.length).toBeGreaterThan(0);
  });

  it("tell of an order that was deleted, by its id alone, and the order is gone for every reader", async () => {
    const { gid, id } = open.shopify.createOrder(DOMAIN, PAID);
    open.shopify.createOrder(DOMAIN, { ...PAID, name: "#2" });
    await open.shopify.idle();
    received = [];
    open.shopify.deleteOrder(DOMAIN, "#1");
    await open.shopify.idle();
    expect(topics()).toEqual(["orders/delete"]);
    expect(JSON.parse(received[0]?.body ?? "")).toEqual({ id: Number(id) });
    const answer = await open.graphql(`{ order(id: "${gid}") { id } nodes(ids: ["${gid}"]) { id } orders(first: 5) { nodes { name } } }`);
    expect(answer.data).toEqual({ order: null, nodes: [null], orders: { nodes: [{ name: "#2" }] } });
    expect(open.shopify.orders(DOMAIN).map(({ name }) => name)).toEqual(["#2"]);
    expect(open.shopify.deletedOrders(DOMAIN).map(({ name }) => name)).toEqual(["#1"]);
    expect(() => open.shopify.deleteOrder(DOMAIN, "#1")).toThrow("has no order #1");
  });

  it("cannot be taken one by one where they are sent", () => {
    expect(() => open.shopify.deliverNext(DOMAIN)).toThrow('deliver: "manual"');
  });

  it("are lost by number, or by a seeded share, and are back to normal when told", async () => {
    open.shopify.setDelivery(DOMAIN, { set: "lose", n: 3 });
    open.shopify.createOrder(DOMAIN, PAID);
    await open.shopify.idle();
    expect(received).toHaveLength(1);
    expect(open.shopify.webhookLog(DOMAIN).filter(({ status }) => status === "lost")).toHaveLength(3);
    open.shopify.setDelivery(DOMAIN, { set: "lose", share: 1 });
    open.shopify.createOrder(DOMAIN, PAID);
    expect(open.shopify.pendingDeliveries(DOMAIN)).toBe(0);
    open.shopify.setDelivery(DOMAIN, { set: "normal" });
    open.shopify.createOrder(DOMAIN, PAID);
    await open.shopify.idle();
    expect(received).toHaveLength(5);
  });

  it("are delayed without holding up the action", async () => {
    open.shopify.setDelivery(DOMAIN, { set: "delay", ms: 60 });
    const startedAt = performance.now();
    open.shopify.createOrder(DOMAIN, PAID);
    expect(open.shopify.pendingDeliveries()).toBe(4);
    await open.shopify.idle();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(59);
    expect(received).toHaveLength(4);
  });

  it("are tried again with the original body until the app accepts them", async () => {
    let failures = 2;
    reply = () => (failures-- > 0 ? { status: 500, body: "" } : { status: 204, body: "" });
    open.shopify.uninstall(DOMAIN);
    await open.shopify.idle();
    expect(open.shopify.webhookLog(DOMAIN).map(({ topic, status, attempt }) => [topic, status, attempt])).toEqual([
      ["app/uninstalled", 500, 1], ["app/uninstalled", 500, 2], ["app/uninstalled", 204, 3],
    ]);
    expect(new Set(received.map(({ body, headers }) => body + headers["x-shopify-webhook-id"])).size).toBe(1);
  });

  it("end with the installation", async () => {
    open.shopify.uninstall(DOMAIN);
    open.shopify.createOrder(DOMAIN, PAID);
    await open.shopify.idle();
    expect(topics()).toEqual(["app/uninstalled"]);
  });

  it("survive an app that is away for a moment", async () => {
    open.shopify.setAppUrl("http://127.0.0.1:1");
    open.shopify.createOrder(DOMAIN, { ...PAID, financial_status: "pending" });
    open.shopify.setAppUrl(app.origin);
    await open.shopify.idle();
    expect(topics().sort()).toEqual(["orders/create", "orders/updated"]);
    expect(open.shopify.webhookLog(DOMAIN).filter(({ status }) => status === "failed").length).toBeGreaterThan(0);
  });
});
