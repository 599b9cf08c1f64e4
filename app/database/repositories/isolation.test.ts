/** Law 7, method by method: repositories of one shop neither see nor touch another shop's rows, even when told its ids. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import { sampleOrder } from "#app/domain/order/sample-order.ts";
import type { ShopRepositories } from "#app/pipeline/ports/repositories.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { createConfiguration } from "./configuration.ts";
import { DefectError } from "./defect-error.ts";
import { echoOf, instant, intentFor, payment } from "./testing/payment.ts";
import { createRunDesk } from "../runs/run-desk.ts";
import { createRunFinding } from "../runs/run-finding.ts";
import { createTenant, type Tenant } from "./testing/tenant.ts";
import { saveWish } from "./wishes.ts";

const NOON = instant("12:00:00");
/** The same order id in both shops: the worst case. */
const ORDER = "gid://shopify/Order/1";
const TABLES = [
  "connections", "settings", "rule_sets", "inbox_events", "due_orders", "orders", "snapshots", "postings", "operations", "bindings", "timeline_entries", "issues", "issue_orders", "look_ups", "order_wishes", "runs", "run_orders",
] as const;

let database: TestDatabase;
let theirs: Tenant;
let ours: Tenant;
let posted: { operationId: string; postingId: string };
let open: { operationId: string; postingId: string };
let dueSeq: bigint;
let theirRun: string;

beforeAll(async () => {
  database = await testDatabase();
  theirs = await createTenant(database.prisma);
  ours = await createTenant(database.prisma);
  const { due, orders, postings, bindings } = theirs.repositories;
  await due.mark([ORDER], "webhook", NOON);
  dueSeq = (await due.take(NOON, 1))[0]?.seq ?? 0n;
  await database.prisma.inboxEvent.create({
    data: { id: `event-of-${theirs.shopId}`, shopId: theirs.shopId, topic: "orders/updated", webhookId: "w1", orderGid: ORDER, receivedAt: new Date(0), body: "{}", disposition: "received" },
  });
  await orders.saveSnapshot({ orderId: ORDER, body: {} }, "hash", NOON);
  await orders.record(anyRecord("theirs"), [{ at: NOON, kind: "read", data: {} }], [{ code: "item_missing", cause: "TEE", sentence: "s", remedy: "r" }], NOON, instant("00:00:00"));
  await database.prisma.inboxEvent.updateMany({ where: { shopId: theirs.shopId }, data: { disposition: "received", settledAt: null } });
  posted = await postings.intend(intentFor(ORDER, payment(1990n), { requestId: "theirs/1" }), NOON);
  await postings.settle(posted.operationId, echoOf(payment(1990n)), {}, NOON);
  open = await postings.intend(intentFor(ORDER, payment(500n, "txn-2"), { requestId: "theirs/2" }), NOON);
  await theirs.repositories.lookUps.done([ORDER], NOON);
  await saveWish(database.prisma, theirs.shopId, { orderId: ORDER, kind: "remove", found: null, asItIs: false, askedBy: "1" }, NOON);
  const runs = { prisma: database.prisma, shopId: theirs.shopId };
  theirRun = await createRunDesk(runs).start({ selection: { kind: "numbers", numbers: ["1"] }, statuses: null, anyway: true }, "key", null, NOON);
  await createRunFinding(runs).keep(theirRun, [{ orderId: "gid://shopify/Order/2", name: "#2", placedAt: NOON }], null, NOON);
  await bindings.bind("item", { localKey: "sku:TEE", ledgerId: "11", name: "Tee", details: {} }, NOON);
  const configuration = createConfiguration({ prisma: database.prisma, shopId: theirs.shopId });
  await configuration.saveSettings((await configuration.settings()).value, NOON);
  await configuration.publishRules([], NOON);
});
afterAll(() => database.drop());

const anyRecord = (name: string) => ({
  orderId: ORDER, name, status: "paid", state: "posted" as const, reason: null, placedAt: NOON, shopifyUpdatedAt: NOON, total: { currency: "USD", minor: 1n },
  decision: null, plan: null, proof: null, settingsVersion: 0, ruleSetVersion: 0,
});

