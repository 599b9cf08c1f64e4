/** Purchase orders through the whole pipeline into a simulated company: what keeps them waiting, what a bookkeeper did to them, lost answers, removal, and a lost record. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Order } from "#app/domain/order/order.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { type JsonObject, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { created, SHIP } from "../goldens/stories/orders.ts";
import { settingsOf } from "../goldens/tell.ts";
import { UNLESS_SHIPPED } from "../goldens/story.ts";
import { type LifeStep, openLives } from "../lives/life.ts";
import { loseEverything } from "./lost-record.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const lives = await openLives();
afterAll(() => lives[Symbol.asyncDispose]());

const BLANKETS = { sku: "BLANKET", title: "Wool blanket", vendor: "Highland Mills", quantity: 2, price: "25.00", unit_cost: "11.50" };
const LAMP = { sku: "LAMP", title: "Desk lamp", vendor: "Lumen", quantity: 1, price: "30.00" };
const ORDER = created({ line_items: [BLANKETS, LAMP] });
/** Whom the item prefers, else who is called as the product's vendor in Shopify. */
const BY_THEIR_VENDORS: Rule = { title: "Vendors ship", enabled: true, when: { all: [{ field: "line.vendor", op: "is_one_of", value: ["Highland Mills", "Lumen"] }] }, then: [{ action: "drop_ship" }] };
const HIGHLAND = { DisplayName: "Highland Mills" };
const COMPANY = {
  switches: { throttling: false }, vendors: [HIGHLAND, { DisplayName: "Lumen Ltd" }],
  items: [{ Name: "Desk lamp", Sku: "LAMP", PurchaseCost: 14.125, PrefVendorRef: { name: "Lumen Ltd" } }],
};

