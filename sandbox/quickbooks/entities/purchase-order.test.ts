import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../wire/json.ts";
import { codeOf, openCompany, type OpenCompany } from "../testing/open-company.ts";

const PAYABLE = { value: "5" };
const line = (changes: JsonObject = {}): JsonObject => ({ Amount: 16.25, DetailType: "ItemBasedExpenseLineDetail", ItemBasedExpenseLineDetail: { ItemRef: { value: "1" }, Qty: 2, UnitPrice: 8.125 }, ...changes });
const order = (changes: JsonObject = {}): JsonObject => ({ VendorRef: { value: "2" }, APAccountRef: PAYABLE, DocNumber: "1001-D1", TxnDate: "2026-11-02", ShipTo: { value: "1" }, Line: [line()], ...changes });

describe("purchase orders", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany({ customers: [{ DisplayName: "Ada Lovelace" }], vendors: [{ DisplayName: "Acme" }], items: [{ Name: "Tee", Sku: "TEE", PurchaseCost: 8.125, PrefVendorRef: { name: "Acme" } }] });
  });
  afterEach(() => company.quickbooks.close());
  const refused = async (changes: JsonObject): Promise<string | undefined> => codeOf(await company.call("POST", "/purchaseorder", order(changes)));

  it("are made open, found by number, changed, closed and deleted, and post nothing", async () => {
    const made = await company.write("/purchaseorder", order());
    expect(made).toMatchObject({ POStatus: "Open", EmailStatus: "NotSet", TotalAmt: 16.25, VendorRef: { name: "Acme" }, APAccountRef: { name: "Accounts Payable" }, ShipTo: { name: "Ada Lovelace" }, CurrencyRef: { value: "USD" } });
    expect(company.quickbooks.trialBalance(company.realmId)).toEqual([]);
    expect(await company.query("SELECT * FROM PurchaseOrder WHERE DocNumber = '1001-D1'")).toMatchObject({ PurchaseOrder: [{ Id: made.Id }] });
    const key = { Id: made.Id ?? null, sparse: true };
    const one = line({ Amount: 8.13, ItemBasedExpenseLineDetail: { ItemRef: { value: "1" }, Qty: 1, UnitPrice: 8.125 } });
    expect(await company.write("/purchaseorder", { ...key, SyncToken: "0", Line: [one] })).toMatchObject({ TotalAmt: 8.13, POStatus: "Open", SyncToken: "1" });
    expect(await company.write("/purchaseorder", { ...key, SyncToken: "1", POStatus: "Closed" })).toMatchObject({ TotalAmt: 8.13, POStatus: "Closed" });
    expect(await company.write("/purchaseorder?operation=delete", { Id: made.Id ?? null, SyncToken: "2" })).toMatchObject({ status: "Deleted" });
  });

  it("are refused without a vendor, a payable account or a line, and with what does not fit", async () => {
    expect(await refused({ VendorRef: null })).toBe("2020");
    expect(await refused({ APAccountRef: null })).toBe("2020");
    expect(await refused({ Line: [] })).toBe("2020");
    expect(await refused({ VendorRef: { value: "1" } })).toBe("2500");
    expect(await refused({ APAccountRef: { value: "1" } })).toBe("6000");
    expect(await refused({ Line: [line({ Amount: 16 })] })).toBe("6070");
    expect(await refused({ POStatus: "Billed" })).toBe("2170");
    await company.write("/purchaseorder", order());
    expect(await refused({})).toBe("6140");
  });

  it("take no item without an expense account", async () => {
    const { IncomeAccountRef } = await company.read("item", 1);
    const sold = await company.write("/item", { Name: "Mug", Type: "NonInventory", IncomeAccountRef: IncomeAccountRef ?? null });
    expect(await refused({ Line: [line({ ItemBasedExpenseLineDetail: { ItemRef: { value: sold.Id ?? null }, Qty: 2, UnitPrice: 8.125 } })] })).toBe("6000");
  });

  it("are not part of every subscription (5020), and their status and customer cannot be asked by", async () => {
    expect(codeOf(await company.call("GET", `/query?query=${encodeURIComponent("SELECT * FROM PurchaseOrder WHERE POStatus = 'Open'")}`))).toBe("4001");
    expect(codeOf(await company.call("GET", `/query?query=${encodeURIComponent("SELECT * FROM PurchaseOrder WHERE ShipTo = '1'")}`))).toBe("4001");
    company.quickbooks.bookkeeper(company.realmId, { action: "setPreferences", value: { "ProductAndServicesPrefs.InventoryAndPurchaseOrder": false } });
    expect(await refused({})).toBe("5020");
  });
});
