import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sample, sampleOrder } from "#app/domain/order/sample-order.ts";
import { type JsonObject, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const ORDER = "gid://shopify/Order/5001";
const PAID: Sample = { paid: ["43.20"], fulfilled: "everything" };

describe("an order whose form is a sales receipt", () => {
  let floor: ShopFloor;
  beforeEach(async () => {
    floor = await openShopFloor({ switches: { throttling: false } });
    await floor.configure({ mode: "sales_receipts" }, []);
    floor.orders.set(ORDER, { ...sampleOrder(PAID), id: ORDER });
  });
  afterEach(() => floor[Symbol.asyncDispose]());

  const documents = (entity: string): JsonObject[] => floor.company.quickbooks.documents(floor.company.realmId, entity);
  const state = () => floor.recorded(ORDER);
  const booked = (): string[] => ["Estimate", "Invoice", "Payment", "SalesReceipt"].flatMap((entity) => documents(entity).map(() => entity));

  it("gets one receipt, and nothing more on the next sync or a resync", async () => {
    await floor.sync();
    expect(await state()).toEqual({ state: "posted", reason: null });
    expect(documents("SalesReceipt")).toMatchObject([{ DocNumber: "1001", TotalAmt: 43.2, DepositToAccountRef: { name: "Shopify Clearing" } }]);
    expect(floor.company.quickbooks.trialBalance(floor.company.realmId).map(({ account }) => account)).not.toContain("Accounts Receivable");
    floor.calls();
    await floor.sync();
    expect(floor.calls()).toEqual([]);
    await floor.sync("person");
    expect(floor.calls().filter((call) => call.startsWith("POST"))).toEqual([]);
  });

  it.each(["remember", "forget", "ignore"])("is found when its answer was lost, though the mode has changed meanwhile, where QuickBooks' request ids are to %s", async (requestIds) => {
    floor.company.quickbooks.setSwitches(floor.company.realmId, { requestIds, queryLagMs: 30_000 });
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /salesreceipt", do: "commitThenDrop" }]);
    await floor.sync();
    await floor.configure({ mode: "sales_orders_invoices_payments" }, []);
    await floor.sync();
    for (const minutes of [1, 16, 400]) {
      floor.company.advance({ minutes });
      await floor.drain();
    }
    expect(await state()).toEqual({ state: "posted", reason: null });
    expect(booked()).toEqual(["SalesReceipt"]);
  });

  it("does not come back as an invoice by itself when a person deleted it and the mode has changed; a resync by hand makes the invoice", async () => {
    await floor.sync();
    const [receipt] = documents("SalesReceipt");
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "delete", kind: "sales_receipt", id: textOf(receipt ?? {}, "Id") ?? "" });
    await floor.sync("person");
    expect(booked()).toEqual(["SalesReceipt"]);
    const [again] = documents("SalesReceipt");
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "delete", kind: "sales_receipt", id: textOf(again ?? {}, "Id") ?? "" });
    floor.orders.set(ORDER, { ...sampleOrder({ ...PAID, tip: "1.00", paid: ["44.20"] }), id: ORDER });
    await floor.sync();
    await floor.configure({ mode: "invoices_payments" }, []);
    await floor.sync();
    expect(booked()).toEqual([]);
    await floor.sync("person");
    expect(booked()).toEqual(["Invoice", "Payment"]);
  });

  it("is removed from the books whole, and made again on a resync", async () => {
    await floor.sync();
    await floor.ask({ orderId: ORDER, kind: "remove" });
    expect(booked()).toEqual([]);
    expect(await state()).toMatchObject({ state: "undone" });
    await floor.resync(ORDER);
    expect(booked()).toEqual(["SalesReceipt"]);
  });

  it("follows an edit that is paid, and says why it cannot follow one that is not", async () => {
    await floor.sync();
    floor.orders.set(ORDER, { ...sampleOrder({ ...PAID, tip: "5.00" }), id: ORDER });
    await floor.sync();
    expect(await state()).toMatchObject({ state: "attention", reason: "The sales receipt of order #1001 stays as it is, because 5.00 USD more is to be paid since the order changed." });
    expect(documents("SalesReceipt")).toMatchObject([{ TotalAmt: 43.2 }]);
    floor.orders.set(ORDER, { ...sampleOrder({ ...PAID, tip: "5.00", paid: ["43.20", "5.00"] }), id: ORDER });
    await floor.sync();
    expect(await state()).toEqual({ state: "posted", reason: null });
    expect(documents("SalesReceipt")).toMatchObject([{ TotalAmt: 48.2 }]);
  });

  describe("placed before the connection was made", () => {
    beforeEach(async () => {
      const { shopId, connectionId } = floor.tenant;
      await floor.prisma.connection.update({ where: { shopId_id: { shopId, id: connectionId } }, data: { lookUpBefore: new Date("2030-01-01T00:00:00Z") } });
    });
    const goods = (amount: number) => [{ Amount: amount, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { name: "Goods" }, Qty: 1, UnitPrice: amount, TaxCodeRef: { value: "NON" } } }];

    it("is not made beside an invoice that somebody booked by hand, which a person may link", async () => {
      floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "create", kind: "invoice", value: { CustomerRef: { name: "Ada Lovelace" }, DocNumber: "1001", Line: goods(43.2) } });
      await floor.sync();
      expect(await state()).toMatchObject({ state: "attention", reason: expect.stringContaining("already has another invoice numbered 1001") as unknown });
      expect(booked()).toEqual(["Invoice"]);
      const found = (await floor.desk.order(ORDER))?.issues[0]?.found ?? null;
      await floor.ask({ orderId: ORDER, kind: "link", found });
      expect(await state()).toEqual({ state: "posted", reason: null });
      expect(booked()).toEqual(["Invoice", "Payment"]);
      expect(documents("Invoice")).toMatchObject([{ Balance: 0 }]);
    });

    it("holds an invoice back where another app booked a receipt", async () => {
      await floor.configure({ mode: "invoices_payments" }, []);
      floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "create", kind: "sales_receipt", value: { CustomerRef: { name: "Ada Lovelace" }, DocNumber: "1001", DepositToAccountRef: { value: "2" }, Line: goods(43.2) } });
      await floor.sync();
      expect(await state()).toMatchObject({ state: "attention", reason: expect.stringContaining("already has another sales receipt numbered 1001") as unknown });
      expect(booked()).toEqual(["SalesReceipt"]);
    });
  });
});
