import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { STOCKED_COMPANY, authorizeUrl, openCompany, orderForm } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";

describe("the simulator’s own controls", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(() => company.quickbooks.close());

  const ask = async (method: string, path: string, body?: unknown): Promise<[number, unknown]> => {
    const response = await fetch(`${company.quickbooks.origin}/_sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return [response.status, text === "" ? undefined : JSON.parse(text)];
  };

  it("act as the bookkeeper by kind and id, outside the request log", async () => {
    const { quickbooks, realmId } = company;
    const { Id } = await company.write("/estimate", orderForm());
    quickbooks.resetLog(realmId);
    expect(quickbooks.bookkeeper(realmId, { action: "edit", kind: "sales_order", id: Id, patch: { PrivateNote: "by hand" } })).toMatchObject({
      PrivateNote: "by hand",
      DocNumber: "1001",
      SyncToken: "1",
    });
    const invoice = await company.write("/invoice", orderForm());
    quickbooks.resetLog(realmId);
    expect(quickbooks.bookkeeper(realmId, { action: "void", kind: "invoice", id: invoice.Id })).toMatchObject({ TotalAmt: 0 });
    expect(quickbooks.bookkeeper(realmId, { action: "delete", kind: "sales_order", id: Id })).toMatchObject({ status: "Deleted" });
    expect(quickbooks.requests(realmId)).toEqual([]);
  });

  it("make the invoice of an estimate by hand, under the number that QuickBooks proposes unless another is given", async () => {
    const { quickbooks, realmId } = company;
    const [first, second] = [await company.write("/estimate", orderForm({ DocNumber: "1001" })), await company.write("/estimate", orderForm({ DocNumber: "1002" }))];
    const invoice = quickbooks.bookkeeper(realmId, { action: "invoiceEstimate", id: first.Id });
    expect(invoice).toMatchObject({ DocNumber: "1001", TotalAmt: 50.7, LinkedTxn: [{ TxnId: first.Id, TxnType: "Estimate" }] });
    expect(await company.read("estimate", first.Id)).toMatchObject({ TxnStatus: "Closed" });
    expect(quickbooks.bookkeeper(realmId, { action: "invoiceEstimate", id: second.Id, docNumber: "H-7", date: "2026-11-05" })).toMatchObject({ DocNumber: "H-7", TxnDate: "2026-11-05" });
  });

  it("book a document of another hand, whose customer and items are found or made by their names", async () => {
    const { quickbooks, realmId } = company;
    const line = (name: string, Amount: number) => ({ Amount, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { name } } });
    const value = { DocNumber: "1001", CustomerRef: { name: "Grace Hopper" }, TxnDate: "2026-10-01", Line: [line("Tee", 20), line("Consulting", 30)] };
    expect(quickbooks.bookkeeper(realmId, { action: "create", kind: "invoice", value })).toMatchObject({
      DocNumber: "1001",
      TotalAmt: 50,
      CustomerRef: { name: "Grace Hopper" },
      Line: [{ SalesItemLineDetail: { ItemRef: { value: "1", name: "Tee" } } }, { SalesItemLineDetail: { ItemRef: { name: "Consulting" } } }, { Amount: 50 }],
    });
    expect(quickbooks.documents(realmId, "Customer").map(({ DisplayName }) => DisplayName)).toEqual(["Ada Lovelace", "Charles Babbage", "Grace Hopper"]);
    const payment = { CustomerRef: { name: "Ada Lovelace" }, TotalAmt: 5, DepositToAccountRef: { name: "Shopify Clearing" } };
    expect(quickbooks.bookkeeper(realmId, { action: "create", kind: "payment", value: payment })).toMatchObject({ UnappliedAmt: 5, CustomerRef: { value: "1" } });
    const misspelt = { ...payment, DepositToAccountRef: { name: "Shopfy Clearing" } };
    expect(() => quickbooks.bookkeeper(realmId, { action: "create", kind: "payment", value: misspelt })).toThrow('DepositToAccountRef names "Shopfy Clearing"');
    expect(quickbooks.requests(realmId)).toEqual([]);
  });

  it("set preferences by dotted or nested name and refuse names QuickBooks does not have", async () => {
    const { quickbooks, realmId } = company;
    quickbooks.bookkeeper(realmId, { action: "setPreferences", value: { "SalesFormsPrefs.AllowShipping": true, TaxPrefs: { UsingSalesTax: false } } });
    expect((await company.call("GET", "/preferences")).body).toMatchObject({
      Preferences: { SalesFormsPrefs: { AllowShipping: true, CustomTxnNumbers: true }, TaxPrefs: { UsingSalesTax: false } },
    });
    const misspelt = { action: "setPreferences", value: { "SalesFormsPrefs.AllowShiping": true } };
    expect(() => quickbooks.bookkeeper(realmId, misspelt)).toThrow("QuickBooks has no preference SalesFormsPrefs.AllowShiping");
  });

  it("make companies as a script’s config says, with accounts found by name", async () => {
    const { quickbooks } = company;
    const realmId = quickbooks.createCompany({
      country: "GB",
      currency: "GBP",
      bookCloseDate: "2025-12-31",
      accounts: [{ Name: "Stripe", AccountType: "Bank" }],
      vendors: [{ DisplayName: "Mill" }],
      items: [{ Name: "Tea", Sku: "TEA", PrefVendorRef: { name: "Mill" } }],
      taxCodes: [{ Name: "Special", SalesTaxRateList: { TaxRateDetail: [{ TaxRateRef: { name: "Special rate", rate: 12.5 } }] } }],
    });
    expect(quickbooks.documents(realmId, "Item")).toMatchObject([
      { Name: "Tea", Type: "NonInventory", IncomeAccountRef: { name: "Sales of Product Income" }, PrefVendorRef: { name: "Mill" } },
    ]);
    expect(quickbooks.documents(realmId, "TaxCode").map(({ Name }) => Name)).toEqual(["20.0% S", "5.0% R", "0.0% Z", "Exempt", "No VAT", "Special"]);
    expect(quickbooks.documents(realmId, "Account").map(({ Name }) => Name)).toContain("Stripe");
    expect(quickbooks.documents(realmId, "Preferences")).toMatchObject([{ AccountingInfoPrefs: { BookCloseDate: "2025-12-31" } }]);
  });

  it("refuse a config with a name that is not in the format, or a row QuickBooks would refuse", () => {
    expect(() => company.quickbooks.createCompany({ curency: "EUR" })).toThrow();
    expect(() => company.quickbooks.createCompany({ items: [{ Name: "x", IncomeAccountRef: { name: "Nowhere" } }] })).toThrow('"Nowhere"');
    expect(() => company.quickbooks.createCompany({ customers: [{ DisplayName: "A" }, { DisplayName: "A" }] })).toThrow("Duplicate Name Exists Error");
  });

  it("keep a company as plain data", async () => {
    await company.write("/invoice", orderForm());
    const state = company.quickbooks.company(company.realmId);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it("are there over HTTP for other processes", async () => {
    const { quickbooks, realmId } = company;
    const [status, created] = await ask("POST", "companies", { name: "Second" });
    expect([status, created]).toEqual([201, { realmId: expect.any(String) }]);
    expect((await ask("GET", "companies"))[1]).toMatchObject([{ realmId }, { name: "Second" }]);
    await company.write("/invoice", orderForm());
    expect((await ask("GET", `companies/${realmId}/trial-balance`))[1]).toContainEqual({
      account: "Accounts Receivable",
      type: "Accounts Receivable",
      debit: "50.70",
      credit: "0.00",
    });
    expect((await ask("PUT", `companies/${realmId}/faults`, [{ on: "POST /payment", do: "dropBefore" }]))[0]).toBe(204);
    expect((await ask("PATCH", `companies/${realmId}/switches`, { linkClosesEstimate: false }))[0]).toBe(204);
    expect((await ask("POST", `companies/${realmId}/bookkeeper`, { action: "closeBooks", value: "2026-12-31" }))[0]).toBe(200);
    expect((await ask("POST", `companies/${realmId}/bookkeeper`, { action: "delete", kind: "invoice", id: "1" }))[1]).toMatchObject({ code: "6210" });
    expect((await ask("GET", `companies/${realmId}/documents/Invoice`))[1]).toMatchObject([{ Id: "1" }]);
    expect((await ask("GET", `companies/${realmId}/requests`))[1]).toHaveLength(1);
    expect((await ask("DELETE", `companies/${realmId}/requests`))[0]).toBe(204);
    const [, consented] = await ask("POST", "consent", { authorizeUrl: authorizeUrl(quickbooks.origin), realmId });
    expect(consented).toEqual({ callbackUrl: expect.stringContaining("code=") });
    expect((await ask("GET", "companies/1/requests"))[0]).toBe(400);
    expect((await ask("GET", "nothing"))[0]).toBe(404);
  });
});
