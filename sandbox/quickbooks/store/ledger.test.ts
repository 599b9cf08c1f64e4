import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "../company/state.ts";
import { STOCKED_COMPANY, openCompany, orderForm } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";
import { post } from "./ledger.ts";

describe("the ledger", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(() => company.quickbooks.close());

  /** Account → signed amount, debit positive, as text. */
  const balances = (): Record<string, string> =>
    Object.fromEntries(
      company.quickbooks.trialBalance(company.realmId).map(({ account, debit, credit }) => [account, debit === "0.00" ? `-${credit}` : debit]),
    );

  it("has nothing from estimates", async () => {
    await company.write("/estimate", orderForm());
    expect(balances()).toEqual({});
  });

  it("books an invoice on receivable, income per item and sales tax", async () => {
    await company.write("/invoice", orderForm());
    expect(balances()).toEqual({
      "Accounts Receivable": "50.70",
      "Sales of Product Income": "-40.00",
      "Shipping Income": "-7.50",
      "Sales Tax Payable": "-3.20",
    });
  });

  it("books discounts on the debit side", async () => {
    const discount = { Amount: 4.7, DetailType: "DiscountLineDetail", DiscountLineDetail: {} };
    await company.write("/invoice", orderForm({ Line: [...[orderForm().Line ?? []].flat(), discount] }));
    expect(balances()).toMatchObject({ "Accounts Receivable": "46.00", "Discounts Given": "4.70" });
  });

  it("ends with the money in the deposit account once an invoice is paid", async () => {
    const invoice = await company.write("/invoice", orderForm());
    const Line = [{ Amount: 50.7, LinkedTxn: [{ TxnId: invoice.Id, TxnType: "Invoice" }] }];
    await company.write("/payment", { CustomerRef: { value: "1" }, TotalAmt: 50.7, DepositToAccountRef: { value: "2" }, Line });
    expect(balances()).toEqual({
      "Shopify Clearing": "50.70",
      "Sales of Product Income": "-40.00",
      "Shipping Income": "-7.50",
      "Sales Tax Payable": "-3.20",
    });
  });

  it("replaces the entries in an update and removes them in a void or delete", async () => {
    const { Id } = await company.write("/invoice", orderForm());
    await company.write("/invoice", { Id, SyncToken: "0", sparse: true, TxnTaxDetail: { TotalTax: 1 } });
    expect(balances()).toMatchObject({ "Accounts Receivable": "48.50", "Sales Tax Payable": "-1.00" });
    await company.write("/invoice?operation=void", { Id, SyncToken: "1" });
    expect(balances()).toEqual({});
    const other = await company.write("/invoice", orderForm({ DocNumber: "1002" }));
    await company.write("/invoice?operation=delete", { Id: other.Id, SyncToken: "0" });
    expect(balances()).toEqual({});
  });

  it("adds a hundred dimes to exactly ten", async () => {
    const dime = { Amount: 0.1, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { value: "1" } } };
    const invoice = await company.write("/invoice", orderForm({ Line: Array.from({ length: 100 }, () => dime), TxnTaxDetail: {} }));
    expect(invoice.TotalAmt).toBe(10);
    expect(balances()).toEqual({ "Accounts Receivable": "10.00", "Sales of Product Income": "-10.00" });
  });

  it("shows account balances by their nature", async () => {
    await company.write("/invoice", orderForm());
    expect(await company.query("select * from Account where Name = 'Sales Tax Payable'")).toMatchObject({ Account: [{ CurrentBalance: 3.2 }] });
  });

  it("refuses entries that do not balance and keeps the old ones", () => {
    const state = company.quickbooks.company(company.realmId);
    const before = JSON.stringify(state.ledger);
    const unbalanced = [{ accountId: "1", minor: 100n }, { accountId: "2", minor: -99n }];
    const work = () => inTransaction(state, Temporal.Now.instant(), (books) => post(books, "Invoice:1", unbalanced));
    expect(work).toThrow("Invoice:1 does not balance: 1 minor units too much on debit");
    expect(JSON.stringify(state.ledger)).toBe(before);
  });
});
