import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sample, sampleOrder } from "#app/domain/order/sample-order.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { type JsonObject, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const INVOICE_WHEN_SHIPPED: Rule = {
  title: "Invoice when it ships", enabled: true,
  when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }],
};

describe("a payment that a bookkeeper changed before the order ships", () => {
  let floor: ShopFloor;
  beforeEach(async () => {
    floor = await openShopFloor();
    await floor.configure({}, [INVOICE_WHEN_SHIPPED]);
    place({ paid: ["43.20"] });
    await floor.sync();
  });
  afterEach(() => floor[Symbol.asyncDispose]());

  const place = (sample: Sample): void => {
    const order = sampleOrder(sample);
    floor.orders.set(order.id, order);
  };
  const ship = async (): Promise<void> => {
    place({ paid: ["43.20"], fulfilled: "everything" });
    await floor.sync();
  };
  const state = (): Promise<{ state: string; reason: string | null }> => floor.recorded(sampleOrder({}).id);
  const documents = (entity: string): JsonObject[] => floor.company.quickbooks.documents(floor.company.realmId, entity);
  const paymentIs = (action: object): void => {
    for (const row of documents("Payment")) floor.company.quickbooks.bookkeeper(floor.company.realmId, { kind: "payment", id: textOf(row, "Id"), ...action });
  };

  it("stays void until a person asks for a resync", async () => {
    paymentIs({ action: "void" });
    await ship();
    await floor.sync();
    expect(documents("Payment")).toMatchObject([{ TotalAmt: 0 }]);
    expect(documents("Invoice")).toMatchObject([{ Balance: 43.2 }]);
    expect(await state()).toMatchObject({ state: "attention", reason: "The payment of order #1001 is no longer in QuickBooks." });

    await floor.sync("person");
    expect(documents("Payment")).toMatchObject([{ TotalAmt: 0 }, { TotalAmt: 43.2, UnappliedAmt: 0 }]);
    expect(documents("Invoice")).toMatchObject([{ Balance: 0 }]);
    expect(await state()).toEqual({ state: "posted", reason: null });
  });

  it("keeps the amount that was given to it, both figures are told, and a person's resync corrects it", async () => {
    paymentIs({ action: "edit", patch: { TotalAmt: 40 } });
    await ship();
    floor.company.advance({ minutes: 16 });
    await floor.drain();
    expect(documents("Payment")).toMatchObject([{ TotalAmt: 40, UnappliedAmt: 40 }]);
    expect(await state()).toEqual({ state: "attention", reason: "QuickBooks holds 40.00 as payment total of order #1001; Shopify's figures give 43.20." });

    await floor.sync("person");
    expect(documents("Payment")).toMatchObject([{ TotalAmt: 43.2, UnappliedAmt: 0 }]);
    expect(await state()).toEqual({ state: "posted", reason: null });
  });

  it("is applied by itself once its amount is right again", async () => {
    paymentIs({ action: "edit", patch: { TotalAmt: 40 } });
    await ship();
    paymentIs({ action: "edit", patch: { TotalAmt: 43.2 } });
    floor.company.advance({ minutes: 16 });
    await floor.drain();
    expect(documents("Invoice")).toMatchObject([{ Balance: 0 }]);
    expect(await state()).toEqual({ state: "posted", reason: null });
  });
});

describe("a payment that QuickBooks put on another order's invoice by itself, while its answer was lost", () => {
  it("is put back once it is found", async () => {
    await using floor = await openShopFloor({ preferences: { "SalesFormsPrefs.AutoApplyPayments": true } });
    await floor.configure({}, [INVOICE_WHEN_SHIPPED]);
    const documents = (entity: string): JsonObject[] => floor.company.quickbooks.documents(floor.company.realmId, entity);
    const unpaid = { ...sampleOrder({ name: "#1000", fulfilled: "everything" }), id: "gid://shopify/Order/1" };
    floor.orders.set(unpaid.id, unpaid);
    await floor.sync();
    floor.orders.clear();

    const paid = sampleOrder({ paid: ["43.20"] });
    floor.orders.set(paid.id, paid);
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /payment", do: "commitThenDrop" }, { on: "GET /query", times: 100, do: "status", status: 503 }]);
    await floor.sync();
    expect(documents("Invoice")).toMatchObject([{ DocNumber: "1000", Balance: 0 }]);

    floor.company.quickbooks.setFaults(floor.company.realmId, []);
    floor.company.advance({ minutes: 11 });
    await floor.drain();
    expect(documents("Invoice")).toMatchObject([{ DocNumber: "1000", Balance: 43.2 }]);
    expect(documents("Payment")).toMatchObject([{ UnappliedAmt: 43.2 }]);
    expect(await floor.recorded(paid.id)).toEqual({ state: "posted", reason: null });
    floor.calls();
    await floor.sync();
    expect(floor.calls()).toEqual([]);
  });
});
