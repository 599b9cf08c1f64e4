import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sample, sampleOrder } from "#app/domain/order/sample-order.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { type JsonObject, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const INVOICE_WHEN_SHIPPED: Rule = {
  title: "Invoice when it ships", enabled: true,
  when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }],
};
const SHIPPED: Sample = { paid: ["43.20"], fulfilled: "everything" };
const ORDER = "gid://shopify/Order/5001";

describe("removing an order from the books", () => {
  let floor: ShopFloor;
  beforeEach(async () => {
    floor = await openShopFloor();
    await floor.configure({}, [INVOICE_WHEN_SHIPPED]);
    floor.orders.set(ORDER, { ...sampleOrder(SHIPPED), id: ORDER });
    await floor.sync();
    floor.calls();
  });
  afterEach(() => floor[Symbol.asyncDispose]());

  const documents = (entity: string): JsonObject[] => floor.company.quickbooks.documents(floor.company.realmId, entity);
  const counts = (): number[] => ["Estimate", "Invoice", "Payment"].map((entity) => documents(entity).length);
  const idOf = (entity: string): string => textOf(documents(entity)[0] ?? {}, "Id") ?? "";
  const byHand = (action: object): JsonObject => floor.company.quickbooks.bookkeeper(floor.company.realmId, action);
  const state = () => floor.recorded(ORDER);
  const remove = () => floor.ask({ orderId: ORDER, kind: "remove" });
  const writes = (): string[] => floor.calls().filter((call) => call.startsWith("POST"));
  const REMOVED = { state: "undone", reason: expect.stringMatching(/^Removed from QuickBooks on 2026-11-02 by a person of the shop \(Shopify user 77\)/) as string };

  it("takes away payment, invoice and sales order, and no automatic sync or retry makes them again, but a resync does", async () => {
    await remove();
    expect(counts()).toEqual([0, 0, 0]);
    expect(await state()).toEqual(REMOVED);
    expect(floor.company.quickbooks.trialBalance(floor.company.realmId)).toEqual([]);

    await floor.sync();
    floor.company.advance({ hours: 1 });
    await floor.drain();
    expect(counts()).toEqual([0, 0, 0]);
    expect(await state()).toEqual(REMOVED);

    await floor.resync(ORDER);
    expect(counts()).toEqual([1, 1, 1]);
    expect(await state()).toEqual({ state: "posted", reason: null });
    expect(documents("Invoice")).toMatchObject([{ DocNumber: "1001", Balance: 0 }]);
  });

  it("removes nothing where one document lies in a closed period, and says which; asked again once it is open, it does", async () => {
    byHand({ action: "closeBooks", value: "2026-11-02" });
    floor.company.advance({ minutes: 2 });
    await remove();
    expect(writes()).toEqual([]);
    expect(counts()).toEqual([1, 1, 1]);
    expect(await state()).toMatchObject({ state: "attention", reason: expect.stringMatching(/Nothing of order #1001 was removed: its payment .* of 2026-11-02 lies in a period that is closed/) as string });
    byHand({ action: "reopenBooks" });
    floor.company.advance({ hours: 1 });
    await floor.drain();
    expect(counts()).toEqual([1, 1, 1]);
    await remove();
    expect(counts()).toEqual([0, 0, 0]);
    expect(await state()).toEqual(REMOVED);
  });

  it("removes nothing where the payment is deposited, before QuickBooks refuses (A39)", async () => {
    byHand({ action: "deposit", payments: [idOf("Payment")], date: "2026-11-03" });
    await remove();
    expect(writes()).toEqual([]);
    expect(await state()).toMatchObject({ state: "attention", reason: expect.stringMatching(/its payment .* is part of the bank deposit of 2026-11-03/) as string });
    byHand({ action: "undeposit", payments: [idOf("Payment")] });
    await remove();
    expect(counts()).toEqual([0, 0, 0]);
  });

  it("removes nothing where a sales receipt is deposited (A39)", async () => {
    const order = "gid://shopify/Order/5002";
    await floor.configure({ mode: "sales_receipts" }, []);
    floor.orders.set(order, { ...sampleOrder(SHIPPED), id: order, name: "#1002" });
    await floor.sync();
    byHand({ action: "deposit", payments: [idOf("SalesReceipt")], date: "2026-11-24" });
    await floor.ask({ orderId: order, kind: "remove" });
    expect(documents("SalesReceipt")).toHaveLength(1);
    expect(await floor.recorded(order)).toMatchObject({ state: "attention", reason: expect.stringMatching(/its sales receipt 1002 .* is part of the bank deposit of 2026-11-24/) as string });
    byHand({ action: "undeposit", payments: [idOf("SalesReceipt")] });
    await floor.ask({ orderId: order, kind: "remove" });
    expect(documents("SalesReceipt")).toEqual([]);
  });

  it("removes nothing where a document of somebody else hangs on it", async () => {
    const [payment = {}] = documents("Payment");
    const customer = payment["CustomerRef"];
    byHand({ action: "edit", kind: "payment", id: idOf("Payment"), patch: { CustomerRef: customer, TotalAmt: 43.2, Line: [] } });
    byHand({ action: "create", kind: "payment", value: { CustomerRef: customer, TotalAmt: 43.2, TxnDate: "2026-11-02", Line: [{ Amount: 43.2, LinkedTxn: [{ TxnId: idOf("Invoice"), TxnType: "Invoice" }] }] } });
    await remove();
    expect(writes()).toEqual([]);
    expect(await state()).toMatchObject({ state: "attention", reason: expect.stringContaining("its invoice 1001 of 2026-11-23 is linked in QuickBooks to a document that Tieout did not make") as string });
  });

  it.each([["the answer is lost after the deletion", "commitThenDrop"], ["the request is lost before it", "dropBefore"]])("goes on where it stopped when %s", async (_, fault) => {
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /invoice", nth: 1, do: fault }]);
    await remove();
    expect(await state()).toMatchObject({ state: "waiting", reason: "Waiting for QuickBooks: its documents are being removed." });
    floor.company.advance({ minutes: 1 });
    await floor.drain();
    expect(counts()).toEqual([0, 0, 0]);
    expect(await state()).toEqual(REMOVED);
  });

  it("voids what QuickBooks does not let be deleted", async () => {
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /invoice", nth: 1, do: "status", status: 400, code: "6000" }]);
    await remove();
    expect(documents("Invoice")).toMatchObject([{ TotalAmt: 0, Balance: 0 }]);
    expect(documents("Payment")).toEqual([]);
    expect(await state()).toEqual(REMOVED);
  });

  it("works for an order that Shopify no longer has (A36), of which the page says so", async () => {
    floor.orders.clear();
    await floor.tenant.repositories.due.mark([ORDER], "webhook", floor.company.clock.now());
    await floor.drain();
    expect(await state()).toMatchObject({ state: "attention", reason: expect.stringMatching(/^Deleted in Shopify; its documents stay/) as string });
    expect(counts()).toEqual([1, 1, 1]);
    await remove();
    expect(counts()).toEqual([0, 0, 0]);
    expect(await state()).toEqual(REMOVED);
  });

  it("leaves the order out when a person says so, until a resync", async () => {
    await floor.ask({ orderId: ORDER, kind: "leave_out" });
    expect(await state()).toMatchObject({ state: "skipped", reason: expect.stringMatching(/^Left out on 2026-11-02 by/) as string });
    await floor.sync();
    expect(await state()).toMatchObject({ state: "skipped" });
    await floor.resync(ORDER);
    expect(await state()).toEqual({ state: "posted", reason: null });
  });
});
