/** QuickBooks bundles through the whole pipeline into a simulated company: read by id, expanded, kept with their orders, and what is wrong with one told with its remedy. */
import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { Order } from "#app/domain/order/order.ts";
import { type JsonObject, objectOf, objectsOf, refOf, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { created, SHIP } from "../goldens/stories/orders.ts";
import { UNLESS_SHIPPED } from "../goldens/story.ts";
import { settingsOf } from "../goldens/tell.ts";
import { openLives } from "../lives/life.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const lives = await openLives();
afterAll(() => lives[Symbol.asyncDispose]());

/** Two mugs at 9.00 and a tea at 4.50 are sold for 25.00. */
const holds = (...parts: [name: string, quantity: number][]): JsonObject => ({ ItemGroupDetail: { ItemGroupLine: parts.map(([name, Qty]) => ({ ItemRef: { name }, Qty })) } });
const COMPANY = {
  accounts: [{ Name: "Sales of Tea", AccountType: "Income", AccountSubType: "SalesOfProductIncome" }],
  items: [
    { Name: "Mug", Sku: "MUG", UnitPrice: 9 },
    { Name: "Tea", UnitPrice: 4.5, IncomeAccountRef: { name: "Sales of Tea" } },
    { Name: "Bowl", UnitPrice: 12 },
    { Name: "Gift set", Sku: "GIFT", Type: "Group", ...holds(["Mug", 2], ["Tea", 1]) },
  ],
};
const GIFT = { sku: "GIFT", title: "Gift set", quantity: 2, price: "25.00" };
const ORDER = created({ line_items: [GIFT] });

describe("bundles", () => {
  let floor: ShopFloor;
  const open = async (company: object = COMPANY): Promise<void> => {
    floor = await openShopFloor(company);
    await floor.configure(settingsOf({ name: "", title: "", tells: "", steps: [] }), [UNLESS_SHIPPED]);
  };
  afterEach(() => floor[Symbol.asyncDispose]());

  const documents = (entity: string): JsonObject[] => floor.company.quickbooks.documents(floor.company.realmId, entity);
  const items = (): JsonObject[] => documents("Item");
  const editItem = (name: string, patch: object): unknown => floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "edit", kind: "Item", id: textOf(items().find((row) => textOf(row, "Name")?.startsWith(name)) ?? {}, "Id"), patch });
  const lines = (entity: string, index = 0): unknown[] => objectsOf(documents(entity)[index] ?? {}, "Line").filter(({ DetailType }) => DetailType === "SalesItemLineDetail").map((line) => {
    const detail = objectOf(line, "SalesItemLineDetail");
    return [items().find((row) => row["Id"] === refOf(detail, "ItemRef"))?.["Name"], detail["Qty"], line["Amount"]];
  });
  const balances = (): Record<string, string> => Object.fromEntries(floor.company.quickbooks.trialBalance(floor.company.realmId).map(({ account, debit, credit }) => [account, debit === "0.00" ? `-${credit}` : debit]));
  const issues = async (): Promise<string[]> => (await floor.desk.home()).issues.map(({ code, sentence, remedy }) => `${code}: ${sentence} ${remedy}`);
  const sync = async (orders: readonly Order[]): Promise<string> => {
    for (const order of orders) {
      floor.orders.set(order.id, order);
      await floor.sync();
    }
    return orders.at(-1)?.id ?? "";
  };

  const SOLD = [["Mug", 4, 36], ["Tea", 2, 9], ["Bundle price difference", undefined, 5]];

  it("become what they hold, each on its own account, and the difference stands on an item of its own", async () => {
    await open();
    const id = await sync(await lives.live([ORDER, SHIP]));
    expect(await floor.recorded(id)).toEqual({ state: "posted", reason: null });
    expect([lines("Estimate"), lines("Invoice")]).toEqual([SOLD, SOLD]);
    expect(balances()).toEqual({ "Shopify Clearing": "50.00", "Sales of Product Income": "-41.00", "Sales of Tea": "-9.00" });
    // Only the difference's item was made.
    expect(items().map(({ Name }) => Name)).toEqual(["Mug", "Tea", "Bowl", "Gift set", "Bundle price difference"]);
  });

  it("are read in one call more than other items, for all orders of a batch", async () => {
    await open();
    const orders = (await lives.ends([[created({ name: "#1001", line_items: [GIFT] })], [created({ name: "#1002", line_items: [GIFT, { sku: "MUG", title: "Mug", quantity: 1, price: "9.00" }] })]]));
    for (const order of orders) floor.orders.set(order.id, order);
    const reads = async (): Promise<number> => {
      floor.calls();
      await floor.sync();
      return floor.company.quickbooks.requests(floor.company.realmId).filter(({ query }) => String(query["query"] ?? "").includes("FROM Item WHERE Id IN")).length;
    };
    expect(await reads()).toBe(1);
    // Bound by then: the bundle is asked for by its id, and then what it holds.
    expect(await reads()).toBe(3);
    expect(documents("Estimate").length).toBe(2);
  });

  it("are previewed as they are made then", async () => {
    await open();
    const [order] = await lives.live([ORDER]);
    if (!order) throw new Error("no order");
    floor.orders.set(order.id, order);
    const [previewed] = await floor.preview();
    const told = previewed?.writes.flatMap(({ document }) => (document.kind === "sales_order" ? document.lines.map(({ description, quantity, amount }) => [description, quantity, Number(amount.minor) / 100]) : []));
    expect(told).toEqual([["Gift set: Mug", 4, 36], ["Gift set: Tea", 2, 9], ["Gift set: bundle price difference", null, 5]]);
    expect([documents("Estimate"), items().length]).toEqual([[], 4]);
  });

  it("stay with their orders as they were sold, while new orders have them as they are now", async () => {
    await open();
    const [paid, shipped, returned] = await lives.live([ORDER, SHIP, { do: "refund", lines: [{ sku: "GIFT", quantity: 1, restock: true }] }]);
    if (!paid || !shipped || !returned) throw new Error("no orders");
    await sync([paid]);
    editItem("Gift set", holds(["Bowl", 1], ["Tea", 1]));
    editItem("Tea", { UnitPrice: 7 });
    floor.calls();
    await floor.resync(paid.id);
    expect(floor.calls().filter((call) => call.startsWith("POST"))).toEqual([]);
    await sync([shipped]);
    expect(lines("Invoice")).toEqual(SOLD);
    const [next] = await lives.live([created({ name: "#1002", line_items: [GIFT] })]);
    if (!next) throw new Error("no order");
    await sync([returned, next]);
    expect(lines("RefundReceipt")).toEqual([["Mug", 2, 18], ["Tea", 1, 4.5], ["Bundle price difference", undefined, 2.5]]);
    expect(lines("Estimate", 1)).toEqual([["Bowl", 2, 24], ["Tea", 2, 14], ["Bundle price difference", undefined, 12]]);
    expect(balances()).toMatchObject({ "Sales of Product Income": "-20.50", "Sales of Tea": "-4.50" });
  });

  it("wait for an item of theirs that is not in use any more, and go on by themselves once it is", async () => {
    await open();
    editItem("Tea", { Active: false });
    const id = await sync(await lives.live([ORDER]));
    expect([await floor.recorded(id), documents("Estimate"), documents("Payment")]).toMatchObject([{ state: "attention" }, [], []]);
    expect(await issues()).toEqual([expect.stringMatching(/^bundle_incomplete: .*"Gift set" holds "Tea.*out of the bundle "Gift set"/)]);
    editItem("Tea", { Active: true, Name: "Tea" });
    floor.company.advance({ minutes: 20 });
    await floor.drain();
    expect([await floor.recorded(id), await issues(), lines("Estimate")]).toEqual([{ state: "posted", reason: null }, [], SOLD]);
  });

  it("wait for an item that went out of use after it was sold, named by QuickBooks' refusal", async () => {
    await open();
    const [paid, shipped] = await lives.live([ORDER, SHIP]);
    if (!paid || !shipped) throw new Error("no orders");
    await sync([paid]);
    editItem("Tea", { Active: false });
    await sync([shipped]);
    expect(await issues()).toEqual([expect.stringMatching(/^item_missing: The item "Tea" was made inactive/)]);
    editItem("Tea", { Active: true, Name: "Tea" });
    floor.company.advance({ minutes: 20 });
    await floor.drain();
    expect([await issues(), lines("Invoice")]).toEqual([[], SOLD]);
  });

  it("that are not in use any more are told, and follow the item that was made in their place", async () => {
    await open();
    await sync(await lives.live([ORDER]));
    editItem("Gift set", { Active: false });
    const [next] = await lives.live([created({ name: "#1002", line_items: [GIFT] })]);
    if (!next) throw new Error("no order");
    await sync([next]);
    expect(await issues()).toEqual([expect.stringMatching(/^item_missing: The item "Gift set" was made inactive/)]);
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "create", kind: "Item", value: { Name: "Gift set", Sku: "GIFT", Type: "Group", ...holds(["Bowl", 2]) } });
    floor.company.advance({ minutes: 20 });
    await floor.drain();
    expect([await issues(), lines("Estimate", 1)]).toEqual([[], [["Bowl", 4, 48], ["Bundle price difference", undefined, 2]]]);
  });

  it("of a product's name only do as well, and one that has the name of a charge is not taken for it", async () => {
    await open({ ...COMPANY, items: [...COMPANY.items.map((row) => (row.Name === "Gift set" ? { ...row, Sku: "" } : row)), { Name: "Shipping", Type: "Group", ...holds(["Mug", 1]) }] });
    const id = await sync(await lives.live([created({ shipping: "6.00", line_items: [{ ...GIFT, sku: "" }] })]));
    expect(await floor.recorded(id)).toMatchObject({ state: "attention" });
    expect(await issues()).toEqual([expect.stringContaining('the name "Shipping" is taken by a bundle')]);
  });

  it("are bought as what they hold, each item from its own vendor at its own cost", async () => {
    const bought = { Mug: { PurchaseCost: 4, PrefVendorRef: { name: "Potters" } }, Tea: { PurchaseCost: 1.125, PrefVendorRef: { name: "Leaves" } } } as const;
    await open({ ...COMPANY, vendors: [{ DisplayName: "Potters" }, { DisplayName: "Leaves" }], items: COMPANY.items.map((row) => ({ ...row, ...(row.Name === "Mug" || row.Name === "Tea" ? bought[row.Name] : {}) })) });
    await floor.configure(settingsOf({ name: "", title: "", tells: "", steps: [], mode: "sales_orders_invoices_purchase_orders" }), [UNLESS_SHIPPED, { title: "Vendors ship", enabled: true, when: { all: [] }, then: [{ action: "drop_ship" }] }]);
    const [paid, lowered] = await lives.live([ORDER, { do: "refund", lines: [{ sku: "GIFT", quantity: 1, restock: true }] }]);
    if (!paid || !lowered) throw new Error("no orders");
    const ordered = (): unknown[] => documents("PurchaseOrder").map(({ DocNumber, VendorRef, Line }) => [DocNumber, (VendorRef as JsonObject)["name"], (Line as JsonObject[]).map((line) => [objectOf(line, "ItemBasedExpenseLineDetail")["Qty"], line["Amount"]])]);
    await sync([paid]);
    expect(ordered()).toEqual([["1001-D1", "Potters", [[4, 16]]], ["1001-D2", "Leaves", [[2, 2.25]]]]);
    await sync([lowered]);
    expect([ordered(), await issues()]).toEqual([[["1001-D1", "Potters", [[2, 8]]], ["1001-D2", "Leaves", [[1, 1.13]]]], []]);
  });
});
