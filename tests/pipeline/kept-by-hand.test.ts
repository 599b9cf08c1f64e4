import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sample, sampleOrder } from "#app/domain/order/sample-order.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { type JsonObject, objectsOf, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { SHIP, TWO_LINES, unpaid } from "../goldens/stories/orders.ts";
import { openLives } from "../lives/life.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const lives = await openLives();
afterAll(() => lives[Symbol.asyncDispose]());

const INVOICE_WHEN_SHIPPED: Rule = {
  title: "Invoice when it ships", enabled: true,
  when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }],
};
const LINES = [{ sku: "TEE", price: "20.00", quantity: 2, tax: "3.20" }, { sku: "MUG", price: "10.00" }];
const UNPAID: Sample = { lines: LINES };
const PAID: Sample = { lines: LINES, paid: ["53.20"] };
const SHIPPED: Sample = { ...PAID, fulfilled: "everything" };
const GID = "gid://shopify/Order/5001";
const classed = { "AccountingInfoPrefs.ClassTrackingPerTxn": true, "AccountingInfoPrefs.ClassTrackingPerTxnLine": true };

/** Story A26. */
describe("what a bookkeeper put on the sales order before it shipped", () => {
  let floor: ShopFloor;
  beforeEach(async () => {
    floor = await openShopFloor({ preferences: classed, classes: [{ Name: "Wholesale" }, { Name: "Online" }] });
    await floor.configure({}, [INVOICE_WHEN_SHIPPED]);
  });
  afterEach(() => floor[Symbol.asyncDispose]());

  const sync = async (sample: Sample, origin?: "person"): Promise<void> => {
    floor.orders.set(GID, { ...sampleOrder(sample), id: GID });
    await floor.sync(origin);
  };
  const documents = (entity: string): JsonObject[] => floor.company.quickbooks.documents(floor.company.realmId, entity);
  const only = (entity: string): JsonObject => {
    const [row, second] = documents(entity);
    if (!row || second) throw new Error(`one ${entity} was expected`);
    return row;
  };
  const edit = (patch: object): unknown => floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "edit", kind: "sales_order", id: textOf(only("Estimate"), "Id") ?? "", patch });
  /** The second line gets a class of its own. */
  const classedLines = (): JsonObject[] => objectsOf(only("Estimate"), "Line").map((line, index) =>
    index === 1 ? { ...line, SalesItemLineDetail: { ...(line["SalesItemLineDetail"] as JsonObject), ClassRef: { name: "Online" } } } : line);
  const classesOf = (row: JsonObject): unknown[] => objectsOf(row, "Line").filter((line) => line["DetailType"] === "SalesItemLineDetail")
    .map((line) => ((line["SalesItemLineDetail"] as JsonObject)["ClassRef"] as JsonObject | undefined)?.["name"] ?? null);
  const byHand = { ClassRef: { name: "Wholesale" }, PrivateNote: "Ring before delivery", CustomField: [{ DefinitionId: "1", Type: "StringType", StringValue: "Crew 7" }] };
  const kept = { TotalAmt: 53.2, Balance: 0, ClassRef: { name: "Wholesale" }, CustomField: [{ StringValue: "Crew 7" }] };

  it("stands on the invoice: class of header and lines, memo and custom field; the marker is the invoice's own", async () => {
    await sync(PAID);
    edit({ ...byHand, Line: classedLines() });
    await sync(SHIPPED);
    const invoice = only("Invoice");
    expect(invoice).toMatchObject(kept);
    expect(textOf(invoice, "PrivateNote")).toMatch(/^Ring before delivery\n\[tieout [^/]+\/5001\/invoice\/1\]$/);
    expect(classesOf(invoice)).toEqual([null, "Online"]);
    expect(await floor.recorded(GID)).toEqual({ state: "posted", reason: null });
  });

  it("costs one query for a whole batch and no further read where nobody edited anything", async () => {
    const others = [1, 2, 3].map((number) => ({ id: `gid://shopify/Order/600${number}`, name: `#200${number}` }));
    const all = (sample: Sample): void => others.forEach((other) => floor.orders.set(other.id, { ...sampleOrder(sample), ...other }));
    all(SHIPPED);
    await floor.sync();
    floor.orders.clear();
    await sync(UNPAID);
    floor.orders.clear();
    others.splice(0, 3, ...[4, 5, 6].map((number) => ({ id: `gid://shopify/Order/600${number}`, name: `#200${number}` })));
    all(PAID);
    await floor.sync();
    floor.calls();
    all(SHIPPED);
    await floor.sync();
    const calls = floor.calls();
    expect(calls.filter((call) => call.startsWith("GET"))).toEqual(["GET /query 200"]);
    expect(calls.filter((call) => call === "POST /invoice 200")).toHaveLength(3);
    floor.calls();
    // Paid and shipped at once: its sales order is made in the same run, so nobody can have edited it.
    floor.orders.clear();
    floor.orders.set("gid://shopify/Order/6009", { ...sampleOrder(SHIPPED), id: "gid://shopify/Order/6009", name: "#2009" });
    await floor.sync();
    expect(floor.calls().filter((call) => call.startsWith("GET"))).toEqual([]);
  });

  it.each([["when a payment comes in", undefined], ["when a person asks for the order", "person" as const]])("is not lost %s before it ships", async (_, origin) => {
    await sync(UNPAID);
    edit({ ...byHand, Line: classedLines() });
    await sync(PAID, origin);
    expect(only("Estimate")).toMatchObject({ TxnStatus: "Accepted", ClassRef: { name: "Wholesale" } });
    expect(classesOf(only("Estimate"))).toEqual([null, "Online"]);
    await sync(SHIPPED);
    expect(only("Invoice")).toMatchObject(kept);
    expect(classesOf(only("Invoice"))).toEqual([null, "Online"]);
  });

  it("waits where it is another price, with both figures, and goes on once it is set back", async () => {
    await sync(PAID);
    const before = objectsOf(only("Estimate"), "Line");
    const dearer = before.map((line, index) => (index === 1 ? { ...line, Amount: 15, SalesItemLineDetail: { ...(line["SalesItemLineDetail"] as JsonObject), UnitPrice: 15 } } : line));
    edit({ ClassRef: { name: "Wholesale" }, Line: dearer });
    await sync(SHIPPED);
    expect(documents("Invoice")).toEqual([]);
    expect(await floor.recorded(GID)).toEqual({
      state: "attention",
      reason: "The sales order of order #1001 was changed in QuickBooks: it comes to 58.20 USD now, Shopify's figures give 53.20 USD. Its invoice waits.",
    });
    edit({ Line: before });
    floor.company.advance({ minutes: 16 });
    await floor.drain();
    expect(only("Invoice")).toMatchObject({ TotalAmt: 53.2, Balance: 0, ClassRef: { name: "Wholesale" } });
    expect(await floor.recorded(GID)).toEqual({ state: "posted", reason: null });
  });

  it("stays on the invoice when the order is edited, and so does what she put on the invoice itself", async () => {
    await floor.configure({ mode: "invoices" }, []);
    const [placed, shipped, edited] = await lives.live([unpaid(TWO_LINES), SHIP, { do: "edit", add: [{ sku: "MUG", quantity: 1, price: "12.00" }] }]);
    if (!placed || !shipped || !edited) throw new Error("the order was not edited");
    floor.orders.set(shipped.id, shipped);
    await floor.sync();
    const lines = objectsOf(only("Invoice"), "Line").map((line, index) =>
      index === 1 ? { ...line, SalesItemLineDetail: { ...(line["SalesItemLineDetail"] as JsonObject), ClassRef: { name: "Online" } } } : line);
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "edit", kind: "invoice", id: textOf(only("Invoice"), "Id") ?? "", patch: { ClassRef: { name: "Wholesale" }, Line: lines } });
    const before = classesOf(only("Invoice"));
    expect(before.slice(0, 2)).toEqual([null, "Online"]);
    floor.orders.set(edited.id, edited);
    await floor.sync();
    expect(only("Invoice")).toMatchObject({ ClassRef: { name: "Wholesale" } });
    expect(classesOf(only("Invoice")).filter((each) => each !== null)).toEqual(["Online"]);
    expect(objectsOf(only("Invoice"), "Line").length).toBeGreaterThan(lines.length);
    expect(await floor.recorded(edited.id)).toEqual({ state: "posted", reason: null });
  });
});
