/** Pushes canaries through every path of the app that may fail, one after the other. Each returns when the app has dealt with it; what it says is judged elsewhere, by its logs. */
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { connectQuickBooks, installShop } from "#sandbox/launch/install-shop.ts";
import { textOf } from "#sandbox/quickbooks/wire/json.ts";
import { comeToRest } from "../kill/come-to-rest.ts";
import { openStage, type KillStage } from "../kill/stage.ts";
import { deliver, type Delivery, orderBody } from "../webhooks/signed-webhook.ts";
import { PERSONAL, personalOrder } from "./personal.ts";

const HAPPENS_WITHIN_MS = 120_000;
const POLL_MS = 50;

/** Stands in an order that the database is told to refuse: as its customer's name and its discount code. */
const REFUSED = { snapshot: "canary-snapshot-4736", inbox: "canary-inbox-4737", record: "canary-record-4738" } as const;
export const REFUSED_VALUES = Object.values(REFUSED);

export async function orders(stage: KillStage): Promise<void> {
  const { world: { shopify, quickbooks }, tenant: { shop, realmId }, merchant } = stage;
  for (const name of ["#7001", "#7002"]) shopify.fulfil(shop, shopify.createOrder(shop, personalOrder(name)).id);
  await comeToRest(stage);
  const [invoice] = quickbooks.documents(realmId, "Invoice");
  quickbooks.bookkeeper(realmId, { action: "edit", kind: "invoice", id: invoice ? textOf(invoice, "Id") : "", patch: { PrivateNote: PERSONAL.bookkeepersMemo } });
  await merchant.resync(someOrders(stage));
  shopify.cancel(shop, "#7002");
  await comeToRest(stage);
}

/** QuickBooks quotes the token, the customer or the document in its refusals, and sends pages instead of JSON. */
export async function quickBooksTrouble(stage: KillStage): Promise<void> {
  const { world, tenant: { shop, realmId }, merchant } = stage;
  const faults = [
    { do: "status", status: 401 }, { do: "status", status: 400, code: "6240" }, { do: "status", status: 400, code: "2050" }, { do: "status", status: 400, code: "6140" },
    { do: "faultInside200", code: "610" }, { do: "html", status: 503 }, { do: "truncate" }, { do: "commitThenDrop" }, { do: "dropBefore" }, { do: "status", status: 500 },
  ];
  world.quickbooks.setFaults(realmId, faults.map((fault, index) => ({ on: "POST *", nth: 2 * index + 1, ...fault })));
  for (const [index] of faults.entries()) world.shopify.createOrder(shop, personalOrder(`#72${String(index).padStart(2, "0")}`));
  await comeToRest(stage);
  world.quickbooks.setFaults(realmId, [{ on: "GET *", do: "truncate" }, { on: "GET *", nth: 2, do: "html", status: 502 }, { on: "POST /oauth2/v1/tokens/bearer", do: "commitThenDrop" }]);
  world.clock.advance("PT2H");
  await merchant.resync(someOrders(stage));
  await comeToRest(stage);
  world.quickbooks.setFaults(realmId, []);
}

const someOrders = ({ world, tenant }: KillStage): string[] => world.shopify.orders(tenant.shop).slice(0, 2).map(({ gid }) => gid);

/** A customer that QuickBooks already has as a vendor: its refusal names the name. */
export async function takenName({ world }: KillStage): Promise<void> {
  const stage = await openStage(world, { vendors: [{ DisplayName: `${PERSONAL.firstName} ${PERSONAL.lastName}` }] });
  world.shopify.createOrder(stage.tenant.shop, personalOrder("#7301"));
  await comeToRest(stage);
}

export async function shopifyTrouble(stage: KillStage): Promise<void> {
  const { world: { shopify, clock }, tenant: { shop }, merchant } = stage;
  const faults = [
    { on: "graphql", do: "status", status: 401 }, { on: "graphql", do: "status", status: 500 }, { on: "graphql", do: "html", status: 502 }, { on: "graphql", do: "truncate" },
    { on: "graphql", do: "throttled" }, { on: "graphql", do: "partial", part: "field", field: "email" }, { on: "graphql", do: "partial", part: "node" },
    { on: "token", do: "status", status: 400 }, { on: "token", do: "html", status: 502 }, { on: "token", do: "truncate" }, { on: "token", do: "commitThenDrop" },
  ];
  for (const fault of faults) {
    clock.advance(fault.on === "token" ? "PT2H" : "PT1M");
    const before = shopify.faultsStruck(shop).length;
    shopify.setFaults(shop, [fault]);
    await merchant.resync(someOrders(stage).slice(0, 1));
    await until(() => shopify.faultsStruck(shop).length > before);
  }
  shopify.setFaults(shop, []);
  await merchant.resync([...someOrders(stage), "gid://shopify/Order/1"]);
  await comeToRest(stage);
}

