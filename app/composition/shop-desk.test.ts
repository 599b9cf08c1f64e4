import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createConsents } from "#app/database/consents.ts";
import { echoOf, intentFor, payment } from "#app/database/repositories/testing/payment.ts";
import { createTenant, type Tenant } from "#app/database/repositories/testing/tenant.ts";
import { gid, inState, itemMissing, NOON, record, recordedOrder } from "#app/database/desk/testing/recorded-order.ts";
import { type TestDatabase, testDatabase } from "#app/database/testing.ts";
import { createTokenStore } from "#app/database/token-store.ts";
import type { InvoiceDocument } from "#app/domain/documents/document.ts";
import { money } from "#app/domain/money/money.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { DEFAULT_SETTINGS, type Settings } from "#app/domain/settings/settings.ts";
import { deskOf } from "./testing/desk-of.ts";

let database: TestDatabase;
let tenant: Tenant;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => { tenant = await createTenant(database.prisma); });

const due = async () => (await tenant.repositories.due.take(NOON, 100)).map(({ orderId, origin }) => [orderId, origin]);
const uninstall = () => database.prisma.shop.update({ where: { id: tenant.shopId }, data: { uninstalledAt: new Date(NOON.epochMilliseconds) } });
const RULE: Rule = { title: "Only shipped", enabled: true, when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }] };

describe("saving settings and publishing rules", () => {
  beforeEach(async () => {
    await record(tenant, 1, inState("attention"));
    await record(tenant, 2, inState("held"));
    await record(tenant, 3, inState("skipped"));
    await record(tenant, 4, inState("posted"));
    await record(tenant, 5, inState("waiting"));
  });

  test.each(["settings", "rules", "set-up"] as const)("%s let stopped orders look again, and the worker is woken once they are due", async (what) => {
    const { desk, witness } = await deskOf(database, tenant);
    const settings: Settings = { ...DEFAULT_SETTINGS, mode: "invoices" };
    if (what === "settings") await desk.saveSettings(settings);
    if (what === "rules") await desk.publishRules([RULE]);
    if (what === "set-up") await desk.completeSetUp(settings, [RULE]);
    expect(await due()).toEqual([[gid(1), "webhook"], [gid(2), "webhook"], [gid(3), "webhook"]]);
    expect(witness.woken).toEqual([{ connectionId: tenant.connectionId, due: 3 }]);
    expect(await desk.settings()).toMatchObject(what !== "rules" ? { value: { mode: "invoices" }, version: 1 } : { version: 0 });
    expect(await desk.rules()).toEqual(what !== "settings" ? { value: [RULE], version: 1 } : { value: [], version: 0 });
  });

  test("an order that a person asked for stays a person's", async () => {
    const { desk } = await deskOf(database, tenant);
    await desk.resync([gid(3)]);
    await desk.saveSettings(DEFAULT_SETTINGS);
    expect(await due()).toContainEqual([gid(3), "person"]);
  });

  test("what is not valid changes nothing, and nothing becomes due", async () => {
    const { desk, witness } = await deskOf(database, tenant);
    await expect(desk.publishRules([{ ...RULE, then: [{ action: "no_such_action" }] }])).rejects.toThrow(/no_such_action/);
    await expect(desk.saveSettings({ ...DEFAULT_SETTINGS, options: { ...DEFAULT_SETTINGS.options, numberPrefix: "much too long" } })).rejects.toThrow();
    await expect(desk.completeSetUp(DEFAULT_SETTINGS, [{ ...RULE, then: [] }])).rejects.toThrow();
    expect([await due(), witness.woken, (await desk.rules()).version, (await desk.settings()).version]).toEqual([[], [], 0, 0]);
  });

  test("a worker that cannot be woken does not undo the save", async () => {
    const { desk } = await deskOf(database, tenant, { waker: { wake: () => Promise.reject(new Error("no job engine")) } });
    await desk.saveSettings(DEFAULT_SETTINGS);
    expect([(await desk.settings()).version, (await due()).length]).toEqual([1, 3]);
  });
});

describe("resync", () => {
  test("marks the orders by a person's hand and wakes the worker", async () => {
    const { desk, witness } = await deskOf(database, tenant);
    await desk.resync([gid(2), gid(1)]);
    expect(await due()).toEqual([[gid(1), "person"], [gid(2), "person"]]);
    expect(witness.woken).toEqual([{ connectionId: tenant.connectionId, due: 2 }]);
    expect(await desk.countDue()).toBe(2);
  });

  test("of an uninstalled shop wakes nobody", async () => {
    const { desk, witness } = await deskOf(database, tenant);
    await uninstall();
    await desk.resync([gid(1)]);
    await desk.saveSettings(DEFAULT_SETTINGS);
    expect(witness.woken).toEqual([]);
  });
});

