import { describe, expect, test } from "vitest";
import type { LedgerWrite } from "#app/pipeline/ports/ledger.ts";
import { money } from "#app/domain/money/money.ts";
import { contractsDir } from "#tests/contracts/contracts-dir.ts";
import { validateQuickBooksBody } from "#tests/contracts/quickbooks-body.ts";
import { PURCHASE_ORDER, REFERENCES } from "../testing/planned-documents.ts";
import { writeToWire } from "./documents.ts";
import { readPurchaseOrder } from "./purchase-order.ts";
import { UnmappableError } from "./wire-body.ts";

const HOME = { homeCurrency: "USD", multiCurrency: false };
const existing = { id: "163", syncToken: "2" };
const create: LedgerWrite = { op: "create", document: PURCHASE_ORDER, references: REFERENCES, requestId: "r" };
const update = (document = PURCHASE_ORDER): LedgerWrite => ({ op: "update", document, references: REFERENCES, requestId: "r", existing });

const BOUGHT = {
  VendorRef: { value: "41" }, APAccountRef: { value: "33" }, POStatus: "Open",
  Line: [{ Description: "Red tee", Amount: 16.25, DetailType: "ItemBasedExpenseLineDetail", ItemBasedExpenseLineDetail: { ItemRef: { value: "5" }, Qty: 2, UnitPrice: 8.125, TaxCodeRef: { value: "NON" } } }],
};

describe("a purchase order", () => {
  test("names vendor, payable account, the customer it is shipped to, and no price of the sale", () => {
    expect(writeToWire(create, HOME)).toEqual({
      ...BOUGHT, TxnDate: "2026-11-02", DocNumber: "1001-D1", PrivateNote: "Shopify order #1001\nhttps://shop/orders/1\n[tieout shop/1/purchase_order/41]",
      ShipTo: { value: "24" }, ShipAddr: { Line1: "Ada Lovelace", Line2: "AE Ltd", Line3: "1 Main St", Line4: "Apt 2", City: "Bayshore", CountrySubDivisionCode: "CA", PostalCode: "94326", Country: "US" },
    });
  });

  test("names its currency where the company has several, and no tax code where lines have none", () => {
    const body = writeToWire({ ...create, document: { ...PURCHASE_ORDER, codesLines: false } }, { homeCurrency: "USD", multiCurrency: true });
    expect(body).toMatchObject({ CurrencyRef: { value: "USD" }, GlobalTaxCalculation: "NotApplicable" });
    expect(JSON.stringify(body)).not.toContain("TaxCodeRef");
  });

  test("sends its lines anew when it changes, and its status alone when it is closed", () => {
    expect(writeToWire(update(), HOME)).toEqual({ Id: "163", SyncToken: "2", sparse: true, ...BOUGHT });
    expect(writeToWire(update({ ...PURCHASE_ORDER, standing: "closed" }), HOME)).toEqual({ Id: "163", SyncToken: "2", sparse: true, POStatus: "Closed" });
  });

  test("is not sent with an item that QuickBooks does not have", () => {
    expect(() => writeToWire({ ...create, references: { ...REFERENCES, items: new Map() } }, HOME)).toThrow(UnmappableError);
  });

  test.skipIf(contractsDir === undefined).each([["created", create], ["changed", update()], ["closed", update({ ...PURCHASE_ORDER, standing: "closed" })]] as const)("fits Intuit's schema and field constraints when %s", (_name, write) => {
    for (const company of [HOME, { homeCurrency: "USD", multiCurrency: true }]) expect(validateQuickBooksBody("PurchaseOrder", writeToWire(write, company))).toEqual([]);
  });

  const ANSWER = { Id: "7", SyncToken: "0", TxnDate: "2026-11-02", TotalAmt: 16.25, DocNumber: "1001-D1", VendorRef: { value: "41" }, ShipTo: { value: "24" }, POStatus: "Open", EmailStatus: "NotSet", PrivateNote: "x" };
  test.each([
    [{}, "open"], [{ POStatus: "Closed" }, "closed"], [{ EmailStatus: "EmailSent" }, "emailed"],
    [{ POStatus: "Closed", EmailStatus: "EmailSent" }, "closed"], [{ POStatus: "Closed", LinkedTxn: [{ TxnId: "9", TxnType: "Bill" }] }, "billed"],
  ])("that answers %j is %s", (changes, status) => {
    expect(readPurchaseOrder({ ...ANSWER, ...changes }, "USD")).toMatchObject({ kind: "purchase_order", entity: "PurchaseOrder", number: "1001-D1", customerId: "24", total: money("USD", 1_625n), status, balance: null });
  });
});
