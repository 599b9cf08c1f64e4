import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleOrder } from "#app/domain/order/sample-order.ts";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import type { FoundDocument } from "#app/domain/issues/issue.ts";
import { type JsonObject, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const ORDER = "gid://shopify/Order/5001";

describe("a document in the books that has the order's number (A29)", () => {
  let floor: ShopFloor;
  beforeEach(async () => {
    floor = await openShopFloor();
    await floor.configure({ mode: "invoices_payments" }, []);
  });
  afterEach(() => floor[Symbol.asyncDispose]());

  const documents = (entity: string): JsonObject[] => floor.company.quickbooks.documents(floor.company.realmId, entity);
  const state = () => floor.recorded(ORDER);
  const bookByHand = (customer: string, amount: number): string => {
    const line = { Amount: amount, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { name: "Goods" }, Qty: 1, UnitPrice: amount, TaxCodeRef: { value: "NON" } } };
    const made = floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "create", kind: "invoice", value: { CustomerRef: { name: customer }, DocNumber: "1001", Line: [line] } });
    return textOf(made, "Id") ?? "";
  };
  const place = async (): Promise<void> => {
    floor.orders.set(ORDER, { ...sampleOrder({ paid: ["43.20"], fulfilled: "everything" }), id: ORDER });
    await floor.sync();
  };
  const found = async (): Promise<FoundDocument | null> => (await floor.desk.order(ORDER))?.issues[0]?.found ?? null;
  const linkFound = async (): Promise<void> => {
    const document = await found();
    if (document === null) throw new Error("the issue names no document");
    await floor.ask({ orderId: ORDER, kind: "link", found: document, asItIs: document.differs });
  };

  it("is named by the issue, and becomes the order's when a person links it and customer and total agree", async () => {
    const id = bookByHand("Ada Lovelace", 43.2);
    await place();
    expect(await state()).toMatchObject({ state: "attention", reason: expect.stringContaining("already has another invoice numbered 1001") as string });
    expect(await found()).toEqual({ kind: "invoice", part: "1", ledgerId: id, differs: false });
    expect(documents("Payment")).toEqual([]);

    await linkFound();
    expect(await state()).toEqual({ state: "posted", reason: null });
    expect(documents("Invoice")).toMatchObject([{ Id: id, Balance: 0 }]);
    expect(documents("Payment")).toMatchObject([{ UnappliedAmt: 0 }]);
    floor.calls();
    await floor.sync();
    expect(floor.calls()).toEqual([]);
  });

  it("shows both figures when they differ, and takes it as it is only when a person says so", async () => {
    const id = bookByHand("Ada Lovelace", 50);
    await place();
    await linkFound();
    expect(await state()).toMatchObject({ state: "attention", reason: "The invoice 1001 was not linked to order #1001. It comes to 50.00 USD; Shopify's figures give 43.20 USD." });
    expect(documents("Payment")).toEqual([]);
    await floor.sync();
    expect(await found()).toMatchObject({ ledgerId: id, differs: true });

    await linkFound();
    expect(documents("Invoice")).toMatchObject([{ Id: id, TotalAmt: 50, Balance: 6.8 }]);
    expect(documents("Payment")).toMatchObject([{ UnappliedAmt: 0 }]);
    expect(await state()).toMatchObject({ state: "attention", reason: expect.stringContaining("QuickBooks holds 50.00 as invoice total of order #1001") as string });
  });

  it("says so when it belongs to another customer", async () => {
    bookByHand("Somebody Else", 43.2);
    await place();
    await linkFound();
    expect(await state()).toMatchObject({ state: "attention", reason: expect.stringContaining("It comes to 43.20 USD for another customer") as string });
    expect(documents("Invoice")).toHaveLength(1);
  });

  it("belongs to another customer where QuickBooks does not know the order's and settings make none", async () => {
    await floor.configure({ mode: "invoices_payments", options: { ...DEFAULT_SETTINGS.options, unknownCustomers: "wait" } }, []);
    const id = bookByHand("Somebody Else", 43.2);
    await place();
    await floor.ask({ orderId: ORDER, kind: "link", found: { kind: "invoice", part: "1", ledgerId: id, differs: false } });
    expect(await state()).toMatchObject({ state: "attention", reason: expect.stringContaining("It comes to 43.20 USD for another customer") as string });
    await linkFound();
    expect(documents("Invoice")).toMatchObject([{ Id: id }]);
    expect(await state()).toMatchObject({ state: "attention", reason: 'QuickBooks has no customer "Ada Lovelace", and your settings say that customers are made by hand.' });
  });

  it("is linked by itself once the bookkeeper corrected it", async () => {
    const id = bookByHand("Ada Lovelace", 50);
    await place();
    await linkFound();
    const [line = {}] = documents("Invoice")[0]?.["Line"] as JsonObject[];
    const corrected = { ...line, Amount: 43.2, SalesItemLineDetail: { ...(line["SalesItemLineDetail"] as JsonObject), UnitPrice: 43.2 } };
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "edit", kind: "invoice", id, patch: { Line: [corrected] } });
    floor.company.advance({ minutes: 16 });
    await floor.drain();
    expect(await state()).toEqual({ state: "posted", reason: null });
    expect(documents("Invoice")).toMatchObject([{ Id: id, Balance: 0 }]);
  });

  it("is left alone when a person leaves the order out", async () => {
    const id = bookByHand("Ada Lovelace", 43.2);
    await place();
    await floor.ask({ orderId: ORDER, kind: "leave_out" });
    expect(await state()).toMatchObject({ state: "skipped" });
    expect(documents("Invoice")).toMatchObject([{ Id: id, Balance: 43.2 }]);
    expect((await floor.desk.order(ORDER))?.issues).toEqual([]);
  });
});
