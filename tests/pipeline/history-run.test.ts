/** Runs of ranges so long that Shopify gathers their orders itself: against a real database and the simulated Shopify, with the worker that dies and the person who cancels. */
import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTenant, type Tenant } from "#app/database/repositories/testing/tenant.ts";
import { createRunDesk } from "#app/database/runs/run-desk.ts";
import { createRunFinding } from "#app/database/runs/run-finding.ts";
import { type TestDatabase, testDatabase } from "#app/database/testing.ts";
import { success } from "#app/domain/result.ts";
import type { RunDesk, RunFinding, RunRow } from "#app/pipeline/ports/runs.ts";
import { findRunOrders } from "#app/pipeline/runs/find-orders.ts";
import { createOrderFinder } from "#app/shopify/finder/order-finder.ts";
import { createGraphqlClient } from "#app/shopify/orders/graphql-client.ts";
import { DOMAIN, openShop, type OpenShop } from "#sandbox/shopify/testing/open-shop.ts";

const ORDERS = 260;
const RANGE = { kind: "range", from: "2026-08-01", to: "2026-10-31" } as const;
const OUTSIDE = ["2026-07-31T12:00:00Z", "2026-11-01T12:00:00Z"];

describe("a run over three months", () => {
  let database: TestDatabase;
  let shop: OpenShop;
  let tenant: Tenant;
  let desk: RunDesk;
  let runId: string;

  beforeEach(async () => {
    [database, shop] = await Promise.all([testDatabase(), openShop({}, { throttling: false })]);
    tenant = await createTenant(database.prisma);
    desk = createRunDesk({ prisma: database.prisma, shopId: tenant.shopId });
    const place = (name: string, created_at: string): unknown => shop.shopify.createOrder(DOMAIN, { name, created_at, line_items: [{ sku: "A", quantity: 1, price: "10.00" }] });
    const first = Temporal.Instant.from("2026-08-01T12:00:00Z");
    for (let each = 0; each < ORDERS; each += 1) place(`#${1001 + each}`, first.add({ hours: each * 8 }).toString());
    for (const at of OUTSIDE) place(`outside ${at}`, at);
    runId = await desk.start({ selection: RANGE, statuses: null, anyway: false }, randomUUID(), "7", shop.now());
  });
  afterEach(async () => {
    await Promise.all([shop[Symbol.asyncDispose](), database.drop()]);
  });

  /** What one worker does until Shopify keeps it waiting, as if it had just been started. `runs`: what a test puts in the way. */
  const look = async (around: (runs: RunFinding) => RunFinding = (runs) => runs, signal = new AbortController().signal): Promise<boolean> => {
    const { access_token } = await shop.exchange();
    const graphql = createGraphqlClient({ shop: DOMAIN, apiVersion: "2026-10", apiOrigin: shop.shopify.origin, token: () => Promise.resolve(success(access_token)) });
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
    return findRunOrders({
      shop: { domain: DOMAIN, timeZone: "America/New_York" }, runs: around(createRunFinding({ prisma: database.prisma, shopId: tenant.shopId })),
      finder: createOrderFinder({ graphql, wait: () => Promise.resolve() }), clock: { now: shop.now }, log: quiet, signal,
    });
  };
  const run = async (): Promise<RunRow> => {
    const row = await desk.read(runId);
    if (!row) throw new Error("the run is gone");
    return row;
  };
  const due = (): Promise<number> => database.prisma.dueOrder.count({ where: { shopId: tenant.shopId } });
  const gatherings = async (): Promise<unknown[]> => {
    const { data } = await shop.graphql("{ bulkOperations(first: 10) { nodes { status } } }");
    return (data as { bulkOperations: { nodes: { status: string }[] } }).bulkOperations.nodes.map(({ status }) => status);
  };
  const names = async (): Promise<string[]> => {
    const rows = await database.prisma.runOrder.findMany({ where: { runId }, select: { name: true }, orderBy: { position: "asc" } });
    return rows.map(({ name }) => name);
  };
  const everyName = Array.from({ length: ORDERS }, (_, each) => `#${1001 + each}`);

  it("says how many Shopify has gathered while it waits, and then has each order of the range once", async () => {
    expect(await look()).toBe(true);
    // The simulated Shopify has half of them at the first look.
    expect(await run()).toMatchObject({ state: "finding", found: 0, gathered: ORDERS / 2 });
    expect(await due()).toBe(0);
    expect(await look()).toBe(false);
    expect(await run()).toMatchObject({ state: "working", found: ORDERS });
    expect((await names()).sort()).toEqual(everyName);
    expect(await due()).toBe(ORDERS);
  });

  it("is gone on with by another worker when the first dies while Shopify gathers: one list, each order once", async () => {
    await look();
    const { historyId } = await database.prisma.run.findUniqueOrThrow({ where: { id: runId } });
    expect(historyId).not.toBeNull();
    await look();
    expect(await database.prisma.run.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({ historyId, state: "working" });
    expect(await gatherings()).toEqual(["COMPLETED"]);
    expect((await names()).sort()).toEqual(everyName);
  });

  it("reads the list again from its start when the worker dies in the middle of it, and still has each order once", async () => {
    await look();
    const dying = (runs: RunFinding): RunFinding => ({
      ...runs,
      keep: async (...chunk) => {
        if ((await run()).found > 0) throw new Error("killed");
        await runs.keep(...chunk);
      },
    });
    await expect(look(dying)).rejects.toThrow("killed");
    const { state, found } = await run();
    expect([state, found > 0 && found < ORDERS]).toEqual(["finding", true]);
    await look();
    expect(await run()).toMatchObject({ state: "working", found: ORDERS });
    expect((await names()).sort()).toEqual(everyName);
    expect(await due()).toBe(ORDERS);
  });

  it("stops Shopify's gathering when it is cancelled meanwhile, and makes nothing due", async () => {
    await look();
    expect(await desk.cancel(runId, shop.now())).toBe(true);
    expect(await look()).toBe(false);
    expect(await gatherings()).toEqual(["CANCELED"]);
    expect([(await run()).state, await due(), await names()]).toEqual(["cancelled", 0, []]);
    expect(await createRunFinding({ prisma: database.prisma, shopId: tenant.shopId }).finding()).toEqual([]);
  });

  it("takes no further order once it is cancelled while the list is read", async () => {
    await look();
    const cancelling = (runs: RunFinding): RunFinding => ({
      ...runs,
      keep: async (...chunk) => {
        await runs.keep(...chunk);
        await desk.cancel(runId, shop.now());
      },
    });
    await look(cancelling);
    expect(await due()).toBe(0);
    const left = await database.prisma.runOrder.groupBy({ by: ["state"], where: { runId }, _count: true });
    expect(left).toEqual([{ state: "left", _count: 100 }]);
  });
});
