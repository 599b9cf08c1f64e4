/** The list of failpoints is complete, and a point is where its name says. */
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPrisma } from "#app/database/client.ts";
import { createConsents } from "#app/database/consents.ts";
import { createInbox } from "#app/database/inbox.ts";
import { createShopRepositories } from "#app/database/repositories/shop-repositories.ts";
import { createPausedOrders } from "#app/database/repositories/paused-orders.ts";
import { createRunFinding } from "#app/database/runs/run-finding.ts";
import { createSweeps } from "#app/database/repositories/sweeps.ts";
import { createTenant, type Tenant } from "#app/database/repositories/testing/tenant.ts";
import { createSessionRows } from "#app/database/session-rows.ts";
import { createShopRegistry } from "#app/database/shop-registry.ts";
import { type TestDatabase, testDatabase } from "#app/database/testing.ts";
import { createTokenStore } from "#app/database/token-store.ts";
import { sampleOrder } from "#app/domain/order/sample-order.ts";
import { success } from "#app/domain/result.ts";
import { type ConnectedCompany, connectCompany } from "#app/ledgers/quickbooks-online/testing/connected-company.ts";
import { FAILPOINTS, type FailpointName, type GuardedPorts, isFailpoint } from "#app/pipeline/failpoints.ts";
import { portWithFailpoints, tokensWithFailpoints, withFailpoints } from "#app/pipeline/with-failpoints.ts";
import { createChangedOrders } from "#app/shopify/orders/changed-orders.ts";
import { createOrderSource } from "#app/shopify/orders/order-source.ts";
import { openShopFloor } from "./shop-floor.ts";

/** The methods without a point, by hand: each is called below in a database that refuses writes, or answers at once. */
const QUIET = [
  "postings.forOrders", "postings.ofCustomer", "bindings.load", "bindings.boundTo", "configuration.settings", "configuration.rules", "connection.facts", "lookUps.pending", "wishes.of", "runs.of", "runFinding.finding", "sweeps.place", "paused.unlisted", "tokens.read",
  "sessions.get", "sessions.ofShop", "consents.shopOf", "source.normalise", "ledger.describe",
];

/** Beyond the port: what a person saves on a screen. A click that was lost is pressed again, and no money hangs on it. */
const PRESSED = ["configuration.publishRules", "configuration.saveSettings"];

/** No path of the app goes through these (failpoints.ts says why). */
const UNUSED = ["due.mark", "sessions.remove"];

