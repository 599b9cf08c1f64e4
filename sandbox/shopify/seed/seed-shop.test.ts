import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { paymentTotals } from "../orders/payment-totals.ts";
import { priceTotals } from "../orders/price-totals.ts";
import type { ShopifySimulator } from "../simulator.ts";
import { startShopify } from "../start-shopify.ts";
import type { OrderRecord } from "../state/order-record.ts";
import { seedShop } from "./seed-shop.ts";

const END = Temporal.Instant.from("2026-11-02T10:00:00Z");
const US = { domain: "us.myshopify.com", currency: "USD", timeZone: "America/New_York", country: "US" };

describe("the sample shop", () => {
  let shopify: ShopifySimulator;
  beforeEach(async () => {
    shopify = await startShopify({ apiKey: "k", apiSecret: "s", now: () => END, webhookPath: "/webhooks", topics: ["orders/create"] });
    shopify.createShop(US);
  });
  afterEach(() => shopify.close());
  const recordsOf = (domain: string): OrderRecord[] => {
    let records: OrderRecord[] = [];
    shopify.writeHistory(domain, (state) => ((records = structuredClone(state.orders)), []));
    return records;
  };

  it("has 120 orders of the last 60 days, in order, the last one just now, and tells the app nothing", () => {
    seedShop(shopify, US.domain, { now: () => END });
    const orders = recordsOf(US.domain);
    const times = orders.map(({ createdAt }) => createdAt);
    expect(orders.map(({ name }) => name)).toEqual(Array.from({ length: 120 }, (_, index) => `#${1001 + index}`));
    expect(times).toEqual([...times].sort());
    expect((times[0] ?? "") >= "2026-09-03").toBe(true);
    expect((times.at(-1) ?? "") > "2026-11-02T09:00:00Z").toBe(true);
    expect(orders.every(({ updatedAt }) => updatedAt <= "2026-11-02T10:00:00Z")).toBe(true);
    expect(shopify.webhookLog(US.domain)).toEqual([]);
    expect(shopify.pendingDeliveries()).toBe(0);
  });

  it("is the same for the same seed and another for another", () => {
    const orders = (domain: string, seed: number): string => {
      shopify.createShop({ ...US, domain });
      seedShop(shopify, domain, { now: () => END, orders: 30, seed });
      return JSON.stringify(recordsOf(domain).map((order) => [order.createdAt, priceTotals(order), order.tags]));
    };
    const first = orders("a.myshopify.com", 7);
    expect(orders("b.myshopify.com", 7)).toBe(first);
    expect(orders("c.myshopify.com", 8)).not.toBe(first);
  });

  it("mixes payments, shipments, gateways, discounts, tips, refunds, cancellations and returning customers", () => {
    seedShop(shopify, US.domain, { now: () => END });
    const orders = recordsOf(US.domain);
    const statuses = new Set(shopify.orders(US.domain).flatMap(({ financialStatus, fulfillmentStatus }) => [financialStatus, fulfillmentStatus]));
    for (const status of ["PAID", "PENDING", "AUTHORIZED", "PARTIALLY_PAID", "PARTIALLY_REFUNDED", "REFUNDED", "FULFILLED", "UNFULFILLED", "PARTIALLY_FULFILLED"]) expect(statuses).toContain(status);
    const gateways = new Set(orders.flatMap((order) => order.transactions.map(({ gateway }) => gateway)));
    for (const gateway of ["shopify_payments", "paypal", "bank_deposit"]) expect(gateways).toContain(gateway);
    expect(orders.some(({ discountApplications }) => discountApplications.length > 0)).toBe(true);
    expect(orders.some(({ tip }) => tip.shop !== "0.00")).toBe(true);
    expect(orders.some(({ cancelledAt }) => cancelledAt !== null)).toBe(true);
    expect(orders.some(({ edits }) => edits.length > 0)).toBe(true);
    expect(new Set(orders.map(({ customerId }) => customerId)).size).toBeLessThan(orders.length / 2);
  });

  it("never took more money than an order cost at its dearest, and gave back no more than it took", () => {
    seedShop(shopify, US.domain, { now: () => END, orders: 400 });
    for (const order of recordsOf(US.domain)) {
      const { received, refunded } = paymentTotals(order);
      expect(Number(received.shop) / 100, order.name).toBeLessThanOrEqual(Number(priceTotals(order).totalPrice.shop));
      expect(refunded.shop <= received.shop, order.name).toBe(true);
    }
  });

  it("fits shops with included taxes and without decimals", () => {
    shopify.createShop({ domain: "uk.myshopify.com", currency: "GBP", timeZone: "Europe/London", country: "GB", taxesIncluded: true });
    shopify.createShop({ domain: "jp.myshopify.com", currency: "JPY", timeZone: "Asia/Tokyo", country: "JP", taxesIncluded: true });
    for (const domain of ["uk.myshopify.com", "jp.myshopify.com"]) {
      seedShop(shopify, domain, { now: () => END, orders: 60 });
      expect(shopify.orders(domain)).toHaveLength(60);
    }
  });
});
