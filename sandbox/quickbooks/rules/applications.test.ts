import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { STOCKED_COMPANY, codeOf, openCompany, orderForm } from "../testing/open-company.ts";
import { idOf } from "../wire/json.ts";
import type { OpenCompany } from "../testing/open-company.ts";

describe("payments", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(() => company.quickbooks.close());

  const pay = (TotalAmt: number, changes = {}) => company.write("/payment", { CustomerRef: { value: "1" }, TotalAmt, ...changes });
  const applying = (Amount: number, invoiceId: unknown) => ({ Amount, LinkedTxn: [{ TxnId: String(invoiceId), TxnType: "Invoice" }] });
  const bill = (changes = {}) => company.write("/invoice", orderForm(changes));

  it("are unapplied credit without lines, on Undeposited Funds by default", async () => {
    const payment = await pay(50.7);
    expect(payment).toMatchObject({ UnappliedAmt: 50.7, Line: [], DepositToAccountRef: { value: "3", name: "Undeposited Funds" } });
    expect(await company.read("customer", 1)).toMatchObject({ Balance: -50.7, SyncToken: "0" });
  });

  it("are applied by a sparse update; the invoice is then paid and shows the link", async () => {
    const payment = await pay(50.7);
    const invoice = await bill();
    expect(invoice).toMatchObject({ TotalAmt: 50.7, Balance: 50.7, SyncToken: "0" });
    const applied = await company.write("/payment", {
      Id: payment.Id,
      SyncToken: "0",
      sparse: true,
      Line: [applying(50.7, invoice.Id)],
    });
    expect(applied).toMatchObject({ UnappliedAmt: 0, TotalAmt: 50.7, SyncToken: "1" });
    expect(await company.read("invoice", invoice.Id)).toMatchObject({
      Balance: 0,
      SyncToken: "1",
      LinkedTxn: [{ TxnId: payment.Id, TxnType: "Payment" }],
    });
    expect(await company.read("customer", 1)).toMatchObject({ Balance: 0 });
  });

  it("say per line what they pay, as QuickBooks does", async () => {
    const invoice = await bill();
    const payment = await pay(50.7, { Line: [applying(50.7, invoice.Id)] });
    expect(JSON.stringify(payment)).toContain('"value":{"Name":"txnReferenceNumber","Value":"1001"}');
  });

  it("replace all their lines in an update, and free the invoice when the list is empty", async () => {
    const first = await bill();
    const second = await bill({ DocNumber: "1002" });
    const payment = await pay(50.7, { Line: [applying(50.7, first.Id)] });
    await company.write("/payment", { Id: payment.Id, SyncToken: "0", sparse: true, Line: [applying(20, second.Id)] });
    expect(await company.read("invoice", first.Id)).toMatchObject({ Balance: 50.7, LinkedTxn: [] });
    expect(await company.read("invoice", second.Id)).toMatchObject({ Balance: 30.7 });
    const freed = await company.write("/payment", { Id: payment.Id, SyncToken: "1", sparse: true, Line: [] });
    expect(freed).toMatchObject({ UnappliedAmt: 50.7 });
    expect(await company.read("invoice", second.Id)).toMatchObject({ Balance: 50.7 });
  });

  it("keep their lines when an update does not name them", async () => {
    const invoice = await bill();
    const payment = await pay(50.7, { Line: [applying(50.7, invoice.Id)] });
    await company.write("/payment", { Id: payment.Id, SyncToken: "0", sparse: true, PrivateNote: "note" });
    expect(await company.read("invoice", invoice.Id)).toMatchObject({ Balance: 0, SyncToken: "1" });
  });

  it.each([
    ["more than the open balance", 6000, { TotalAmt: 60, Line: [{ Amount: 60, LinkedTxn: [{ TxnId: "1", TxnType: "Invoice" }] }] }],
    ["more than their total", 6000, { TotalAmt: 10, Line: [{ Amount: 20, LinkedTxn: [{ TxnId: "1", TxnType: "Invoice" }] }] }],
    ["another customer’s invoice", 6000, { CustomerRef: { value: "2" }, Line: [{ Amount: 5, LinkedTxn: [{ TxnId: "1", TxnType: "Invoice" }] }] }],
    ["an estimate", 6000, { Line: [{ Amount: 5, LinkedTxn: [{ TxnId: "1", TxnType: "Estimate" }] }] }],
    ["an invoice that does not exist", 610, { Line: [{ Amount: 5, LinkedTxn: [{ TxnId: "99", TxnType: "Invoice" }] }] }],
  ])("cannot pay %s", async (_case, code, changes) => {
    const invoice = await bill();
    expect(invoice.Id).toBe("1");
    const reply = await company.call("POST", "/payment", { CustomerRef: { value: "1" }, TotalAmt: 50, ...changes });
    expect(codeOf(reply)).toBe(String(code));
    expect(company.quickbooks.documents(company.realmId, "Payment")).toEqual([]);
  });

  it("free the invoice when they are deleted", async () => {
    const invoice = await bill();
    const payment = await pay(50.7, { Line: [applying(50.7, invoice.Id)] });
    await company.write("/payment?operation=delete", { Id: payment.Id, SyncToken: "0" });
    expect(await company.read("invoice", invoice.Id)).toMatchObject({ Balance: 50.7, LinkedTxn: [] });
    expect(codeOf(await company.call("GET", `/payment/${idOf(payment)}`))).toBe("610");
  });

  it("become zero when they are void, by update with include=void only", async () => {
    const invoice = await bill();
    const payment = await pay(50.7, { Line: [applying(50.7, invoice.Id)] });
    const key = { Id: payment.Id, SyncToken: "0", sparse: true };
    expect(codeOf(await company.call("POST", "/payment?operation=void", key))).toBe("500");
    expect(await company.write("/payment?operation=update&include=void", key)).toMatchObject({ TotalAmt: 0, PrivateNote: "Voided", Line: [] });
    expect(await company.read("invoice", invoice.Id)).toMatchObject({ Balance: 50.7 });
  });

  it("lose a line, not their money, when the invoice is deleted or void", async () => {
    const invoice = await bill();
    const payment = await pay(50.7, { Line: [applying(50.7, invoice.Id)] });
    await company.write("/invoice?operation=void", { Id: invoice.Id, SyncToken: "1" });
    expect(await company.read("payment", payment.Id)).toMatchObject({ UnappliedAmt: 50.7, Line: [], SyncToken: "1" });
    expect(await company.read("invoice", invoice.Id)).toMatchObject({ TotalAmt: 0, Balance: 0, PrivateNote: "Voided", LinkedTxn: [] });
  });

  it("are found by PaymentRefNum", async () => {
    await pay(5, { PaymentRefNum: "1001-a" });
    await pay(6, { PaymentRefNum: "1001-b" });
    expect(await company.query("select * from Payment where PaymentRefNum = '1001-b'")).toMatchObject({ Payment: [{ TotalAmt: 6 }] });
  });

  describe("where QuickBooks applies by itself", () => {
    it("go to the next invoice, oldest payment first", async () => {
      company.quickbooks.bookkeeper(company.realmId, { action: "setPreferences", value: { "SalesFormsPrefs.AutoApplyCredit": true } });
      const newer = await pay(40, { TxnDate: "2026-11-01" });
      const older = await pay(30, { TxnDate: "2026-10-01" });
      expect(await bill()).toMatchObject({ TotalAmt: 50.7, Balance: 0 });
      expect(await company.read("payment", older.Id)).toMatchObject({ UnappliedAmt: 0, SyncToken: "1" });
      expect(await company.read("payment", newer.Id)).toMatchObject({ UnappliedAmt: 19.3 });
    });

    it("spill what is left over onto open invoices", async () => {
      company.quickbooks.bookkeeper(company.realmId, { action: "setPreferences", value: { SalesFormsPrefs: { AutoApplyPayments: true } } });
      const invoice = await bill();
      expect(await pay(60)).toMatchObject({ UnappliedAmt: 9.3 });
      expect(await company.read("invoice", invoice.Id)).toMatchObject({ Balance: 0 });
    });
  });
});