describe("the list of failpoints", () => {
  let database: TestDatabase;
  let tenant: Tenant;
  let company: ConnectedCompany;
  beforeAll(async () => {
    database = await testDatabase();
    tenant = await createTenant(database.prisma);
    company = await connectCompany();
  });
  afterAll(async () => {
    await company[Symbol.asyncDispose]();
    await database.drop();
  });

  /** The app's own ports, as the composition builds them, on a database at `url`. */
  const portsOn = async (url: string) => {
    const prisma = createPrisma(url, { poolSize: 2 });
    const { shopId, connectionId, secretBox } = tenant;
    const { shop: _facts, connection, ...repositories } = await createShopRepositories({ prisma, shopId, connectionId, secretBox });
    const { id: _id, realmId: _realm, ...connectionState } = connection;
    const ports: { [Name in Exclude<keyof GuardedPorts, "worker" | "waker" | "asking">]: object } = {
      ...repositories,
      connection: connectionState,
      source: createOrderSource({ graphql: () => Promise.reject(new Error("not asked here")) }),
      ledger: company.ledger,
      tokens: createTokenStore({ prisma, databaseUrl: url, shopId, connectionId, secretBox }),
      sessions: createSessionRows({ prisma, secretBox, databaseUrl: url }),
      inbox: createInbox(prisma),
      consents: createConsents({ prisma, secretBox, realmKey: "key" }),
      registry: createShopRegistry(prisma),
      sweeps: createSweeps({ prisma, shopId }),
      changed: createChangedOrders({ graphql: () => Promise.reject(new Error("not asked here")), wait: () => Promise.resolve() }),
      paused: createPausedOrders({ prisma, shopId }),
      runFinding: createRunFinding({ prisma, shopId }),
    };
    return { prisma, ports };
  };

  it("names every method of every port, save those that only read our own database", async () => {
    const { prisma, ports } = await portsOn(database.url);
    const methods = Object.entries(ports).flatMap(([port, methodsOfPort]) => Object.keys(methodsOfPort).map((method) => `${port}.${method}`));
    const without = methods.filter((method) => !isFailpoint(`${method}:before`) || !isFailpoint(`${method}:after`));
    expect(without.sort()).toEqual([...QUIET, ...PRESSED, ...UNUSED].sort());
    await prisma.$disconnect();
  });

  it("leaves out nothing that writes: the methods without a point work where every write is refused", async () => {
    const { prisma, ports } = await portsOn(`${database.url}?options=-c%20default_transaction_read_only%3Don`);
    await expect((await createShopRepositories({ prisma, ...tenant })).due.mark(["gid://shopify/Order/1"], "webhook", company.clock.now())).rejects.toThrow("read-only");
    const arguments_: Record<string, unknown[]> = {
      "postings.forOrders": [["gid://shopify/Order/1"]], "postings.ofCustomer": ["1"], "bindings.load": ["item", ["sku:1"]], "bindings.boundTo": ["item", "1"],
      "paused.unlisted": [company.clock.now(), 10],
      "wishes.of": [["gid://shopify/Order/1"]], "runs.of": [["gid://shopify/Order/1"]],
      "lookUps.pending": [[{ orderId: "gid://shopify/Order/1", placedAt: company.clock.now() }]],
      "sessions.get": ["offline_x"], "sessions.ofShop": ["x"], "consents.shopOf": ["state", company.clock.now()],
    };
    const asked: string[] = [];
    for (const [name, port] of Object.entries(ports)) {
      for (const [method, call] of Object.entries(port) as [string, unknown][]) {
        const step = `${name}.${method}`;
        if (!QUIET.includes(step) || name === "source" || name === "ledger" || typeof call !== "function") continue;
        await Reflect.apply(call, port, arguments_[step] ?? []);
        asked.push(step);
      }
    }
    expect(asked).toHaveLength(QUIET.length - 2);
    await prisma.$disconnect();
  });

  it("holds a name once", () => {
    expect(new Set(FAILPOINTS).size).toBe(FAILPOINTS.length);
    expect(FAILPOINTS).toEqual(expect.arrayContaining(["ledger.write:before", "postings.intend:after", "tokens.refresh:after", "inbox.receive:before", "waker.wake:after"]));
  });
});