async function theirRows(): Promise<Record<string, unknown>> {
  const rows = TABLES.map(async (table) =>
    [table, await database.prisma.$queryRawUnsafe(`SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE shop_id = $1 ORDER BY 1`, theirs.shopId)] as const);
  return Object.fromEntries(await Promise.all(rows));
}

type RoomName = Exclude<keyof ShopRepositories, "shop">;
type MethodName<Room> = { [Name in keyof Room]: Room[Name] extends (...args: never[]) => unknown ? Name : never }[keyof Room];
type Attempt = (repositories: ShopRepositories) => Promise<void>;

const noOne = { posted: [], undone: [], maybeTwice: [], open: [], revisions: new Map() };
const refused = async (attempt: Promise<unknown>) => { await expect(attempt).rejects.toThrow(DefectError); };

/** One attempt per method; a method without one does not compile. */
const ATTEMPTS = {
  due: {
    take: async ({ due }) => { expect(await due.take(NOON, 10)).toEqual([]); },
    mark: async ({ due }) => { await due.mark([ORDER], "person", NOON); },
    finish: ({ due }) => due.finish({ orderId: ORDER, seq: dueSeq }),
    postpone: ({ due }) => due.postpone({ orderId: ORDER, seq: dueSeq }, instant("23:00:00"), "not theirs", true),
  },
  orders: {
    saveSnapshot: ({ orders }) => orders.saveSnapshot({ orderId: ORDER, body: {} }, "hash", NOON),
    record: ({ orders }) => orders.record(anyRecord("ours"), [{ at: NOON, kind: "read", data: {} }], [{ code: "item_missing", cause: "TEE", sentence: "ours", remedy: "ours" }], NOON, NOON),
    recordAside: ({ orders }) => orders.recordAside(ORDER, { state: "undone", reason: "ours", issues: [], timeline: [] }, NOON, NOON),
    recordStopped: ({ orders }) => orders.recordStopped({ ...sampleOrder({}), id: ORDER }, { state: "attention", reason: "ours", issues: [{ code: "item_missing", cause: "TEE", sentence: "ours", remedy: "ours" }] }, NOON, NOON),
    recordUnread: ({ orders }) => orders.recordUnread(ORDER, "deleted", NOON, NOON),
  },
  postings: {
    forOrders: async ({ postings }) => { expect(await postings.forOrders([ORDER])).toEqual(new Map([[ORDER, noOne]])); },
    ofCustomer: async ({ postings }) => { expect(await postings.ofCustomer(echoOf(payment(1n)).customerId)).toEqual([]); },
    intend: async ({ postings }) => {
      await refused(postings.intend(intentFor(ORDER, payment(1n), { requestId: "ours/1", op: "update", postingId: posted.postingId }), NOON));
      const { operationId, postingId } = await postings.intend(intentFor(ORDER, payment(1n), { requestId: "theirs/1" }), NOON);
      expect([posted.operationId, posted.postingId]).not.toContain(operationId);
      expect([posted.operationId, posted.postingId]).not.toContain(postingId);
    },
    markSent: ({ postings }) => refused(postings.markSent(open.operationId, NOON)),
    settle: ({ postings }) => refused(postings.settle(open.operationId, echoOf(payment(500n, "txn-2"), { id: "502" }), aspectsOf(payment(500n)), NOON)),
    release: ({ postings }) => refused(postings.release(open.operationId)),
    markUnknown: ({ postings }) => refused(postings.markUnknown(open.operationId, "lost", NOON)),
    markRejected: ({ postings }) => refused(postings.markRejected(open.operationId, {}, NOON)),
    adopt: async ({ postings }) => {
      const { postingId } = await postings.adopt({ orderId: ORDER, document: payment(1n, "txn-9"), echo: echoOf(payment(1n, "txn-9")), aspects: {}, revision: 0 }, NOON);
      expect(postingId).not.toBe(posted.postingId);
    },
    intendRemoval: ({ postings }) => refused(postings.intendRemoval({ postingId: posted.postingId, op: "delete", revision: 1, requestId: "ours/9", payloadHash: "h", payload: {} }, NOON)),
    settleRemoval: ({ postings }) => refused(postings.settleRemoval(open.operationId, NOON)),
    observe: async ({ postings }) => {
      await refused(postings.observe(posted.postingId, { status: "closed" }, NOON));
      await refused(postings.observe(posted.postingId, { echo: echoOf(payment(1n)) }, NOON));
    },
    markUndone: ({ postings }) => refused(postings.markUndone(posted.postingId, NOON)),
  },
  runs: {
    of: async ({ runs }) => { expect(await runs.of(["gid://shopify/Order/2"])).toEqual(new Map()); },
    settle: ({ runs }) => runs.settle("gid://shopify/Order/2", [theirRun], NOON),
  },
  wishes: {
    of: async ({ wishes }) => { expect(await wishes.of([ORDER])).toEqual(new Map()); },
    settle: ({ wishes }) => wishes.settle({ orderId: ORDER, askedAt: NOON }, "done", NOON),
  },
  bindings: {
    load: async ({ bindings }) => { expect(await bindings.load("item", ["sku:TEE"])).toEqual(new Map()); },
    boundTo: async ({ bindings }) => { expect(await bindings.boundTo("item", "11")).toBeNull(); },
    bind: ({ bindings }) => bindings.bind("item", { localKey: "sku:TEE", ledgerId: "99", name: "Ours", details: {} }, NOON),
  },
  lookUps: {
    pending: async ({ lookUps }) => {
      await database.prisma.connection.update({ where: { id: ours.connectionId }, data: { lookUpBefore: new Date("2100-01-01") } });
      expect(await lookUps.pending([{ orderId: ORDER, placedAt: NOON }])).toEqual(new Set([ORDER]));
    },
    done: ({ lookUps }) => lookUps.done([ORDER], NOON),
  },
  configuration: {
    settings: async ({ configuration }) => { expect(await configuration.settings()).toMatchObject({ version: 0 }); },
    rules: async ({ configuration }) => { expect(await configuration.rules()).toEqual({ value: [], version: 0 }); },
  },
  connection: {
    facts: async ({ connection }) => { expect(await connection.facts()).toBeNull(); },
    saveCompany: ({ connection }) => connection.saveCompany(
      {
        name: "Ours", country: "US", homeCurrency: "USD", multiCurrency: false, estimatesAllowed: true, discountsAllowed: true, customNumbers: true, salesTaxUsed: true, taxCodes: [], terms: [], customFields: [],
        autoApplyCredit: false, autoApplyPayments: false, closedThrough: null, accounts: [],
      },
      NOON,
    ),
    learnLinkCloses: ({ connection }) => connection.learnLinkCloses(true),
    park: ({ connection }) => connection.park("ours", NOON),
  },
} satisfies { [Room in RoomName]: Record<MethodName<ShopRepositories[Room]>, Attempt> };

const cases = Object.entries(ATTEMPTS).flatMap(([room, methods]) =>
  Object.entries(methods).map(([method, attempt]: [string, Attempt]) => ({ name: `${room}.${method}`, attempt })));

describe("a shop's repositories, told another shop's ids", () => {
  test.each(cases)("$name neither shows nor changes the other shop's rows", async ({ attempt }) => {
    const before = await theirRows();
    expect(Object.values(before).every((rows) => Array.isArray(rows) && rows.length > 0)).toBe(true);
    await attempt(ours.repositories);
    expect(await theirRows()).toEqual(before);
  });

  test("the writers of settings and rules change only their own shop", async () => {
    const before = await theirRows();
    const configuration = createConfiguration({ prisma: database.prisma, shopId: ours.shopId });
    await configuration.saveSettings((await configuration.settings()).value, NOON);
    await configuration.publishRules([], NOON);
    expect(await theirRows()).toEqual(before);
  });
});
