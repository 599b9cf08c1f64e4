import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { STOCKED_COMPANY, codeOf, openCompany, orderForm } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";
import type { JsonObject } from "../wire/json.ts";

describe("a bank deposit", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(() => company.quickbooks.close());

  /** On Undeposited Funds, where QuickBooks books money that has not been brought to the bank. */
  const pay = (TotalAmt: number, changes: JsonObject = {}) => company.write("/payment", { CustomerRef: { value: "1" }, TotalAmt, ...changes });
  const lineOf = (payment: JsonObject): JsonObject => ({ Amount: payment.TotalAmt, LinkedTxn: [{ TxnId: payment.Id, TxnType: "Payment", TxnLineId: "0" }] });
  const fee = (Amount: number): JsonObject => ({ Amount, DetailType: "DepositLineDetail", DepositLineDetail: { AccountRef: { value: MERCHANT_FEES } } });
  const bring = (Line: JsonObject[]) => company.write("/deposit", { DepositToAccountRef: { value: CHECKING }, Line });
  const refusal = async (path: string, body: JsonObject) => codeOf(await company.call("POST", path, body));
  const balances = () =>
    Object.fromEntries(company.quickbooks.trialBalance(company.realmId).map(({ account, debit, credit }) => [account, debit === "0.00" ? `-${credit}` : debit]));
  const CHECKING = "1";
  const MERCHANT_FEES = "16";

  it("moves the money of a payment from where it was booked to the bank, less the fees", async () => {
    const payment = await pay(50.7);
    expect(balances()).toEqual({ "Undeposited Funds": "50.70", "Accounts Receivable": "-50.70" });
    const deposit = await bring([lineOf(payment), fee(-1.77)]);
    expect(deposit).toMatchObject({ TotalAmt: 48.93, DepositToAccountRef: { name: "Checking" }, TxnDate: "2026-11-02" });
    expect(balances()).toEqual({ Checking: "48.93", "Merchant Fees": "1.77", "Accounts Receivable": "-50.70" });
    expect(await company.read("payment", payment.Id)).toMatchObject({ SyncToken: "1", LinkedTxn: [{ TxnId: deposit.Id, TxnType: "Deposit" }] });
    expect(await company.read("deposit", deposit.Id)).toMatchObject({ Line: [{ Amount: 50.7 }, { Amount: -1.77 }] });
    expect(await company.query("select * from Deposit where TotalAmt = '48.93'")).toMatchObject({ Deposit: [{ Id: deposit.Id }] });
  });

  it("gives everything back when it is deleted", async () => {
    const payment = await pay(50.7);
    const deposit = await bring([lineOf(payment)]);
    await company.write("/deposit?operation=delete", { Id: deposit.Id, SyncToken: "0" });
    expect(balances()).toEqual({ "Undeposited Funds": "50.70", "Accounts Receivable": "-50.70" });
    expect(await company.read("payment", payment.Id)).toMatchObject({ LinkedTxn: [], SyncToken: "2" });
    expect(await refusal("/payment?operation=delete", { Id: payment.Id, SyncToken: "2" })).toBeUndefined();
  });

  it("lets go of a payment whose line an update leaves out", async () => {
    const [first, second] = [await pay(10), await pay(20)];
    const deposit = await bring([lineOf(first), lineOf(second)]);
    await company.write("/deposit", { Id: deposit.Id, SyncToken: "0", sparse: true, Line: [lineOf(second)] });
    expect(balances()).toMatchObject({ Checking: "20.00", "Undeposited Funds": "10.00" });
    expect(await company.read("payment", first.Id)).toMatchObject({ LinkedTxn: [] });
  });

  it.each([
    ["its amount changed", "/payment", { sparse: true, TotalAmt: 60 }],
    ["its account changed", "/payment", { sparse: true, DepositToAccountRef: { value: "2" } }],
    ["voided", "/payment?operation=update&include=void", { sparse: true }],
    ["deleted", "/payment?operation=delete", {}],
  ])("keeps a payment from being %s, with 6540, and the books stay", async (_, path, change) => {
    const payment = await pay(50.7);
    await bring([lineOf(payment)]);
    const before = balances();
    expect(await refusal(path, { Id: payment.Id, SyncToken: "1", ...change })).toBe("6540");
    expect(balances()).toEqual(before);
    expect(await company.read("payment", payment.Id)).toMatchObject({ TotalAmt: 50.7, SyncToken: "1" });
  });

  it("lets a payment be applied and annotated, unless the switch says no", async () => {
    const payment = await pay(50.7);
    const invoice = await company.write("/invoice", orderForm());
    await bring([lineOf(payment)]);
    const applying = { Line: [{ Amount: 50.7, LinkedTxn: [{ TxnId: invoice.Id, TxnType: "Invoice" }] }] };
    company.quickbooks.setSwitches(company.realmId, { depositedAllowsApplying: false });
    expect(await refusal("/payment", { Id: payment.Id, SyncToken: "1", sparse: true, ...applying })).toBe("6540");
    expect(await company.write("/payment", { Id: payment.Id, SyncToken: "1", sparse: true, PrivateNote: "seen" })).toMatchObject({ PrivateNote: "seen" });
    company.quickbooks.setSwitches(company.realmId, { depositedAllowsApplying: true });
    const applied = await company.write("/payment", { Id: payment.Id, SyncToken: "2", sparse: true, ...applying });
    expect(applied).toMatchObject({ UnappliedAmt: 0, LinkedTxn: [{ TxnType: "Deposit" }] });
    expect(await company.read("invoice", invoice.Id)).toMatchObject({ Balance: 0 });
  });

  it.each([
    ["without a line", () => [], "2020"],
    ["of a payment that is not there", () => [lineOf({ Id: "99", TotalAmt: 1 })], "610"],
    ["of a part of a payment", (payment: JsonObject) => [{ ...lineOf(payment), Amount: 1 }], "6000"],
    ["of one payment twice", (payment: JsonObject) => [lineOf(payment), lineOf(payment)], "6000"],
    ["without the line of the link", (payment: JsonObject) => [{ Amount: 50.7, LinkedTxn: [{ TxnId: payment.Id, TxnType: "Payment" }] }], "2020"],
    ["of an invoice", () => [{ Amount: 1, LinkedTxn: [{ TxnId: "1", TxnType: "Invoice", TxnLineId: "0" }] }], "6000"],
    ["of less than nothing", () => [fee(-5)], "6000"],
  ])("%s is refused", async (_, lines, code) => {
    const payment = await pay(50.7);
    expect(await refusal("/deposit", { DepositToAccountRef: { value: CHECKING }, Line: lines(payment) })).toBe(code);
    expect(balances()).toEqual({ "Undeposited Funds": "50.70", "Accounts Receivable": "-50.70" });
  });

  it("needs an account that money can lie on, and a payment is in one deposit only", async () => {
    const payment = await pay(50.7);
    expect(await refusal("/deposit", { Line: [lineOf(payment)] })).toBe("2020");
    expect(await refusal("/deposit", { DepositToAccountRef: { value: "6" }, Line: [lineOf(payment)] })).toBe("6000");
    await bring([lineOf(payment)]);
    expect(await refusal("/deposit", { DepositToAccountRef: { value: CHECKING }, Line: [lineOf(payment)] })).toBe("6000");
  });

  it("takes sales receipts and, against them, refund receipts; both are protected as payments are", async () => {
    const { quickbooks, realmId } = company;
    const sale = await company.write("/salesreceipt", orderForm());
    const tea = { Amount: 40, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { value: "2" }, TaxCodeRef: { value: "NON" } } };
    const refund = await company.write("/refundreceipt", orderForm({ DocNumber: "1001-R1", DepositToAccountRef: sale.DepositToAccountRef, Line: [tea], TxnTaxDetail: { TotalTax: 0 } }));
    const deposit = quickbooks.bookkeeper(realmId, { action: "deposit", payments: [sale.Id, refund.Id] });
    expect(deposit).toMatchObject({ TotalAmt: 10.7, Line: [{ Amount: 50.7 }, { Amount: -40 }] });
    expect(balances()).toMatchObject({ Checking: "10.70" });
    expect(balances()).not.toHaveProperty("Undeposited Funds");
    for (const [path, row] of [["salesreceipt", sale], ["refundreceipt", refund]] as const) {
      expect(await company.read(path, row.Id)).toMatchObject({ LinkedTxn: [{ TxnId: deposit.Id, TxnType: "Deposit" }] });
      expect(await refusal(`/${path}?operation=delete`, { Id: row.Id, SyncToken: "1" })).toBe("6540");
      expect(await refusal(`/${path}`, { Id: row.Id, SyncToken: "1", sparse: true, DepositToAccountRef: { value: "2" } })).toBe("6540");
      expect(await company.write(`/${path}`, { Id: row.Id, SyncToken: "1", sparse: true, PrivateNote: "seen" })).toMatchObject({ PrivateNote: "seen", LinkedTxn: [{ TxnType: "Deposit" }] });
    }
    expect(await refusal("/salesreceipt?operation=update&include=void", { Id: sale.Id, SyncToken: "2", sparse: true })).toBe("6540");
    quickbooks.bookkeeper(realmId, { action: "undeposit", payments: [refund.Id, sale.Id] });
    expect(quickbooks.documents(realmId, "Deposit")).toEqual([]);
    expect(await refusal("/salesreceipt?operation=delete", { Id: sale.Id, SyncToken: "3" })).toBeUndefined();
  });

  it("is made and undone by the bookkeeper, several payments at once", async () => {
    const { quickbooks, realmId } = company;
    const [first, second] = [await pay(10), await pay(20)];
    expect(quickbooks.bookkeeper(realmId, { action: "deposit", payments: [first.Id, second.Id] })).toMatchObject({ TotalAmt: 30, DepositToAccountRef: { name: "Checking" } });
    expect(balances()).toEqual({ Checking: "30.00", "Accounts Receivable": "-30.00" });
    quickbooks.bookkeeper(realmId, { action: "undeposit", payments: [first.Id] });
    expect(balances()).toEqual({ Checking: "20.00", "Undeposited Funds": "10.00", "Accounts Receivable": "-30.00" });
    quickbooks.bookkeeper(realmId, { action: "undeposit", payments: [second.Id] });
    expect(quickbooks.documents(realmId, "Deposit")).toEqual([]);
    expect(balances()).toEqual({ "Undeposited Funds": "30.00", "Accounts Receivable": "-30.00" });
    expect(() => quickbooks.bookkeeper(realmId, { action: "undeposit", payments: [first.Id] })).toThrow("A business validation error");
    expect(() => quickbooks.bookkeeper(realmId, { action: "deposit", payments: [first.Id], account: "Mattress" })).toThrow('"Mattress", which the company does not have');
  });
});