describe("failpoints around a drain", () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await testDatabase()));
  afterAll(() => database.drop());

  it("are reached in the order of the steps, each with its order", async () => {
    const hits: [FailpointName, string | null][] = [];
    await using floor = await openShopFloor({}, (context) => withFailpoints(context, (point, { order }) => Promise.resolve(void hits.push([point, order]))));
    await floor.configure({}, []);
    const [one, other] = ["gid://shopify/Order/5001", "gid://shopify/Order/5002"];
    for (const id of [one, other]) floor.orders.set(id, { ...sampleOrder({ paid: ["43.20"] }), id, name: `#${id.slice(-4)}` });
    await floor.sync();

    const of = (order: string | null) => hits.filter(([, about]) => about === order).map(([point]) => point);
    expect(of(null)).toEqual(expect.arrayContaining(["due.take:before", "due.take:after", "source.fetch:before", "source.fetch:after", "ledger.readCompany:after", "connection.saveCompany:after"]));
    const writing = ["postings.intend", "postings.markSent", "ledger.write", "postings.settle"].flatMap((step) => [`${step}:before`, `${step}:after`]);
    for (const id of [one, other]) {
      const points = of(id);
      expect(points.slice(0, 2)).toEqual(["orders.saveSnapshot:before", "orders.saveSnapshot:after"]);
      const from = points.indexOf("postings.intend:before");
      expect(points.slice(from, from + writing.length)).toEqual(writing);
      expect(points.slice(-4)).toEqual(["orders.record:before", "orders.record:after", "due.finish:before", "due.finish:after"]);
    }
  });

  it("name the order that is recorded aside", async () => {
    const hits: string[] = [];
    await using floor = await openShopFloor({}, (context) => withFailpoints(context, (point, { order }) => Promise.resolve(void hits.push(`${point} ${order}`))));
    await floor.configure({}, []);
    const id = "gid://shopify/Order/5001";
    floor.orders.set(id, { ...sampleOrder({}), id });
    await floor.ask({ orderId: id, kind: "leave_out" });
    expect(hits.filter((hit) => hit.startsWith("orders.recordAside:"))).toEqual([`orders.recordAside:before ${id}`, `orders.recordAside:after ${id}`]);
  });

  it("name the order whose books cannot be looked at", async () => {
    const hits: string[] = [];
    await using floor = await openShopFloor({}, (context) => withFailpoints(context, (point, { order }) => Promise.resolve(void hits.push(`${point} ${order}`))));
    await floor.configure({}, []);
    floor.orders.set("gid://shopify/Order/5001", { ...sampleOrder({}), id: "gid://shopify/Order/5001" });
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "GET /query", do: "status", status: 503 }]);
    await floor.sync();
    expect(hits.filter((hit) => hit.startsWith("orders.recordStopped:"))).toEqual(["before", "after"].map((side) => `orders.recordStopped:${side} gid://shopify/Order/5001`));
  });

  it("name the order of whichever parameter names one", async () => {
    const hits: (string | null)[] = [];
    const tenant = await createTenant(database.prisma);
    const paused = portWithFailpoints("paused", createPausedOrders({ prisma: database.prisma, shopId: tenant.shopId }), (_point, { order }) => Promise.resolve(void hits.push(order)));
    const id = "gid://shopify/Order/5001";
    await paused.list({ ...sampleOrder({}), id }, { orderId: id, seq: 1n }, "Paused.", Temporal.Instant.from("2026-11-02T10:00:00Z"));
    expect(hits).toEqual([id, id]);
  });

  it("prevent the step when the point before it fails, and lose its answer when the one after it does", async () => {
    let armed: FailpointName | null = "ledger.write:before";
    await using floor = await openShopFloor({}, (context) => withFailpoints(context, (point) => {
      if (point !== armed) return Promise.resolve();
      armed = null;
      return Promise.reject(new Error("struck"));
    }));
    await floor.configure({}, []);
    const id = "gid://shopify/Order/5001";
    floor.orders.set(id, { ...sampleOrder({ paid: ["43.20"] }), id });
    await floor.sync();
    expect(floor.calls().filter((call) => call.includes("/estimate"))).toEqual([]);
    armed = "ledger.write:after";
    floor.company.advance({ minutes: 5 });
    await floor.drain();
    expect(floor.calls().filter((call) => call.startsWith("POST /estimate"))).toEqual(["POST /estimate 200"]);
    expect(await floor.recorded(id)).toMatchObject({ state: "attention" });
  });

  it("tell the request for new tokens from storing them", async () => {
    await using company = await connectCompany();
    const hits: string[] = [];
    const store = tokensWithFailpoints(company.store, (point) => Promise.resolve(void hits.push(`${point}, ${company.store.refreshes} stored`)));
    await store.refreshExclusively((current) => Promise.resolve(success({ ...current, accessToken: "next" })));
    expect(hits).toEqual([
      "tokens.refreshExclusively:before, 0 stored", "tokens.refresh:before, 0 stored", "tokens.refresh:after, 0 stored", "tokens.refreshExclusively:after, 1 stored",
    ]);
  });
});