describe("purchase orders", () => {
  let floor: ShopFloor;
  const open = async (company: object = COMPANY): Promise<void> => {
    floor = await openShopFloor(company);
    const settings = settingsOf({ name: "", title: "", tells: "", steps: [], mode: "sales_orders_invoices_purchase_orders" });
    await floor.configure(settings, [UNLESS_SHIPPED, BY_THEIR_VENDORS]);
  };
  beforeEach(() => open());
  afterEach(() => floor[Symbol.asyncDispose]());

  const documents = (entity: string): JsonObject[] => floor.company.quickbooks.documents(floor.company.realmId, entity);
  const ordered = () => documents("PurchaseOrder").map(({ DocNumber, VendorRef, POStatus, TotalAmt }) => [DocNumber, textOf(VendorRef as JsonObject, "name"), POStatus, TotalAmt]);
  const hand = (action: object): unknown => floor.company.quickbooks.bookkeeper(floor.company.realmId, action);
  const edit = (index: number, patch: object): unknown => hand({ action: "edit", kind: "purchase_order", id: textOf(documents("PurchaseOrder")[index] ?? {}, "Id"), patch });
  const issues = async (): Promise<string[]> => (await floor.desk.home()).issues.map(({ code, sentence }) => `${code}: ${sentence}`);
  const syncAll = async (orders: readonly Order[]): Promise<string> => {
    for (const order of orders) {
      floor.orders.set(order.id, order);
      await floor.sync();
    }
    return orders.at(-1)?.id ?? "";
  };
  const MADE = [["1001-D1", "Highland Mills", "Open", 23], ["1001-D2", "Lumen Ltd", "Open", 14.13]];

  it("are made once, beside the sale, and nothing is left to do", async () => {
    const id = await syncAll(await lives.live([ORDER]));
    expect([ordered(), await floor.recorded(id)]).toEqual([MADE, { state: "posted", reason: null }]);
    expect(documents("PurchaseOrder")[0]).toMatchObject({ APAccountRef: { name: "Accounts Payable" }, ShipTo: { name: "Ada Lovelace" }, Line: [{ Amount: 23, ItemBasedExpenseLineDetail: { Qty: 2, UnitPrice: 11.5 } }] });
    expect(floor.company.quickbooks.trialBalance(floor.company.realmId).map(({ account }) => account)).toEqual(["Shopify Clearing", "Accounts Receivable"]);
    floor.calls();
    await floor.sync();
    expect(floor.calls().filter((call) => call.startsWith("POST"))).toEqual([]);
    await floor.resync(id);
    expect([ordered(), floor.calls().filter((call) => call.startsWith("POST"))]).toEqual([MADE, []]);
  });

  it("are previewed as they are made then, and the preview writes nothing", async () => {
    const [order] = await lives.live([ORDER]);
    if (!order) throw new Error("no order");
    floor.orders.set(order.id, order);
    const [previewed] = await floor.preview();
    expect(documents("PurchaseOrder")).toEqual([]);
    const told = previewed?.writes.flatMap(({ op, document }) => (document.kind === "purchase_order" ? [[op, document.number, document.vendor.name, Number(document.total.minor) / 100]] : []));
    await floor.sync();
    expect(told).toEqual(ordered().map(([number, vendor, , total]) => ["create", number, vendor, total]));
  });

  it("wait for a vendor that is not there while the rest is booked, and follow by themselves once it is", async () => {
    await floor[Symbol.asyncDispose]();
    await open({ ...COMPANY, vendors: COMPANY.vendors.slice(1) });
    const id = await syncAll(await lives.live([ORDER]));
    expect([documents("Estimate").length, documents("Payment").length, ordered()]).toEqual([1, 1, [["1001-D1", "Lumen Ltd", "Open", 14.13]]]);
    expect(await floor.recorded(id)).toMatchObject({ state: "attention", reason: expect.stringContaining('no vendor "Highland Mills"') as string });
    expect(await issues()).toEqual([expect.stringContaining("vendor_missing")]);
    hand({ action: "create", kind: "vendor", value: HIGHLAND });
    floor.company.advance({ minutes: 20 });
    await floor.drain();
    expect([ordered(), await issues(), await floor.recorded(id)]).toEqual([[["1001-D1", "Lumen Ltd", "Open", 14.13], ["1001-D2", "Highland Mills", "Open", 23]], [], { state: "posted", reason: null }]);
  });

  it("are not sent where the company's preferences forbid them, and follow once they are switched on", async () => {
    hand({ action: "setPreferences", value: { "ProductAndServicesPrefs.InventoryAndPurchaseOrder": false } });
    await syncAll(await lives.live([ORDER]));
    expect(await issues()).toEqual([expect.stringContaining("purchase_orders_off")]);
    expect(floor.calls().filter((call) => call.includes("purchaseorder"))).toEqual([]);
    hand({ action: "setPreferences", value: { "ProductAndServicesPrefs.InventoryAndPurchaseOrder": true } });
    floor.company.advance({ minutes: 20 });
    await floor.drain();
    expect([ordered(), await issues()]).toEqual([MADE, []]);
  });

  it("tell what to do where QuickBooks says that the plan has none (5020)", async () => {
    const facts = await lives.live([ORDER]);
    await syncAll(await lives.live([created({ name: "#1000", line_items: [{ sku: "MUG", title: "Mug", quantity: 1, price: "1.00" }] })]));
    // Read as allowed, and switched off before anything is sent.
    hand({ action: "setPreferences", value: { "ProductAndServicesPrefs.InventoryAndPurchaseOrder": false } });
    await syncAll(facts);
    expect(await issues()).toEqual([expect.stringContaining("feature_not_supported: The QuickBooks subscription does not include what POST /purchaseorder needs")]);
    expect(documents("Payment")).toHaveLength(2);
  });

  it("follow an order that is cancelled before it ships: they are closed", async () => {
    const id = await syncAll(await lives.live([ORDER, { do: "cancel", refund: true }]));
    expect(ordered()).toEqual([["1001-D1", "Highland Mills", "Closed", 23], ["1001-D2", "Lumen Ltd", "Closed", 14.13]]);
    expect(await floor.recorded(id)).toEqual({ state: "posted", reason: null });
  });

  const ONE_BACK: LifeStep = { do: "refund", lines: [{ sku: "BLANKET", quantity: 1, restock: true }] };

  it("are lowered by what is refunded before it ships", async () => {
    await syncAll(await lives.live([ORDER, ONE_BACK]));
    expect(ordered()).toEqual([["1001-D1", "Highland Mills", "Open", 11.5], MADE[1]]);
  });

  it.each<[string, object, string]>([
    ["e-mailed", { EmailStatus: "EmailSent" }, "Tell the vendor"], ["closed by a person", { POStatus: "Closed" }, "Open it again"],
    ["changed by a person", { Line: [{ Amount: 20, DetailType: "ItemBasedExpenseLineDetail", ItemBasedExpenseLineDetail: { ItemRef: { name: "BLANKET" }, Qty: 2, UnitPrice: 10 } }] }, "Change it in QuickBooks"],
  ])("that were %s stay as they are when the order changes, and the order goes on", async (_how, patch, remedy) => {
    const orders = await lives.live([ORDER, ONE_BACK, SHIP]);
    await syncAll(orders.slice(0, 1));
    edit(0, patch);
    const before = documents("PurchaseOrder")[0];
    const id = await syncAll(orders.slice(1));
    expect(documents("PurchaseOrder")[0]).toEqual(before);
    expect([documents("Invoice").length, (await floor.recorded(id)).state]).toEqual([1, "attention"]);
    expect((await floor.desk.home()).issues.map(({ code, remedy: told }) => [code, told.startsWith(remedy)])).toEqual([["purchase_order_stays", true]]);
  });

  it("that a person changed as the order asks are taken as they are, and nothing is sent", async () => {
    const orders = await lives.live([ORDER, ONE_BACK]);
    await syncAll(orders.slice(0, 1));
    edit(0, { EmailStatus: "EmailSent", Line: [{ Amount: 11.5, DetailType: "ItemBasedExpenseLineDetail", ItemBasedExpenseLineDetail: { ItemRef: { name: "BLANKET" }, Qty: 1, UnitPrice: 11.5 } }] });
    floor.calls();
    await syncAll(orders.slice(1));
    expect([floor.calls().filter((call) => call.startsWith("POST /purchaseorder")), await issues()]).toEqual([[], []]);
  });

  it("whose answer was lost are found again and made once", async () => {
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /purchaseorder", nth: 1, do: "commitThenDrop" }]);
    const [order] = await lives.live([ORDER]);
    const id = await syncAll(order ? [order] : []);
    floor.company.advance({ minutes: 10 });
    await floor.drain();
    expect([ordered(), await floor.recorded(id)]).toEqual([MADE, { state: "posted", reason: null }]);
  });

  it("that a person deleted come back by a resync only", async () => {
    const id = await syncAll(await lives.live([ORDER]));
    hand({ action: "delete", kind: "purchase_order", id: textOf(documents("PurchaseOrder")[0] ?? {}, "Id") });
    await floor.sync();
    expect(ordered()).toEqual([MADE[1]]);
    await floor.resync(id);
    expect(ordered().toSorted()).toEqual(MADE);
  });

  it("leave with the order when a person removes it", async () => {
    const id = await syncAll(await lives.live([ORDER]));
    await floor.ask({ orderId: id, kind: "remove" });
    expect([ordered(), documents("Estimate"), documents("Payment")]).toEqual([[], [], []]);
    await floor.resync(id);
    expect(ordered()).toEqual(MADE);
  });

  it("of an order whose record was lost are adopted by their marker", async () => {
    const id = await syncAll(await lives.live([ORDER]));
    floor.company.advance({ hours: 30 });
    await loseEverything(floor.prisma, floor);
    floor.calls();
    await floor.sync();
    expect([ordered(), floor.calls().filter((call) => call.startsWith("POST")), await floor.recorded(id)]).toEqual([MADE, [], { state: "posted", reason: null }]);
    // The record is whole again: the order's changes are followed.
    await floor.ask({ orderId: id, kind: "remove" });
    expect(ordered()).toEqual([]);
  });
});