describe("disconnecting", () => {
  const store = () => createTokenStore({ prisma: database.prisma, databaseUrl: database.url, shopId: tenant.shopId, connectionId: tenant.connectionId, secretBox: tenant.secretBox });

  test("revokes at Intuit, then forgets the tokens; the connection is revoked and nothing is woken any more", async () => {
    const { desk, witness } = await deskOf(database, tenant);
    expect(await desk.disconnect()).toEqual({ confirmed: true });
    expect(witness.revoked).toEqual(["refresh-1"]);
    expect(await store().read()).toMatchObject({ accessToken: "", refreshToken: "", previousRefreshToken: null });
    expect(await desk.connection()).toMatchObject({ status: "revoked" });
    await desk.resync([gid(1)]);
    expect(witness.woken).toEqual([]);
  });

  test("a drain that is still under way gets no token and is told to have the shop reconnected", async () => {
    const { desk } = await deskOf(database, tenant);
    await desk.disconnect();
    const refreshed = await store().refreshExclusively(() => Promise.reject(new Error("must not be asked")));
    expect(refreshed).toMatchObject({ ok: false, failure: { kind: "needs_auth" } });
  });

  test("without an answer from Intuit forgets the tokens all the same, and says so", async () => {
    const { desk } = await deskOf(database, tenant, { intuit: { revoke: async () => false } });
    expect(await desk.disconnect()).toEqual({ confirmed: false });
    expect(await desk.connection()).toMatchObject({ status: "revoked" });
    expect((await store().read()).refreshToken).toBe("");
  });

  test("a parked connection is revoked too; twice is once", async () => {
    await tenant.repositories.connection.park("refused", NOON);
    const { desk, witness } = await deskOf(database, tenant);
    await desk.disconnect();
    expect(await desk.disconnect()).toEqual({ confirmed: true });
    expect(witness.revoked).toEqual(["refresh-1"]);
  });

  test("of an uninstalled shop calls nobody, and forgets the tokens", async () => {
    await uninstall();
    const { desk, witness } = await deskOf(database, tenant);
    expect(await desk.disconnect()).toEqual({ confirmed: false });
    expect(witness.revoked).toEqual([]);
    expect((await store().read()).refreshToken).toBe("");
  });

  test("keeps documents, and frees the company for another shop", async () => {
    const consents = createConsents({ prisma: database.prisma, secretBox: tenant.secretBox, realmKey: "key" });
    const other = await createTenant(database.prisma);
    await (await deskOf(database, other)).desk.disconnect();
    const at = NOON.add({ hours: 1 });
    const tokens = { accessToken: "a", accessTokenExpiresAt: at, refreshToken: "r", refreshTokenExpiresAt: at };
    const { desk } = await deskOf(database, tenant);
    await desk.disconnect();
    expect(await consents.connect(tenant.shopId, "4711", tokens, NOON)).toMatchObject({ kind: "connected" });
    expect(await desk.connection()).toMatchObject({ status: "active" });
    await desk.disconnect();
    expect(await consents.connect(other.shopId, "4711", tokens, NOON)).toMatchObject({ kind: "connected" });
  });
});

describe("an order's facts", () => {
  test("name documents with their links, issues and what happened, newest first", async () => {
    const { postings, orders } = tenant.repositories;
    await record(tenant, 1, inState("attention"), [itemMissing("TEE")]);
    const { operationId } = await postings.intend(intentFor(gid(1), payment(1990n)), NOON);
    await postings.settle(operationId, echoOf(payment(1990n)), {}, NOON);
    await postings.intend(intentFor(gid(1), payment(500n, "txn-2")), NOON);
    const [first, second] = ["document_create", "document_apply"];
    await orders.record(recordedOrder(1, inState("attention")), [first, second].map((kind) => ({ at: NOON, kind, data: {} })), [itemMissing("TEE")], NOON, NOON);
    const { desk } = await deskOf(database, tenant);
    const order = await desk.order(gid(1));
    expect(order?.documentRows.map(({ state, url }) => [state, url])).toEqual([["posted", `http://127.0.0.1:4020/app/recvpayment?txnId=501&companyId=${tenant.realmId}`], ["intended", null]]);
    expect(order?.issues).toMatchObject([{ sentence: "QuickBooks has no item TEE.", orderCount: 1, firstOrderId: gid(1) }]);
    expect(order?.timeline.map(({ kind }) => kind)).toEqual([second, first]);
    expect(order?.adminUrl).toBe(`https://admin.example/store/${tenant.domain}/orders/1`);
  });

  test("an invoice's balance is what our payments left open, however they were applied", async () => {
    const { postings } = tenant.repositories;
    await record(tenant, 1);
    const { part: _part, kind: _kind, deposit: _deposit, reference: _reference, gatewayName: _gateway, applications: _applications, ...base } = payment(10_000n);
    const invoice: InvoiceDocument = { ...base, kind: "invoice", part: "1", salesOrder: null, covers: [], lines: [], tax: money("USD", 0n), billTo: null, shipTo: null, email: null };
    const made = await postings.intend(intentFor(gid(1), payment(10_000n), { document: invoice, aspects: { lines: "" }, requestId: "invoice" }), NOON);
    await postings.settle(made.operationId, { ...echoOf(payment(10_000n)), kind: "invoice", entity: "Invoice", id: "77" }, {}, NOON);
    const paid = await postings.intend(intentFor(gid(1), payment(4_000n)), NOON);
    await postings.settle(paid.operationId, echoOf(payment(4_000n)), { applications: "invoice/1=40.00;invoice/2=1.00" }, NOON);
    const { desk } = await deskOf(database, tenant);
    const documents = (await desk.order(gid(1)))?.documentRows;
    expect(documents?.find(({ kind }) => kind === "invoice")?.balance).toEqual({ currency: "USD", minor: 6_000n });
  });
});
