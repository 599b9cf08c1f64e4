/** What a preview says is what a run then writes, field by field, for mixed orders of a real shop (`npm run previews`: 200 of them) and some of a British and a Japanese one; and a preview writes nothing. */
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { connectQuickBooks, installShop } from "#sandbox/launch/install-shop.ts";
import { seedShop } from "#sandbox/shopify/seed/seed-shop.ts";
import type { RunPreview } from "#app/pipeline/ports/shop-desk.ts";
import { jsonText } from "#app/database/repositories/json-text.ts";
import { testWorld } from "./test-world.ts";
import { untilQuiet } from "../faults/kill/come-to-rest.ts";

/** QuickBooks takes 500 calls a minute, so 200 orders take minutes. */
const ORDERS = Number(process.env["PREVIEW_ORDERS"] ?? "60");

const AMERICAN = { currency: "USD", timeZone: "America/New_York", country: "US", taxesIncluded: false, company: {}, orders: ORDERS };
const BRITISH = { currency: "GBP", timeZone: "Europe/London", country: "GB", taxesIncluded: true, company: { country: "GB", currency: "GBP" }, orders: 15 };
/** In yen, in a company that keeps its books in dollars. */
const JAPANESE = { currency: "JPY", timeZone: "Asia/Tokyo", country: "JP", taxesIncluded: true, company: { preferences: { "CurrencyPrefs.MultiCurrencyEnabled": true } }, orders: 12 };
const INVOICE_WHEN_SHIPPED = {
  title: "Invoice when it ships", enabled: true,
  when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" } as const] }, then: [{ action: "stop_creating_invoices" } as const],
};

describe("a preview of two months of orders", () => {
  const world = testWorld();

  it.each([["American", AMERICAN], ["British", BRITISH], ["Japanese", JAPANESE]])("of an %s shop is what the run then writes, and writes nothing itself", async (name, { company, orders, ...settings }) => {
    const { shopify, quickbooks, merchants, clock, database } = world();
    const shop = `preview-equals-${name.toLowerCase()}.myshopify.com`;
    shopify.createShop({ domain: shop, ...settings });
    seedShop(shopify, shop, { now: clock.now, orders, seed: 7 });
    const tenant = { shop, realmId: quickbooks.createCompany({ switches: { throttling: false }, ...company }) };
    await installShop(world(), shop);
    await connectQuickBooks(world(), tenant);
    const merchant = await merchants.of(shop);
    await merchant.changeSettings((chosen) => ({ ...chosen, statuses: ["pending", "paid", "fulfilled"] }));
    await merchant.publishRules([INVOICE_WHEN_SHIPPED]);

    const days = { by: "range", from: clock.now().subtract({ hours: 24 * 62 }).toString().slice(0, 10), to: clock.now().add({ hours: 24 }).toString().slice(0, 10) };
    const postingsBefore = await rowsOf(database.url, "SELECT count(*)::int AS n FROM postings");
    // Each page is a preview of its own, and so are the words it has for ids that are still to come.
    const previewed = new Map<string, { order: RunPreview["orders"][number]; names: Map<string, string> }>();
    for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
      const page = await merchant.previewRun(days, cursor);
      if (!page.ok) throw new Error(page.failure);
      const names = new Map<string, string>();
      for (const order of page.value.orders) previewed.set(order.orderId, { order, names });
      cursor = page.value.next;
    }
    expect(previewed.size).toBe(orders);
    expect(await rowsOf(database.url, "SELECT count(*)::int AS n FROM postings")).toEqual(postingsBefore);
    expect(quickbooks.requests(tenant.realmId).filter(({ method }) => method !== "GET")).toEqual([]);

    expect(await merchant.startRun(days)).toBeNull();
    await untilQuiet({ world: world(), tenant, merchant });
    const rows = await rowsOf(database.url, `
      SELECT postings.order_gid AS gid, operations.op, postings.kind, postings.part, operations.payload FROM operations JOIN postings ON postings.id = operations.posting_id
      ORDER BY operations.created_at, operations.id`);
    const outcomes = await rowsOf(database.url, "SELECT order_gid AS gid, state, reason, decision, plan, proof FROM orders");
    const differences: string[] = [];
    for (const { order, names } of previewed.values()) {
      const written = rows.filter(({ gid }) => gid === order.orderId).map(({ op, kind, part, payload }) => ({ op, kind, part, payload }));
      const said = order.writes.map(({ op, document: { kind, part }, payload }) => ({ op, kind, part, payload }));
      differences.push(...differencesOf(JSON.parse(jsonText(said)), written, `${order.read?.name}`, names));
      const recorded = outcomes.find(({ gid }) => gid === order.orderId);
      const { state, reason, decision, plan, proof } = order;
      differences.push(...differencesOf(JSON.parse(jsonText({ state, reason, decision, plan, proof })), recorded && { state: recorded["state"], reason: recorded["reason"], decision: recorded["decision"], plan: recorded["plan"], proof: recorded["proof"] }, `${order.read?.name} outcome`, names));
    }
    expect(differences).toEqual([]);
    expect(rows.length).toBeGreaterThan(orders);
    expect(stoppedBy([...previewed.values()].flatMap(({ order: { issues } }) => issues.map(({ code }) => code)))).toEqual([]);
  }, 600_000);
});

/** Nothing may stand in the way of a plain shop's orders but what the customer is to be told of. */
const stoppedBy = (codes: readonly string[]): string[] => [...new Set(codes)].filter((code) => code !== "customer_is_owed" && code !== "kept_not_booked");

async function rowsOf(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const INVENTED = /^new \w+ \d+$/;

/** Ids that QuickBooks draws are words in a preview: each must stand for one and the same id throughout. */
function differencesOf(said: unknown, real: unknown, place: string, names: Map<string, string>): string[] {
  if (typeof said === "string" && INVENTED.test(said)) {
    const id = names.get(said) ?? String(real);
    names.set(said, id);
    return id === real ? [] : [`${place}: ${said} is ${id} and ${String(real)}`];
  }
  if (typeof said !== "object" || said === null || typeof real !== "object" || real === null) return said === real ? [] : [`${place}: ${JSON.stringify(said)} was said, ${JSON.stringify(real)} came`];
  const keys = new Set([...Object.keys(said), ...Object.keys(real)]);
  return [...keys].flatMap((key) => differencesOf(Reflect.get(said, key), Reflect.get(real, key), `${place}.${key}`, names));
}
