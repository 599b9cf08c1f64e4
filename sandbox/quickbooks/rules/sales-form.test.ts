import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { STOCKED_COMPANY, codeOf, openCompany, orderForm } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf } from "../wire/json.ts";

const line = (Amount: number, detail: JsonObject = {}): JsonObject => ({
  Amount,
  DetailType: "SalesItemLineDetail",
  SalesItemLineDetail: { ItemRef: { value: "1" }, ...detail },
});

describe("a sales form", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(() => company.quickbooks.close());

  const bill = (changes: JsonObject = {}) => company.write("/invoice", orderForm(changes));
  const refusal = async (changes: JsonObject) => codeOf(await company.call("POST", "/invoice", orderForm(changes)));

  it("adds up lines, discount and the client’s own tax, and answers a subtotal line", async () => {
    const discount = { Amount: 5, DetailType: "DiscountLineDetail", DiscountLineDetail: { PercentBased: false } };
    const invoice = await bill({ Line: [line(40, { TaxCodeRef: { value: "TAX" } }), discount], TxnTaxDetail: { TotalTax: 2.8 } });
    expect(invoice).toMatchObject({
      TotalAmt: 37.8,
      Balance: 37.8,
      TxnTaxDetail: { TotalTax: 2.8 },
      Line: [
        { Id: "1", LineNum: 1, Amount: 40, SalesItemLineDetail: { ItemRef: { value: "1", name: "Tee" } } },
        { Amount: 40, DetailType: "SubTotalLineDetail" },
        { Amount: 5, DiscountLineDetail: { DiscountAccountRef: { name: "Discounts Given" } } },
      ],
    });
  });

  it("takes a percentage off the subtotal, rounded half up", async () => {
    const discount = { DetailType: "DiscountLineDetail", DiscountLineDetail: { PercentBased: true, DiscountPercent: 8.5 } };
    expect(await bill({ Line: [line(9.99), discount], TxnTaxDetail: {} })).toMatchObject({ TotalAmt: 9.14 });
  });

  it("ignores a tax total when no line is taxed or sales tax is off", async () => {
    expect(await bill({ Line: [line(10, { TaxCodeRef: { value: "NON" } })] })).toMatchObject({ TotalAmt: 10 });
    company.quickbooks.bookkeeper(company.realmId, { action: "setPreferences", value: { "TaxPrefs.UsingSalesTax": false } });
    expect(await bill({ DocNumber: "1002" })).toMatchObject({ TotalAmt: 47.5 });
  });

  it("computes the tax from the form’s code where the client’s total is not honoured", async () => {
    company.quickbooks.setSwitches(company.realmId, { honourTotalTax: false });
    expect(await bill({ TxnTaxDetail: { TotalTax: 3.2, TxnTaxCodeRef: { value: "1" } } })).toMatchObject({ TxnTaxDetail: { TotalTax: 3.2 } });
    expect(await bill({ DocNumber: "1002" })).toMatchObject({ TxnTaxDetail: { TotalTax: 0 } });
  });

  it("is due after the terms, after 30 days without", async () => {
    expect(await bill()).toMatchObject({ DueDate: "2026-12-02" });
    expect(await bill({ DocNumber: "1002", SalesTermRef: { value: "2" } })).toMatchObject({ DueDate: "2026-11-17" });
  });

  it.each<[string, string, JsonObject]>([
    ["no customer", "2020", { CustomerRef: null }],
    ["no lines", "2020", { Line: [] }],
    ["a line without an item", "2020", { Line: [{ Amount: 1, DetailType: "SalesItemLineDetail", SalesItemLineDetail: {} }] }],
    ["an unknown property", "2010", { OrderId: "gid" }],
    ["an unknown property of a line", "2010", { Line: [{ ...line(1), sku: "x" }] }],
    ["text for an amount", "2010", { Line: [{ ...line(1), Amount: "1.00" }] }],
    ["an amount with three decimals", "2090", { Line: [line(1.005)] }],
    ["an amount that is not quantity × price", "6070", { Line: [line(10, { Qty: 3, UnitPrice: 3.33 })] }],
    ["a US tax code that is neither TAX nor NON", "6100", { Line: [line(1, { TaxCodeRef: { value: "2" } })] }],
    ["a customer that does not exist", "2500", { CustomerRef: { value: "99" } }],
    ["an item that does not exist", "2500", { Line: [line(1, { ItemRef: { value: "99" } })] }],
    ["a number that is too long", "2050", { DocNumber: "x".repeat(22) }],
    ["a memo that is too long", "2050", { CustomerMemo: { value: "x".repeat(1001) } }],
    ["an e-mail that is none", "2210", { BillEmail: { Address: "nobody" } }],
    ["a class while classes are off", "5020", { ClassRef: { value: "1" } }],
    ["a negative total", "6000", { Line: [line(-1)], TxnTaxDetail: {} }],
    ["751 lines", "6000", { Line: Array.from({ length: 751 }, () => line(1)) }],
    ["shipping while shipping is off", "6000", { Line: [line(1, { ItemRef: { value: "SHIPPING_ITEM_ID" } })] }],
    ["another currency", "6000", { CurrencyRef: { value: "EUR" } }],
  ])("is refused with %s", async (_case, code, changes) => {
    expect(await refusal(changes)).toBe(code);
    expect(company.quickbooks.documents(company.realmId, "Invoice")).toEqual([]);
    expect(company.quickbooks.trialBalance(company.realmId)).toEqual([]);
  });

  it("refuses an inactive customer with 610", async () => {
    await company.write("/customer", { Id: "1", SyncToken: "0", sparse: true, Active: false });
    expect(await refusal({})).toBe("610");
  });

  it("rounds quantity × price to the cent before it compares", async () => {
    expect(await bill({ Line: [line(10, { Qty: 3, UnitPrice: 3.3333 })], TxnTaxDetail: {} })).toMatchObject({ TotalAmt: 10 });
  });

  it("knows no cents in yen", async () => {
    await using japan = await openCompany({ ...STOCKED_COMPANY, currency: "JPY" });
    const post = (amount: number) => japan.call("POST", "/invoice", orderForm({ Line: [line(amount)], TxnTaxDetail: {} }));
    expect(codeOf(await post(100.5))).toBe("2090");
    expect((await post(100)).body).toMatchObject({ Invoice: { TotalAmt: 100, CurrencyRef: { value: "JPY" } } });
  });

  describe("in an update", () => {
    it("keeps line ids it knows and numbers new lines on", async () => {
      const invoice = await bill({ Line: [line(1), line(2)], TxnTaxDetail: {} });
      const updated = await company.write("/invoice", {
        Id: invoice.Id,
        SyncToken: "0",
        sparse: true,
        Line: [{ ...line(5), Id: "2" }, line(7)],
      });
      expect(updated).toMatchObject({ TotalAmt: 12, Line: [{ Id: "2", Amount: 5 }, { Id: "3", Amount: 7 }, {}] });
    });

    it("clears what a full update leaves out and keeps it in a sparse one", async () => {
      const invoice = await bill({ PrivateNote: "keep" });
      const sparse = await company.write("/invoice", { Id: invoice.Id, SyncToken: "0", sparse: true, DueDate: "2027-01-01" });
      expect(sparse).toMatchObject({ PrivateNote: "keep", DueDate: "2027-01-01", DocNumber: "1001", SyncToken: "1" });
      const full = await company.write("/invoice", orderForm({ Id: invoice.Id, SyncToken: "1" }));
      expect(full.PrivateNote).toBeUndefined();
      expect(full).toMatchObject({ SyncToken: "2", DueDate: "2026-12-02" });
    });

    it("is refused with 5010 under an old SyncToken and 2020 without one", async () => {
      const { Id } = await bill();
      await company.write("/invoice", { Id, SyncToken: "0", sparse: true, PrivateNote: "a" });
      expect(codeOf(await company.call("POST", "/invoice", { Id, SyncToken: "0", sparse: true }))).toBe("5010");
      expect(codeOf(await company.call("POST", "/invoice", { Id, sparse: true }))).toBe("2020");
      expect(codeOf(await company.call("POST", "/invoice", { Id: "99", SyncToken: "0" }))).toBe("610");
    });
  });

  describe("and its number", () => {
    it("is refused when used, and 6140 says by whom", async () => {
      const first = await bill();
      const reply = await company.call("POST", "/invoice", orderForm());
      expect(codeOf(reply)).toBe("6140");
      expect(JSON.stringify(reply.body)).toContain(`DocNumber=1001 is assigned to TxnType=Invoice with TxnId=${idOf(first)}`);
      expect((await company.call("POST", "/invoice?include=allowduplicatedocnum", orderForm())).status).toBe(200);
    });

    it("may be the same on an estimate", async () => {
      await company.write("/estimate", orderForm());
      expect((await company.call("POST", "/invoice", orderForm())).status).toBe(200);
    });

    it("is free again after a delete, not after a void", async () => {
      const first = await bill();
      await company.write("/invoice?operation=void", { Id: first.Id, SyncToken: "0" });
      expect(await refusal({})).toBe("6140");
      await company.write("/invoice?operation=delete", { Id: first.Id, SyncToken: "1" });
      expect((await bill()).DocNumber).toBe("1001");
    });

    it("is absent when the company expects the client’s and none was sent", async () => {
      expect((await bill({ DocNumber: null })).DocNumber).toBeUndefined();
    });

    it("is the company’s own when it numbers by itself", async () => {
      company.quickbooks.bookkeeper(company.realmId, { action: "setPreferences", value: { "SalesFormsPrefs.CustomTxnNumbers": false } });
      expect((await bill({ DocNumber: null })).DocNumber).toBe("1001");
      expect((await bill({ DocNumber: null })).DocNumber).toBe("1002");
    });
  });

  describe("in closed books", () => {
    const closeBooks = (value: string) => company.quickbooks.bookkeeper(company.realmId, { action: "closeBooks", value });

    it("cannot be made, changed, moved into, deleted or voided on or before the closing date", async () => {
      const invoice = await bill({ TxnDate: "2026-10-31" });
      const later = await bill({ DocNumber: "1002", TxnDate: "2026-11-01" });
      closeBooks("2026-10-31");
      const key = { Id: invoice.Id, SyncToken: "0", sparse: true };
      expect(await refusal({ DocNumber: "1003", TxnDate: "2026-10-31" })).toBe("6210");
      expect(codeOf(await company.call("POST", "/invoice", { ...key, PrivateNote: "x" }))).toBe("6210");
      expect(codeOf(await company.call("POST", "/invoice?operation=delete", key))).toBe("6210");
      expect(codeOf(await company.call("POST", "/invoice?operation=void", key))).toBe("6210");
      expect(codeOf(await company.call("POST", "/invoice", { Id: later.Id, SyncToken: "0", sparse: true, TxnDate: "2026-10-01" }))).toBe("6210");
    });

    it("may stay an estimate, which posts nothing", async () => {
      closeBooks("2026-12-31");
      expect((await company.call("POST", "/estimate", orderForm())).status).toBe(200);
      company.quickbooks.setSwitches(company.realmId, { closedPeriodCoversNonPosting: true });
      expect(codeOf(await company.call("POST", "/estimate", orderForm({ DocNumber: "2" })))).toBe("6210");
    });

    it("may still be paid from a closed period only where the company allows it", async () => {
      const payment = await company.write("/payment", { CustomerRef: { value: "1" }, TotalAmt: 50.7, TxnDate: "2026-10-01" });
      const invoice = await bill();
      closeBooks("2026-10-31");
      const Line = [{ Amount: 50.7, LinkedTxn: [{ TxnId: invoice.Id, TxnType: "Invoice" }] }];
      const apply = () => company.call("POST", "/payment", { Id: payment.Id, SyncToken: "0", sparse: true, Line });
      expect(codeOf(await apply())).toBe("6210");
      company.quickbooks.setSwitches(company.realmId, { closedPeriodAllowsApplying: true });
      expect((await apply()).body).toMatchObject({ Payment: { UnappliedAmt: 0 } });
    });
  });
});
