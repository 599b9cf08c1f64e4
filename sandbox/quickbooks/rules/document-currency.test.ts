import { describe, expect, it } from "vitest";
import { codeOf, openCompany } from "../testing/open-company.ts";
import type { JsonObject } from "../wire/json.ts";
import { objectsOf } from "../wire/json.ts";

const COMPANY = {
  preferences: { "CurrencyPrefs.MultiCurrencyEnabled": true },
  customers: [{ DisplayName: "Ada" }, { DisplayName: "Yuki", CurrencyRef: { value: "JPY" } }],
  accounts: [{ Name: "Euro bank", AccountType: "Bank", CurrencyRef: { value: "EUR" } }],
  items: [{ Name: "Tee" }],
};
const open = (changes: JsonObject = {}) => openCompany({ ...COMPANY, ...changes });
const invoice = (customer: string, currency: string | undefined, amount: number, changes: JsonObject = {}): JsonObject => ({
  CustomerRef: { value: customer },
  ...(currency === undefined ? {} : { CurrencyRef: { value: currency } }),
  Line: [{ Amount: amount, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { value: "1" } } }],
  ...changes,
});

describe("a company of several currencies", () => {
  it("books in its own currency, keeps a receivable account per currency and what a customer owes in hers", async () => {
    await using company = await open();
    const made = await company.write("/invoice", invoice("2", "JPY", 1500, { ExchangeRate: 0.0067 }));
    expect(made).toMatchObject({ TotalAmt: 1500, CurrencyRef: { value: "JPY" }, ExchangeRate: 0.0067 });
    expect(company.quickbooks.trialBalance(company.realmId).map(({ account, debit, credit }) => [account, debit, credit])).toEqual([
      ["Sales of Product Income", "0.00", "10.05"], ["Accounts Receivable (A/R) - JPY", "10.05", "0.00"],
    ]);
    expect(await company.read("customer", "2")).toMatchObject({ Balance: 1500, CurrencyRef: { value: "JPY" } });
    const payment = { CustomerRef: { value: "2" }, CurrencyRef: { value: "JPY" }, TotalAmt: 1500, ExchangeRate: 0.0067, Line: [{ Amount: 1500, LinkedTxn: [{ TxnId: made.Id, TxnType: "Invoice" }] }] };
    expect(await company.write("/payment", payment)).toMatchObject({ UnappliedAmt: 0 });
    expect(await company.read("customer", "2")).toMatchObject({ Balance: 0 });
    await company.write("/invoice?operation=delete", { Id: made.Id, SyncToken: "1" });
    expect(await company.read("customer", "2")).toMatchObject({ Balance: -1500 });
  });

  it("takes one foreign unit for one of its own where no rate is given", async () => {
    await using company = await open();
    expect(await company.write("/invoice", invoice("2", "JPY", 1500))).toMatchObject({ ExchangeRate: 1 });
    expect(company.quickbooks.trialBalance(company.realmId)).toContainEqual(expect.objectContaining({ account: "Sales of Product Income", credit: "1500.00" }));
  });

  it.each<[string, string, string, JsonObject]>([
    ["no currency", "/invoice", "2020", invoice("1", undefined, 10)],
    ["another currency than the customer's", "/invoice", "6000", invoice("1", "EUR", 10)],
    ["parts of a yen", "/invoice", "2090", invoice("2", "JPY", 10.5)],
    ["a payment in another currency than the customer's", "/payment", "6000", { CustomerRef: { value: "2" }, CurrencyRef: { value: "USD" }, TotalAmt: 10 }],
    ["another currency for a customer", "/customer", "6000", { Id: "2", SyncToken: "0", sparse: true, CurrencyRef: { value: "EUR" } }],
  ])("refuses %s", async (_case, path, code, body) => {
    await using company = await open();
    expect(codeOf(await company.call("POST", path, body))).toBe(code);
    expect(company.quickbooks.trialBalance(company.realmId)).toEqual([]);
  });

  it("puts yen on a bank of its own currency, not on one of a third", async () => {
    await using company = await open();
    const rows = objectsOf(await company.query("select * from Account"), "Account");
    const accounts = new Map(rows.map((row) => [row.Name, row.Id]));
    const pay = (account: string) => company.call("POST", "/payment", { CustomerRef: { value: "2" }, CurrencyRef: { value: "JPY" }, TotalAmt: 10, DepositToAccountRef: { value: accounts.get(account) ?? "" } });
    expect(codeOf(await pay("Euro bank"))).toBe("6000");
    expect((await pay("Checking")).status).toBe(200);
  });

  it("can be switched on and never off again", async () => {
    await using company = await open({ preferences: {}, customers: [], accounts: [] });
    const set = (on: boolean) => company.quickbooks.bookkeeper(company.realmId, { action: "setPreferences", value: { "CurrencyPrefs.MultiCurrencyEnabled": on } });
    set(true);
    expect(() => set(false)).toThrow("multicurrency cannot be switched off");
    expect(await company.write("/customer", { DisplayName: "Eva", CurrencyRef: { value: "EUR" } })).toMatchObject({ CurrencyRef: { value: "EUR" } });
  });
});
