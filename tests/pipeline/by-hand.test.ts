import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sample, sampleOrder } from "#app/domain/order/sample-order.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { type JsonObject, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const INVOICE_WHEN_SHIPPED: Rule = {
  title: "Invoice when it ships", enabled: true,
  when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }],
};
const PAID: Sample = { paid: ["43.20"] };
const SHIPPED: Sample = { paid: ["43.20"], fulfilled: "everything" };

describe("what a bookkeeper, or QuickBooks by itself, did meanwhile", () => {
  let floor: ShopFloor;
  beforeEach(async () => {
    floor = await openShopFloor();
    await floor.configure({}, [INVOICE_WHEN_SHIPPED]);
  });
  afterEach(() => floor[Symbol.asyncDispose]());

  const place = (sample: Sample, id = "5001"): void => {
    const gid = `gid://shopify/Order/${id}`;
    floor.orders.clear();
    floor.orders.set(gid, { ...sampleOrder(sample), id: gid, name: sample.name ?? "#1001" });
  };
  const state = (id = "5001"): Promise<{ state: string; reason: string | null }> => floor.recorded(`gid://shopify/Order/${id}`);
  const documents = (entity: string): JsonObject[] => floor.company.quickbooks.documents(floor.company.realmId, entity);
  const only = (entity: string): JsonObject => {
    const [row, second] = documents(entity);
    if (!row || second) throw new Error(`one ${entity} was expected`);
    return row;
  };
  const id = (row: JsonObject): string => textOf(row, "Id") ?? "";
  const byHand = (action: object): JsonObject => floor.company.quickbooks.bookkeeper(floor.company.realmId, action);
  const prefer = (name: string): void => void byHand({ action: "setPreferences", value: { [`SalesFormsPrefs.${name}`]: true } });
  const writes = (): string[] => floor.calls().filter((call) => call.startsWith("POST"));

  describe("an invoice made from the sales order by hand (A28)", () => {
    it.each([["the next free number", undefined], ["the order's number", "1001"], ["a number of its own", "INV-7"]])("is adopted with %s, the payment goes on it, and there is no second one", async (_, docNumber) => {
      place(PAID);
      await floor.sync();
      byHand({ action: "invoiceEstimate", id: id(only("Estimate")), docNumber });
      place(SHIPPED);
      await floor.sync();
      expect(await state()).toEqual({ state: "posted", reason: null });
      expect(only("Invoice")).toMatchObject({ TotalAmt: 43.2, Balance: 0, ...(docNumber && { DocNumber: docNumber }) });
      expect(only("Payment")).toMatchObject({ UnappliedAmt: 0 });
      floor.calls();
      await floor.sync();
      await floor.sync("person");
      expect(writes()).toEqual([]);
      expect(await state()).toEqual({ state: "posted", reason: null });
    });

    it("waits as an issue with both figures when its total is another one, and goes on once it is corrected", async () => {
      place(PAID);
      await floor.sync();
      const invoice = byHand({ action: "invoiceEstimate", id: id(only("Estimate")) });
      const [line = {}] = invoice["Line"] as JsonObject[];
      const dearer = { ...line, Amount: 50, SalesItemLineDetail: { ...(line["SalesItemLineDetail"] as JsonObject), Qty: 1, UnitPrice: 50 } };
      byHand({ action: "edit", kind: "invoice", id: id(invoice), patch: { Line: [dearer] } });
      place(SHIPPED);
      await floor.sync();
      expect(await state()).toMatchObject({ state: "attention", reason: expect.stringMatching(/made from the sales order of order #1001 by hand\. It comes to .* USD; Shopify's figures give 43\.20 USD/) as string });
      expect(documents("Invoice")).toHaveLength(1);
      expect(only("Payment")).toMatchObject({ UnappliedAmt: 43.2 });

      byHand({ action: "edit", kind: "invoice", id: id(invoice), patch: { Line: invoice["Line"] } });
      floor.company.advance({ minutes: 16 });
      await floor.drain();
      expect(await state()).toEqual({ state: "posted", reason: null });
      expect(only("Invoice")).toMatchObject({ Balance: 0 });
    });

    it("is adopted where a link does not close the sales order, which is closed then", async () => {
      floor.company.quickbooks.setSwitches(floor.company.realmId, { linkClosesEstimate: false });
      place({ ...SHIPPED, name: "#1000" }, "5000");
      await floor.sync();
      place(PAID);
      await floor.sync();
      const estimate = documents("Estimate").find((row) => row["DocNumber"] === "1001") ?? {};
      byHand({ action: "invoiceEstimate", id: id(estimate) });
      place(SHIPPED);
      await floor.sync();
      expect(await state()).toEqual({ state: "posted", reason: null });
      expect(documents("Estimate").map((row) => row["TxnStatus"])).toEqual(["Closed", "Closed"]);
      expect(documents("Invoice").map((row) => row["Balance"])).toEqual([0, 0]);
    });

    it("is not what a void one is: then the number is told as taken and nothing is made", async () => {
      place(PAID);
      await floor.sync();
      const invoice = byHand({ action: "invoiceEstimate", id: id(only("Estimate")), docNumber: "1001" });
      byHand({ action: "void", kind: "invoice", id: id(invoice) });
      place(SHIPPED);
      await floor.sync();
      expect(await state()).toMatchObject({ state: "attention" });
      expect(only("Invoice")).toMatchObject({ TotalAmt: 0 });
    });
  });

  it("an invoice of ours that was voided is told as that when a person asks for it again, and is made once the void one is deleted", async () => {
    place(SHIPPED);
    await floor.sync();
    const invoice = id(only("Invoice"));
    byHand({ action: "void", kind: "invoice", id: invoice });
    await floor.sync("person");
    const { reason } = await state();
    expect(reason).toBe("QuickBooks refuses the invoice of order #1001: it counts 1001 as used, although no invoice that is in force has it. A voided one keeps its number.");
    byHand({ action: "delete", kind: "invoice", id: invoice });
    floor.company.advance({ minutes: 16 });
    await floor.drain();
    expect(await state()).toEqual({ state: "posted", reason: null });
    expect(only("Invoice")).toMatchObject({ TotalAmt: 43.2, Balance: 0 });
  });

  it("an invoice of ours that was voided is not taken for alive because a query still tells of it as it was", async () => {
    place(SHIPPED);
    await floor.sync();
    floor.company.advance({ minutes: 10 });
    floor.company.quickbooks.setSwitches(floor.company.realmId, { queryLagMs: 30_000 });
    byHand({ action: "void", kind: "invoice", id: id(only("Invoice")) });
    await floor.sync("person");
    const { reason } = await state();
    expect(reason).toContain("A voided one keeps its number.");
  });

  it("a sales order whose invoice was voided is open again when a person asks and none is wanted any more", async () => {
    place(SHIPPED);
    await floor.sync();
    expect(only("Estimate")).toMatchObject({ TxnStatus: "Closed" });
    byHand({ action: "void", kind: "invoice", id: id(only("Invoice")) });
    place(PAID);
    await floor.sync();
    expect(only("Estimate")).toMatchObject({ TxnStatus: "Closed" });
    await floor.sync("person");
    expect(only("Estimate")).toMatchObject({ TxnStatus: "Accepted", TotalAmt: 43.2 });
    expect(await state()).toEqual({ state: "posted", reason: null });
    floor.calls();
    await floor.sync("person");
    expect(writes()).toEqual([]);
  });

  it("a sales order deleted before shipping holds the invoice back until a person asks (A27)", async () => {
    place(PAID);
    await floor.sync();
    byHand({ action: "delete", kind: "sales_order", id: id(only("Estimate")) });
    place(SHIPPED);
    await floor.sync();
    await floor.sync();
    expect(await state()).toMatchObject({ state: "attention", reason: expect.stringContaining("sales order of order #1001 is no longer in QuickBooks") as string });
    expect(documents("Invoice")).toEqual([]);
    await floor.sync("person");
    expect(only("Invoice")).toMatchObject({ Balance: 0 });
    expect(only("Payment")).toMatchObject({ UnappliedAmt: 0 });
  });

  it.each([["closes", true], ["does not close", false]])("a sales order deleted after its invoice is made again when a person asks, and closed, where a link %s it", async (_, linkClosesEstimate) => {
    floor.company.quickbooks.setSwitches(floor.company.realmId, { linkClosesEstimate });
    place(SHIPPED);
    await floor.sync();
    byHand({ action: "delete", kind: "estimate", id: id(only("Estimate")) });
    floor.calls();
    await floor.sync("person");
    expect(writes()).toEqual(["POST /estimate 200", "POST /estimate 200"]);
    expect(only("Estimate")).toMatchObject({ TxnStatus: "Closed" });
    expect(await state()).toEqual({ state: "posted", reason: null });
  });

  it("a sales order made after its invoice is closed, and says nothing of what a link does", async () => {
    await floor.configure({ mode: "invoices_payments" }, [INVOICE_WHEN_SHIPPED]);
    place(SHIPPED);
    await floor.sync();
    await floor.configure({}, [INVOICE_WHEN_SHIPPED]);
    await floor.sync();
    expect(only("Estimate")).toMatchObject({ TxnStatus: "Closed" });
    floor.calls();
    place({ ...SHIPPED, name: "#1002" }, "5002");
    await floor.sync();
    expect(writes()).toEqual(["POST /estimate 200", "POST /invoice 200", "POST /payment 200"]);
    expect(documents("Estimate").map(({ TxnStatus }) => TxnStatus)).toEqual(["Closed", "Closed"]);
  });

  it("a payment deleted before shipping is told when its invoice is made, and comes back only when a person asks (A6)", async () => {
    place(PAID);
    await floor.sync();
    byHand({ action: "delete", kind: "payment", id: id(only("Payment")) });
    place(SHIPPED);
    await floor.sync();
    await floor.sync();
    expect(await state()).toMatchObject({ state: "attention", reason: expect.stringContaining("payment of order #1001 is no longer in QuickBooks") as string });
    expect(only("Invoice")).toMatchObject({ Balance: 43.2 });
    await floor.sync("person");
    expect(only("Payment")).toMatchObject({ UnappliedAmt: 0 });
    expect(only("Invoice")).toMatchObject({ Balance: 0 });
  });

  describe("credit that QuickBooks applies by itself", () => {
    it("is left alone where it is the order's own payment: no second application", async () => {
      prefer("AutoApplyCredit");
      place(PAID);
      await floor.sync();
      floor.calls();
      place(SHIPPED);
      await floor.sync();
      expect(writes()).toEqual(["POST /invoice 200"]);
      expect(only("Invoice")).toMatchObject({ Balance: 0 });
      expect(await state()).toEqual({ state: "posted", reason: null });
      floor.calls();
      await floor.sync();
      expect(floor.calls()).toEqual([]);
    });

    const older = { name: "#1000", lines: [{ sku: "TEE", price: "10.00" }], paid: ["10.00"] } satisfies Sample;

    it("is taken off again where it is another order's payment, which stays for its own invoice", async () => {
      place(older, "5000");
      await floor.sync();
      place(PAID);
      await floor.sync();
      prefer("AutoApplyCredit");
      place(SHIPPED);
      await floor.sync();
      expect(await state()).toEqual({ state: "posted", reason: null });
      expect(documents("Payment")).toMatchObject([{ TotalAmt: 10, UnappliedAmt: 10 }, { TotalAmt: 43.2, UnappliedAmt: 0 }]);
      expect(only("Invoice")).toMatchObject({ Balance: 0 });
      place({ ...older, fulfilled: "everything" }, "5000");
      await floor.sync();
      expect(documents("Payment")).toMatchObject([{ UnappliedAmt: 0 }, { UnappliedAmt: 0 }]);
      expect(documents("Invoice")).toMatchObject([{ Balance: 0 }, { Balance: 0 }]);
      floor.calls();
      await floor.sync();
      expect(floor.calls()).toEqual([]);
    });

    it("makes room for a payment that comes after it", async () => {
      place(older, "5000");
      await floor.sync();
      prefer("AutoApplyCredit");
      place({ fulfilled: "everything" });
      await floor.sync();
      expect(only("Invoice")).toMatchObject({ Balance: 33.2 });
      place(SHIPPED);
      await floor.sync();
      expect(await state()).toEqual({ state: "posted", reason: null });
      expect(documents("Payment")).toMatchObject([{ UnappliedAmt: 10 }, { UnappliedAmt: 0 }]);
      expect(only("Invoice")).toMatchObject({ Balance: 0 });
    });

    it("survives that the answer of taking it off is lost", async () => {
      place(older, "5000");
      await floor.sync();
      place(PAID);
      await floor.sync();
      prefer("AutoApplyCredit");
      floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /payment", nth: 1, do: "commitThenDrop" }]);
      place(SHIPPED);
      await floor.sync();
      floor.company.advance({ minutes: 1 });
      await floor.drain();
      expect(await state()).toEqual({ state: "posted", reason: null });
      expect(documents("Payment")).toMatchObject([{ UnappliedAmt: 10 }, { UnappliedAmt: 0 }]);
      expect(only("Invoice")).toMatchObject({ Balance: 0 });
    });

    it("waits as an issue with both amounts where it cannot be taken off, and goes on by itself once it is gone", async () => {
      place(older, "5000");
      await floor.sync();
      place(PAID);
      await floor.sync();
      prefer("AutoApplyCredit");
      byHand({ action: "closeBooks", value: "2026-11-05" });
      place(SHIPPED);
      const shipped = [...floor.orders.values()][0];
      if (shipped) floor.orders.set(shipped.id, { ...shipped, fulfilments: shipped.fulfilments.map((each) => ({ ...each, at: floor.company.clock.now().add({ hours: 24 * 10 }) })) });
      await floor.sync();
      expect(await state()).toMatchObject({ state: "attention", reason: expect.stringMatching(/QuickBooks put 10\.00 USD of other credit on invoice 1001 .* payment of 43\.20 USD/) as string });
      expect(documents("Invoice")).toHaveLength(1);
      byHand({ action: "reopenBooks" });
      floor.company.advance({ minutes: 16 });
      await floor.drain();
      expect(await state()).toEqual({ state: "posted", reason: null });
      expect(only("Invoice")).toMatchObject({ Balance: 0 });
    });

    it("is taken off the invoice of another order when our own new payment lands there", async () => {
      place({ fulfilled: "everything", name: "#1000" }, "5000");
      await floor.sync();
      prefer("AutoApplyPayments");
      place(PAID);
      await floor.sync();
      expect(await state()).toEqual({ state: "posted", reason: null });
      expect(only("Payment")).toMatchObject({ UnappliedAmt: 43.2 });
      expect(only("Invoice")).toMatchObject({ Balance: 43.2 });
    });
  });
});
