/** Refunds in the middle of other things: settings that change, documents that a bookkeeper takes away, a company that applies credit by itself. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { type JsonObject, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { SHIP, TWO_LINES, unpaid } from "../goldens/stories/orders.ts";
import { rulesOf, settingsOf } from "../goldens/tell.ts";
import { UNLESS_SHIPPED } from "../goldens/story.ts";
import { type LifeStep, openLives } from "../lives/life.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const lives = await openLives();
afterAll(() => lives[Symbol.asyncDispose]());

describe("a refund", () => {
  let floor: ShopFloor;
  beforeEach(async () => { floor = await openShopFloor({ switches: { throttling: false } }); });
  afterEach(() => floor[Symbol.asyncDispose]());

  const documents = (entity: string): JsonObject[] => floor.company.quickbooks.documents(floor.company.realmId, entity);
  const balance = (account: string): string | undefined => {
    const row = floor.company.quickbooks.trialBalance(floor.company.realmId).find((each) => each.account === account);
    return row && (row.debit === "0.00" ? `-${row.credit}` : row.debit);
  };
  const configure = (mode: Parameters<typeof settingsOf>[0]["mode"], rules = rulesOf({ name: "", title: "", tells: "", steps: [] })) =>
    floor.configure(settingsOf({ name: "", title: "", tells: "", steps: [], ...(mode && { mode }) }), rules);

  it("whose payments are switched on after its credit memo was spent ends with receivables of 0", async () => {
    await configure("invoices", []);
    const orders = await lives.live([TWO_LINES, SHIP, { do: "refund", lines: [{ sku: "LAMP", quantity: 1 }] }]);
    for (const order of orders) {
      floor.orders.set(order.id, order);
      await floor.sync();
    }
    expect(balance("Accounts Receivable")).toBe("60.00");
    await configure("invoices_payments", []);
    await floor.sync();
    expect(await floor.recorded(orders[0]?.id ?? "")).toEqual({ state: "posted", reason: null });
    expect([balance("Accounts Receivable"), balance("Shopify Clearing")]).toEqual([undefined, "60.00"]);
  });

  it("before shipping that a bookkeeper deleted does not keep the payment from the invoice; a resync makes it again", async () => {
    await configure("sales_orders_invoices_payments", [UNLESS_SHIPPED]);
    const steps: LifeStep[] = [TWO_LINES, { do: "refund", lines: [{ sku: "LAMP", quantity: 1, restock: true }] }, SHIP];
    const orders = await lives.live(steps);
    for (const order of orders.slice(0, 2)) {
      floor.orders.set(order.id, order);
      await floor.sync();
    }
    const [refund] = documents("Purchase");
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "delete", kind: "customer_refund", id: textOf(refund ?? {}, "Id") ?? "" });
    const last = orders.at(-1);
    if (!last) throw new Error("the order has not shipped");
    floor.orders.set(last.id, last);
    // The first time QuickBooks says that something the payment names is gone.
    await floor.sync();
    await floor.sync();
    expect(documents("Purchase")).toHaveLength(0);
    expect(documents("Invoice")).toMatchObject([{ Balance: 0 }]);
    await floor.resync(last.id);
    expect([documents("Purchase").length, balance("Accounts Receivable"), balance("Shopify Clearing")]).toEqual([1, undefined, "60.00"]);
  });

  it("of an order whose payment a bookkeeper took out is not given back by itself", async () => {
    await configure("sales_orders_invoices_payments", [UNLESS_SHIPPED]);
    const orders = await lives.live([TWO_LINES, { do: "cancel", refund: true }]);
    const [placed, cancelled] = orders;
    if (!placed || !cancelled) throw new Error("the order was not cancelled");
    floor.orders.set(placed.id, placed);
    await floor.sync();
    const [payment] = documents("Payment");
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "delete", kind: "payment", id: textOf(payment ?? {}, "Id") ?? "" });
    await floor.sync("person");
    const [again] = documents("Payment");
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "delete", kind: "payment", id: textOf(again ?? {}, "Id") ?? "" });
    floor.orders.set(cancelled.id, cancelled);
    await floor.sync();
    await floor.sync();
    expect(documents("Purchase").length * documents("Payment").length).toBe(0);
  });

  it("whose credit memo a person spent elsewhere while QuickBooks was down is not taken from her; once she gives it back, the order goes on by itself", async () => {
    await configure("invoices", []);
    const { quickbooks, realmId } = floor.company;
    const byHand = (action: object): JsonObject => quickbooks.bookkeeper(realmId, action);
    const orders = await lives.live([TWO_LINES, SHIP, { do: "refund", lines: [{ sku: "LAMP", quantity: 1 }] }]);
    quickbooks.setFaults(realmId, [{ on: "POST /payment", nth: 1, times: 9, do: "status", status: 503 }]);
    for (const order of orders) {
      floor.orders.set(order.id, order);
      await floor.sync();
    }
    const [memo = {}] = documents("CreditMemo");
    const [ours = {}] = documents("Invoice");
    floor.company.advance({ hours: 1 });
    const { CustomerRef, Line } = ours;
    const other = byHand({ action: "create", kind: "invoice", value: { CustomerRef, Line, DocNumber: "BY-HAND" } });
    const lines = [[other["Id"], "Invoice"], [memo["Id"], "CreditMemo"]].map(([TxnId, TxnType]) => ({ Amount: memo["TotalAmt"], LinkedTxn: [{ TxnId, TxnType }] }));
    const spent = byHand({ action: "create", kind: "payment", value: { CustomerRef, TotalAmt: 0, Line: lines } });
    quickbooks.setFaults(realmId, []);
    await floor.drain();
    expect(await floor.recorded(orders[0]?.id ?? "")).toMatchObject({ state: "attention", reason: expect.stringContaining("is spent on something else in QuickBooks") as string });
    expect(documents("Payment")).toMatchObject([{ Id: spent["Id"] }]);
    byHand({ action: "delete", kind: "payment", id: spent["Id"] });
    floor.company.advance({ hours: 2 });
    await floor.drain();
    expect(await floor.recorded(orders[0]?.id ?? "")).toEqual({ state: "posted", reason: null });
    expect(documents("CreditMemo")).toMatchObject([{ RemainingCredit: 0 }]);
  });

  it("is removed from the books whole, and made again on a resync", async () => {
    await configure("invoices_payments", []);
    const orders = await lives.live([unpaid(TWO_LINES), { do: "pay", amount: "62.40" }, SHIP, { do: "refund", lines: [{ sku: "LAMP", quantity: 1 }, { sku: "BLANKET", quantity: 1 }] }]);
    for (const order of orders) {
      floor.orders.set(order.id, order);
      await floor.sync();
    }
    const [order] = orders;
    const kinds = () => ["Invoice", "Payment", "CreditMemo", "Purchase"].map((entity) => documents(entity).length);
    expect(kinds()).toEqual([1, 2, 1, 1]);
    await floor.ask({ orderId: order?.id ?? "", kind: "remove" });
    expect(kinds()).toEqual([0, 0, 0, 0]);
    await floor.resync(order?.id ?? "");
    expect([balance("Accounts Receivable"), balance("Shopify Clearing")]).toEqual([undefined, "33.00"]);
  });
});