export async function webhooks({ world, tenant: { shop } }: KillStage): Promise<void> {
  const order = personalOrder("#7401");
  const body = orderBody({ id: "7401", gid: "gid://shopify/Order/7401", name: "#7401" });
  const whole = JSON.stringify({ ...order, admin_graphql_api_id: "gid://shopify/Order/7401" });
  const send = (changes: Partial<Delivery>) => deliver(world, { shop, topic: "orders/updated", body: whole, ...changes });
  await send({});
  await send({ body: whole.slice(0, -7) });
  await send({ body: JSON.stringify(order) });
  await send({ secret: PERSONAL.querySecret });
  await send({ shop: "nobody.myshopify.com" });
  await send({ topic: PERSONAL.note });
  // Answered before it is read to its end, which a sender may see as a connection that was closed.
  await send({ body: `${body}${" ".repeat(3_000_000)}`, alone: true }).catch(() => undefined);
  for (const topic of ["customers/data_request", "customers/redact", "shop/redact"]) await send({ topic, body: JSON.stringify({ customer: order["customer"] }) });
}

/** Consent refused, a code that is spent, a state that was never given out, and a session token that was tampered with. */
export async function consent({ world, tenant: { shop } }: KillStage): Promise<void> {
  const { appUrl, shopify } = world;
  const token = shopify.sessionToken(shop);
  const asPerson = { "user-agent": "Mozilla/5.0 Chrome/142.0", accept: "text/html" };
  const begin = async (): Promise<string> => {
    const answer = await fetch(`${appUrl}/quickbooks/connect`, { method: "POST", headers: { ...asPerson, authorization: `Bearer ${token}` }, redirect: "manual" });
    return new URL(answer.headers.get("X-Shopify-API-Request-Failure-Reauthorize-Url") ?? "http://none/?state=none").searchParams.get("state") ?? "";
  };
  const visit = async (path: string, headers: Record<string, string> = asPerson): Promise<void> => void (await (await fetch(`${appUrl}${path}`, { headers, redirect: "manual" })).text());
  const inAdmin = (query: string): string => `${query}&embedded=1&shop=${shop}&host=${Buffer.from(`admin.shopify.com/store/${shop.split(".")[0]}`).toString("base64url")}&id_token=${token}`;
  await visit(`/quickbooks/callback?error=access_denied&state=${await begin()}`);
  await visit(inAdmin(`/app/connected?error=access_denied&state=${await begin()}`));
  await visit(inAdmin(`/app/connected?code=${PERSONAL.spentCode}&realmId=12345&state=${await begin()}`));
  await visit(inAdmin(`/app/connected?code=${PERSONAL.spentCode}&realmId=12345&state=${PERSONAL.forgedState}`));
  await visit(`/app?embedded=1&shop=${shop}&host=x&id_token=${token.slice(0, -6)}canary`);
  await visit("/app", { ...asPerson, authorization: `Bearer ${token.slice(0, -6)}canary` });
  await visit(`/app/orders/${PERSONAL.querySecret}?token=${PERSONAL.querySecret}`, { ...asPerson, authorization: `Bearer ${token}` });
  await visit(`/nothing-here?secret=${PERSONAL.querySecret}`);
  for (const path of ["/app/settings", "/app/rules", "/app/setup"]) {
    const form = { method: "POST", body: new URLSearchParams({ settings: PERSONAL.querySecret, rules: `{"${PERSONAL.note}` }), headers: { authorization: `Bearer ${token}` }, redirect: "manual" } as const;
    await (await fetch(`${appUrl}${path}`, form)).text();
  }
}

