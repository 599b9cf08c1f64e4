import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { APP, DOMAIN, openShop } from "../testing/open-shop.ts";
import type { OpenShop } from "../testing/open-shop.ts";
import { seededIds } from "../../chance/seeded-ids.ts";
import type { ArrivingWebhook } from "./delivery-queue.ts";

const PENDING = { name: "#1", line_items: [{ sku: "A", quantity: 2, price: "10.00" }], financial_status: "pending" };

describe("webhooks that are taken one by one", () => {
  let open: OpenShop;
  beforeEach(async () => {
    open = await openShop({}, { deliver: "manual", ids: seededIds(1) });
  });
  afterEach(() => open.shopify.close());

  const take = (): ArrivingWebhook => {
    const webhook = open.shopify.deliverNext(DOMAIN);
    if (!webhook) throw new Error("no webhook can arrive now");
    return webhook;
  };
  const takeAll = (status: number | undefined = 200): string[] => {
    const topics: string[] = [];
    for (let webhook = open.shopify.deliverNext(DOMAIN); webhook; webhook = open.shopify.deliverNext(DOMAIN)) {
      topics.push(webhook.topic);
      webhook.answered(status);
    }
    return topics;
  };

  it("arrive with the headers and the body that would have been sent", () => {
    open.shopify.createOrder(DOMAIN, PENDING);
    const { topic, headers, body, attempt } = take();
    expect([topic, attempt]).toEqual(["orders/create", 1]);
    expect(JSON.parse(body)).toMatchObject({ name: "#1", total_price: "20.00" });
    expect(headers).toMatchObject({
      "X-Shopify-Topic": "orders/create",
      "X-Shopify-Shop-Domain": DOMAIN,
      "X-Shopify-Hmac-Sha256": createHmac("sha256", APP.apiSecret).update(body).digest("base64"),
    });
  });

  it("stay where they are until somebody takes them, and are logged when they are answered", () => {
    open.shopify.createOrder(DOMAIN, PENDING);
    expect(open.shopify.pendingDeliveries(DOMAIN)).toBe(2);
    const first = take();
    expect(open.shopify.pendingDeliveries(DOMAIN)).toBe(2);
    expect(open.shopify.webhookLog(DOMAIN)).toEqual([]);
    first.answered(200);
    expect(open.shopify.pendingDeliveries(DOMAIN)).toBe(1);
    expect(open.shopify.webhookLog(DOMAIN)).toMatchObject([{ topic: "orders/create", status: 200, attempt: 1 }]);
    expect(() => first.answered(200)).toThrow("answered already");
    expect(takeAll()).toEqual(["orders/updated"]);
    expect(open.shopify.deliverNext(DOMAIN)).toBeUndefined();
  });

  it("are tried eight times more within four hours of the sandbox clock, with the same id and body", async () => {
    open.shopify.uninstall(DOMAIN);
    const first = take();
    first.answered(undefined);
    const tries = [1];
    const start = open.now();
    for (let at = open.shopify.nextDeliveryAt(DOMAIN); at; at = open.shopify.nextDeliveryAt(DOMAIN)) {
      expect(open.shopify.deliverNext(DOMAIN)).toBeUndefined();
      open.advance(open.now().until(at));
      const again = take();
      expect([again.webhookId, again.body]).toEqual([first.webhookId, first.body]);
      tries.push(again.attempt);
      again.answered(500);
    }
    expect(tries).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(start.until(open.now()).total("hours")).toBeLessThanOrEqual(4);
    await open.shopify.idle();
  });

  it("follow the delivery policy: doubled, reversed, lost, and late by the sandbox clock", () => {
    open.shopify.setDelivery(DOMAIN, { set: "duplicate", n: 2 });
    open.shopify.setDelivery(DOMAIN, { set: "reverse" });
    open.shopify.createOrder(DOMAIN, PENDING);
    expect(takeAll()).toEqual(["orders/updated", "orders/updated", "orders/create", "orders/create"]);
    open.shopify.setDelivery(DOMAIN, { set: "normal" });
    open.shopify.setDelivery(DOMAIN, { set: "lose", n: 1 });
    open.shopify.setDelivery(DOMAIN, { set: "delay", by: "P1D" });
    open.shopify.createOrder(DOMAIN, PENDING);
    expect(takeAll()).toEqual([]);
    open.advance({ hours: 24 });
    expect(takeAll()).toEqual(["orders/updated"]);
  });

  it("are shuffled across several orders by a seed", () => {
    const shuffled = (seed: number): string[] => {
      open.shopify.setDelivery(DOMAIN, { set: "shuffle", seed });
      open.shopify.createOrder(DOMAIN, PENDING);
      open.shopify.createOrder(DOMAIN, { ...PENDING, financial_status: "paid" });
      return takeAll();
    };
    const first = shuffled(3);
    expect(shuffled(3)).toEqual(first);
    expect([4, 5, 6].map(shuffled)).not.toEqual([first, first, first]);
  });

  it("are the same in two runs whose ids come from the same seed", async () => {
    const run = async (seed: number): Promise<[string, string | undefined][]> => {
      await using other = await openShop({}, { deliver: "manual", ids: seededIds(seed) });
      other.shopify.createOrder(DOMAIN, PENDING);
      const seen: [string, string | undefined][] = [];
      for (let webhook = other.shopify.deliverNext(DOMAIN); webhook; webhook = other.shopify.deliverNext(DOMAIN)) {
        seen.push([webhook.body, webhook.headers["X-Shopify-Webhook-Id"]]);
        webhook.answered(200);
      }
      return seen;
    };
    expect(await run(9)).toEqual(await run(9));
    expect(await run(10)).not.toEqual(await run(9));
  });
});
