import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sample, sampleOrder } from "#app/domain/order/sample-order.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { withFailpoints } from "#app/pipeline/with-failpoints.ts";
import { textOf } from "#sandbox/quickbooks/wire/json.ts";
import { backUp, loseEverything } from "./lost-record.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const INVOICE_WHEN_SHIPPED: Rule = {
  title: "Invoice when it ships", enabled: true,
  when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }],
};
const PAID: Sample = { paid: ["43.20"] };
const SHIPPED: Sample = { paid: ["43.20"], fulfilled: "everything" };

describe("an order that may be in the books without our record", () => {
  let floor: ShopFloor;
  beforeEach(async () => {
    floor = await openShopFloor();
    await floor.configure({}, [INVOICE_WHEN_SHIPPED]);
  });
  afterEach(() => floor[Symbol.asyncDispose]());

  const gid = (id: string): string => `gid://shopify/Order/${id}`;
  const place = (sample: Sample, id = "5001"): void => {
    const order = sampleOrder(sample);
    const transactions = order.transactions.map((each) => ({ ...each, id: each.id.replace(/(\d+)$/, `${id}$1`) }));
    floor.orders.set(gid(id), { ...order, id: gid(id), name: sample.name ?? "#1001", transactions });
  };
  const live = (entity: string): number => floor.company.quickbooks.documents(floor.company.realmId, entity).length;
  const documents = () => ({ estimates: live("Estimate"), invoices: live("Invoice"), payments: live("Payment") });
  const receivable = (): unknown => floor.company.quickbooks.trialBalance(floor.company.realmId).find((row) => row.account === "Accounts Receivable");
  const writes = (): string[] => floor.calls().filter((call) => call.startsWith("POST"));
  const remove = (entity: "payment" | "invoice" | "sales_order", wire: string): void => {
    const [row] = floor.company.quickbooks.documents(floor.company.realmId, wire);
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "delete", kind: entity, id: row ? textOf(row, "Id") : "" });
  };

  it("is found and adopted after the whole database was lost, many orders with three reads and no write", async () => {
    for (let n = 0; n < 16; n += 1) place({ ...(n % 2 === 0 ? SHIPPED : PAID), name: `#${1001 + n}` }, String(5001 + n));
    await floor.sync();
    const before = documents();
    expect(before).toEqual({ estimates: 16, invoices: 8, payments: 16 });
    floor.company.advance({ hours: 30 });
    floor.company.quickbooks.setSwitches(floor.company.realmId, { requestIds: "ignore", duplicateDocNumberWarning: false });

    await loseEverything(floor.prisma, floor);
    floor.calls();
    await floor.sync();
    const calls = floor.calls();
    expect(calls.filter((call) => call.startsWith("POST"))).toEqual([]);
    // Company and preferences, items, and one look-up per kind.
    expect(calls.length).toBeLessThanOrEqual(10);
    expect(documents()).toEqual(before);
    for (const id of floor.orders.keys()) expect(await floor.recorded(id)).toEqual({ state: "posted", reason: null });

    // What was not shipped goes on where it was.
    for (const [id, order] of floor.orders) if (order.status === "paid") floor.orders.set(id, { ...order, status: "fulfilled", fulfilmentWord: "fulfilled" });
    await floor.sync();
    expect(documents()).toEqual({ estimates: 16, invoices: 16, payments: 16 });
    expect(receivable()).toBeUndefined();
  }, 60_000);

  it("is looked up once, not at every drain", async () => {
    place(PAID);
    await floor.sync();
    await loseEverything(floor.prisma, floor);
    await floor.sync();
    floor.calls();
    await floor.sync();
    expect(floor.calls()).toEqual([]);
  });

  it("goes on from an older backup: what was posted after it is adopted, what was changed after it is seen", async () => {
    place(PAID);
    await floor.sync();
    const backup = await backUp(floor.prisma, floor);
    place(SHIPPED);
    await floor.sync();
    place({ ...PAID, name: "#1002" }, "5002");
    await floor.sync();
    expect(documents()).toEqual({ estimates: 2, invoices: 1, payments: 2 });

    floor.company.advance({ hours: 30 });
    floor.company.quickbooks.setSwitches(floor.company.realmId, { requestIds: "ignore", duplicateDocNumberWarning: false });
    await backup.restore();
    floor.calls();
    await floor.sync();
    expect(writes()).toEqual([]);
    expect(documents()).toEqual({ estimates: 2, invoices: 1, payments: 2 });
    expect(receivable()).toMatchObject({ credit: "43.20" });
    expect(await floor.recorded(gid("5001"))).toEqual({ state: "posted", reason: null });
  });

  it("settles what the backup knew only as an intent", async () => {
    place(PAID);
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /payment", nth: 1, do: "dropBefore" }]);
    await floor.sync();
    const backup = await backUp(floor.prisma, floor);
    // The moment between the intent and its sending.
    await floor.prisma.$executeRawUnsafe("UPDATE backup.operations SET state = 'intended', sent_at = NULL WHERE state = 'unknown'");
    await floor.prisma.$executeRawUnsafe("UPDATE backup.postings SET state = 'intended' WHERE state = 'unknown'");
    floor.company.advance({ minutes: 2 });
    await floor.sync();
    expect(documents()).toEqual({ estimates: 1, invoices: 0, payments: 1 });
    floor.company.quickbooks.setSwitches(floor.company.realmId, { requestIds: "ignore" });
    await backup.restore();
    await floor.sync();
    expect(documents()).toEqual({ estimates: 1, invoices: 0, payments: 1 });
    expect(await floor.recorded(gid("5001"))).toEqual({ state: "posted", reason: null });
  });

  it("is not taken in by a request id that answers with a document that is gone", async () => {
    place(PAID);
    await floor.sync();
    remove("payment", "Payment");
    floor.company.advance({ hours: 1 });
    await loseEverything(floor.prisma, floor);
    floor.calls();
    await floor.sync();
    // The key of the lost first attempt answers with the deleted payment; the next key makes one.
    expect(documents()).toEqual({ estimates: 1, invoices: 0, payments: 1 });
    expect(writes()).toEqual(["POST /payment 200", "POST /payment 200"]);
    expect(await floor.recorded(gid("5001"))).toEqual({ state: "posted", reason: null });
  });

  it("is not taken in by it either where the process died between the intent and its sending", async () => {
    await using dying = await openShopFloor({}, (context) => withFailpoints(context, (point) => (strikes && point === "postings.intend:after" ? Promise.reject(new Error("killed")) : Promise.resolve())));
    let strikes = false;
    await dying.configure({ mode: "sales_orders_no_invoices_payments" }, []);
    place(PAID);
    for (const [id, order] of floor.orders) dying.orders.set(id, order);
    await dying.sync();
    const { quickbooks, realmId } = dying.company;
    const [made] = quickbooks.documents(realmId, "Payment");
    quickbooks.bookkeeper(realmId, { action: "delete", kind: "payment", id: made ? textOf(made, "Id") : "" });
    dying.company.advance({ hours: 1 });
    await loseEverything(dying.prisma, dying);
    strikes = true;
    await dying.sync().catch(() => undefined);
    strikes = false;
    dying.company.advance({ minutes: 16 });
    await dying.sync();
    expect(quickbooks.documents(realmId, "Payment")).toHaveLength(1);
    expect(await dying.recorded(gid("5001"))).toEqual({ state: "posted", reason: null });
  });

  it("changes a document under a key that the lost record cannot have used", async () => {
    place({ ...PAID, paid: ["20.00"] });
    await floor.sync();
    place(SHIPPED);
    await floor.sync();
    expect(receivable()).toBeUndefined();
    floor.company.advance({ hours: 1 });
    await loseEverything(floor.prisma, floor);
    // The bookkeeper frees the payment: the plan applies it again, its second change after the creation in both lives of our record.
    const [payment] = floor.company.quickbooks.documents(floor.company.realmId, "Payment");
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "edit", kind: "payment", id: payment ? textOf(payment, "Id") : "", patch: { Line: [] } });
    await floor.sync();
    expect(receivable()).toBeUndefined();
    expect(await floor.recorded(gid("5001"))).toEqual({ state: "posted", reason: null });
  });

  it("waits also before it ships, when a rule still holds the invoice back that somebody else made", async () => {
    place({ ...SHIPPED, name: "#2000" }, "6000");
    await floor.sync();
    const [foreign] = floor.company.quickbooks.documents(floor.company.realmId, "Invoice");
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "edit", kind: "invoice", id: foreign ? textOf(foreign, "Id") : "", patch: { DocNumber: "1001", PrivateNote: "by hand" } });
    floor.orders.clear();
    await loseEverything(floor.prisma, floor);
    place(PAID);
    floor.calls();
    await floor.sync();
    expect(writes()).toEqual([]);
    expect(await floor.recorded(gid("5001"))).toMatchObject({ state: "attention" });
  });

  it("waits where somebody else's document has its number, without a single write, also where QuickBooks would not mind (A29)", async () => {
    floor.company.quickbooks.setSwitches(floor.company.realmId, { duplicateDocNumberWarning: false });
    place({ ...SHIPPED, name: "#2000" }, "6000");
    await floor.sync();
    const [foreign] = floor.company.quickbooks.documents(floor.company.realmId, "Invoice");
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "edit", kind: "invoice", id: foreign ? textOf(foreign, "Id") : "", patch: { DocNumber: "1001", PrivateNote: "by hand" } });
    floor.orders.clear();
    floor.company.advance({ hours: 1 });
    await loseEverything(floor.prisma, floor);
    const before = documents();
    place(SHIPPED);
    floor.calls();
    await floor.sync();
    expect(writes()).toEqual([]);
    expect(documents()).toEqual(before);
    expect(await floor.recorded(gid("5001"))).toMatchObject({ state: "attention", reason: expect.stringContaining("QuickBooks already has another invoice numbered 1001") });
  });
});
