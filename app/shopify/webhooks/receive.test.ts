import { createHmac, randomUUID } from "node:crypto";
import { Client } from "pg";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WEBHOOK_BODY_BYTES } from "#app/config/limits.ts";
import { createInbox } from "#app/database/inbox.ts";
import { createTenant } from "#app/database/repositories/testing/tenant.ts";
import type { Tenant } from "#app/database/repositories/testing/tenant.ts";
import { testDatabase } from "#app/database/testing.ts";
import type { TestDatabase } from "#app/database/testing.ts";
import { createWebhookReceiver } from "./receive.ts";
import type { WebhookOutcome, WebhookReceiver } from "./receive.ts";

const SECRET = "shpss_secret";
const ORDER = "gid://shopify/Order/820982911946154508";
const quiet = { info: () => undefined, error: () => undefined };

describe("the webhook door", () => {
  let database: TestDatabase;
  let tenant: Tenant;
  let receive: WebhookReceiver;
  let woken: string[];

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    tenant = await createTenant(database.prisma);
    woken = [];
    receive = receiver(["the-secret-before", SECRET]);
  });

  const receiver = (secrets: string[], inbox = createInbox(database.prisma)): WebhookReceiver =>
    createWebhookReceiver({ secrets, inbox, clock: { now: () => Temporal.Now.instant() }, log: quiet, wake: (id) => Promise.resolve(void woken.push(id)) });

  const delivery = (changes: { headers?: Record<string, string | undefined>; body?: string | Uint8Array<ArrayBuffer>; secret?: string } = {}): Request => {
    const body = changes.body ?? JSON.stringify({ id: 820982911946154508, admin_graphql_api_id: ORDER, name: "#1" });
    const headers = {
      "X-Shopify-Hmac-Sha256": createHmac("sha256", changes.secret ?? SECRET).update(body).digest("base64"),
      "X-Shopify-Topic": "orders/updated",
      "X-Shopify-Shop-Domain": tenant.domain,
      "X-Shopify-Webhook-Id": randomUUID(),
      "X-Shopify-Event-Id": randomUUID(),
      "X-Shopify-Triggered-At": "2026-11-02T10:00:00.123456789Z",
      ...changes.headers,
    };
    const set = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return new Request("http://app.test/webhooks", { method: "POST", body, headers: set });
  };
  const inbox = () => database.prisma.inboxEvent.findMany({ where: { shopId: tenant.shopId } });
  const due = () => database.prisma.dueOrder.findMany({ where: { shopId: tenant.shopId } });

  it("writes inbox and due row, wakes the connection, and answers 200", async () => {
    expect(await receive(delivery())).toEqual({ kind: "stored", status: 200 });
    expect(await inbox()).toMatchObject([{ topic: "orders/updated", orderGid: ORDER, deliveries: 1, disposition: "received", triggeredAt: new Date("2026-11-02T10:00:00.123Z") }]);
    expect(await due()).toMatchObject([{ orderGid: ORDER, origin: "webhook", attempts: 0 }]);
    expect(woken).toEqual([tenant.connectionId]);
  });

  it("keeps the body as it was signed", async () => {
    const body = `{ "admin_graphql_api_id" : "${ORDER}",\n "note": "Grüße ✓ \\u0000" }`;
    await receive(delivery({ body }));
    expect((await inbox())[0]?.body).toBe(body);
  });

  it("counts a delivery that comes five times at once as one event", async () => {
    const same = { headers: { "X-Shopify-Webhook-Id": "w1" } };
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => receive(delivery(same))));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["duplicate", "duplicate", "duplicate", "duplicate", "stored"]);
    expect(await inbox()).toMatchObject([{ deliveries: 5 }]);
    expect(woken).toHaveLength(1);
  });

  it("takes the same webhook id under another topic as another event", async () => {
    await receive(delivery({ headers: { "X-Shopify-Webhook-Id": "w1" } }));
    await receive(delivery({ headers: { "X-Shopify-Webhook-Id": "w1", "X-Shopify-Topic": "orders/paid" } }));
    expect(await inbox()).toHaveLength(2);
  });

  const refused: [what: string, build: () => Request, outcome: Partial<WebhookOutcome>][] = [
    ["a body signed with another secret", () => delivery({ secret: "guessed" }), { kind: "forged", status: 401 }],
    ["a missing signature", () => delivery({ headers: { "X-Shopify-Hmac-Sha256": undefined } }), { kind: "forged", status: 401 }],
    ["a signature of another length", () => delivery({ headers: { "X-Shopify-Hmac-Sha256": "AAAA" } }), { kind: "forged", status: 401 }],
    ["a missing topic", () => delivery({ headers: { "X-Shopify-Topic": undefined } }), { kind: "malformed", status: 400 }],
    ["a missing webhook id", () => delivery({ headers: { "X-Shopify-Webhook-Id": undefined } }), { kind: "malformed", status: 400 }],
    ["a missing shop", () => delivery({ headers: { "X-Shopify-Shop-Domain": undefined } }), { kind: "malformed", status: 400 }],
    ["an id longer than a key may be", () => delivery({ headers: { "X-Shopify-Webhook-Id": "x".repeat(300) } }), { kind: "malformed", status: 400 }],
    ["a body that is not JSON", () => delivery({ body: "id=1" }), { kind: "malformed", status: 400 }],
    ["a body that is not UTF-8", () => delivery({ body: new Uint8Array([0x22, 0xff, 0x22]) }), { kind: "malformed", status: 400 }],
    ["an order without its id", () => delivery({ body: `{"id":1}` }), { kind: "malformed", status: 400 }],
    ["a body above the limit", () => delivery({ body: `"${"x".repeat(WEBHOOK_BODY_BYTES)}"` }), { kind: "too_large", status: 413 }],
    ["a shop that never opened the app", () => delivery({ headers: { "X-Shopify-Shop-Domain": "nobody.myshopify.com" } }), { kind: "unknown_shop", status: 200 }],
  ];
  it.each(refused)("changes no row of any table for %s", async (_what, build, outcome) => {
    const before = await rowCounts(database.url);
    expect(await receive(build())).toMatchObject(outcome);
    expect(await rowCounts(database.url)).toEqual(before);
    expect(woken).toEqual([]);
  });

  it("asks for another delivery when the database does not take it", async () => {
    const broken = receiver([SECRET], { receive: () => Promise.reject(new Error("connection refused")) });
    expect(await broken(delivery())).toEqual({ kind: "not_stored", status: 500 });
  });

  it.each([
    ["refunds/create", `{"id":1,"order_id":450789469}`, "gid://shopify/Order/450789469"],
    ["orders/edited", `{"order_edit":{"id":1,"order_id":450789469}}`, "gid://shopify/Order/450789469"],
    ["orders/delete", `{"id":450789469}`, "gid://shopify/Order/450789469"],
    ["fulfillments/create", `{"id":1,"order_id":9007199254740993}`, null],
    ["products/update", `{"id":1,"admin_graphql_api_id":"gid://shopify/Product/1"}`, null],
  ])("finds the order of %s in %s", async (topic, body, orderGid) => {
    expect(await receive(delivery({ body, headers: { "X-Shopify-Topic": topic } }))).toMatchObject({ kind: "stored" });
    expect(await inbox()).toMatchObject([{ topic, orderGid }]);
    expect(await due()).toHaveLength(orderGid === null ? 0 : 1);
  });

  it.each(["customers/data_request", "customers/redact", "shop/redact"])("keeps the compliance request %s and answers 200", async (topic) => {
    expect(await receive(delivery({ body: `{"shop_id":1}`, headers: { "X-Shopify-Topic": topic } }))).toEqual({ kind: "stored", status: 200 });
    expect(await inbox()).toMatchObject([{ topic, orderGid: null }]);
  });

  it("marks an uninstalled shop and forgets its sessions, but not for a webhook from before a reinstall", async () => {
    const uninstalled = (triggeredAt: string) => receive(delivery({ body: "{}", headers: { "X-Shopify-Topic": "app/uninstalled", "X-Shopify-Triggered-At": triggeredAt } }));
    await database.prisma.shopifySession.create({ data: { id: `offline_${tenant.domain}`, shopDomain: tenant.domain, isOnline: false, sealed: "sealed" } });
    const shop = () => database.prisma.shop.findUniqueOrThrow({ where: { id: tenant.shopId } });
    await uninstalled("2020-01-01T00:00:00Z");
    expect((await shop()).uninstalledAt).toBeNull();
    await uninstalled(new Date(Date.now() + 1_000).toISOString());
    expect((await shop()).uninstalledAt).not.toBeNull();
    expect(await database.prisma.shopifySession.count({ where: { shopDomain: tenant.domain } })).toBe(0);
    await receive(delivery());
    expect(woken).toEqual([]);
  });

  it("answers a few hundred deliveries quickly", async () => {
    const durationsMs: number[] = [];
    const deliver = async (): Promise<void> => {
      for (let n = 0; n < 40; n++) {
        const body = JSON.stringify({ admin_graphql_api_id: `gid://shopify/Order/${durationsMs.length + 1}` });
        const startedAt = performance.now();
        await receive(delivery({ body }));
        durationsMs.push(performance.now() - startedAt);
      }
    };
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 10 }, deliver));
    const sorted = durationsMs.toSorted((a, b) => a - b);
    const at = (share: number): string => `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)} ms`;
    console.log(`webhooks: ${Math.round((sorted.length / (performance.now() - startedAt)) * 1_000)}/s with 10 at once, p50 ${at(0.5)}, p99 ${at(0.99)}`);
    expect(sorted[Math.floor(sorted.length * 0.99)]).toBeLessThan(1_000);
  });
});

async function rowCounts(url: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const tables = await client.query<{ name: string }>("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'");
  const counts: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const counted = await client.query<{ count: string }>(`SELECT COUNT(*) AS count FROM "${name}"`);
    counts[name] = counted.rows[0]?.count ?? "";
  }
  await client.end();
  return counts;
}