/** The database refuses rows that hold canaries, as a constraint of a later version might, and cuts connections. */
export async function databaseErrors(stage: KillStage): Promise<void> {
  const { world, tenant: { shop }, merchant } = stage;
  await withClient(world.database.url, async (client) => {
    await client.query(`
      ALTER TABLE snapshots ADD CONSTRAINT canary_snapshot CHECK (body::text NOT LIKE '%${REFUSED.snapshot}%') NOT VALID;
      ALTER TABLE inbox_events ADD CONSTRAINT canary_inbox CHECK (body NOT LIKE '%${REFUSED.inbox}%') NOT VALID;
      ALTER TABLE orders ADD CONSTRAINT canary_orders CHECK (plan::text NOT LIKE '%${REFUSED.record}%') NOT VALID`);
    for (const [index, more] of Object.values(REFUSED).entries()) {
      const told = { discount: { code: more, amount: "1.00", allocations: ["1.00"] }, customer: { first_name: PERSONAL.firstName, last_name: more, email: PERSONAL.email } };
      world.shopify.createOrder(shop, { ...personalOrder(`#750${index}`), ...told });
    }
    await deliver(world, { shop, topic: "orders/updated", body: JSON.stringify({ admin_graphql_api_id: "gid://shopify/Order/1", note: REFUSED.inbox }) });
    await comeToRest(stage);
    await client.query(`
      ALTER TABLE snapshots DROP CONSTRAINT canary_snapshot; ALTER TABLE inbox_events DROP CONSTRAINT canary_inbox; ALTER TABLE orders DROP CONSTRAINT canary_orders;
      ALTER TABLE connections ADD CONSTRAINT canary_tokens CHECK (access_token_sealed = 'canary') NOT VALID;
      ALTER TABLE shopify_sessions ADD CONSTRAINT canary_session CHECK (sealed = 'canary') NOT VALID`);
    world.clock.advance("PT2H");
    await merchant.resync(someOrders(stage));
    await installShop(world, shop).catch(() => undefined);
    await until(() => readFileSync(world.app.logFile("worker"), "utf8").includes("a drain failed"));
    await client.query("ALTER TABLE connections DROP CONSTRAINT canary_tokens; ALTER TABLE shopify_sessions DROP CONSTRAINT canary_session");
    // Intuit rotated the refresh token and the new one could not be stored: the merchant has to connect again.
    await connectQuickBooks(world, stage.tenant);
    await merchant.resync(someOrders(stage));
    await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'tieout%'");
    await comeToRest(stage);
  });
}

async function until(happened: () => boolean): Promise<void> {
  const deadline = performance.now() + HAPPENS_WITHIN_MS;
  while (!happened()) {
    if (performance.now() > deadline) throw new Error(`did not happen within ${HAPPENS_WITHIN_MS / 1_000} s`);
    await pause(POLL_MS);
  }
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The company's owner disconnects the app, then the merchant, then the shop uninstalls it. */
export async function goodbyes(stage: KillStage): Promise<void> {
  const { world, tenant } = stage;
  world.quickbooks.disconnect(tenant.realmId);
  world.shopify.createOrder(tenant.shop, personalOrder("#7601"));
  await comeToRest(stage);
  await connectQuickBooks(world, tenant);
  await comeToRest(stage);
  const disconnect = await fetch(`${world.appUrl}/app/connection`, { method: "POST", headers: { authorization: `Bearer ${world.shopify.sessionToken(tenant.shop)}` }, redirect: "manual" });
  await disconnect.text();
  world.shopify.uninstall(tenant.shop);
  await world.shopify.idle();
  await deliver(world, { shop: tenant.shop, topic: "orders/updated", body: orderBody({ id: "7601", gid: "gid://shopify/Order/7601", name: "#7601" }) });
}

/** Starts with an environment that is wrong, with a database that does not answer, and with keys that open nothing. */
export async function badStarts({ world: { app, secrets } }: KillStage): Promise<void> {
  const wrong: Record<string, string>[] = [
    { ENCRYPTION_KEYS: `k1:${PERSONAL.malformedKey}`, DATABASE_URL: `mysql://me:${PERSONAL.malformedUrl}@127.0.0.1/x`, SHOPIFY_APP_URL: PERSONAL.malformedUrl, QUICKBOOKS_API_ORIGIN: `http://me:${PERSONAL.malformedUrl}@127.0.0.1` },
    { DATABASE_URL: `postgres://me:${PERSONAL.wrongPassword}@127.0.0.1:1/tieout` },
    { TIEOUT_MODE: "production", SHOPIFY_API_SECRET: secrets.shopifyApiSecret },
  ];
  for (const environment of wrong) {
    await app.start("second-worker", environment);
    await app.ended("second-worker");
    await app.stop("second-worker", "SIGKILL");
    await app.stop("web", "SIGTERM");
    await app.start("web", environment).catch(() => undefined);
  }
  await app.stop("web", "SIGKILL");
  await app.start("web", { LOG_LEVEL: "trace" });
}
