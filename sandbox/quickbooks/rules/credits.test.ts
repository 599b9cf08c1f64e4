import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenCompany } from "../testing/open-company.ts";
import type { JsonObject } from "../wire/json.ts";
import { codeOf, openCompany, orderForm, STOCKED_COMPANY } from "../testing/open-company.ts";

describe("credit of a customer", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(() => company.quickbooks.close());

  const line = (Amount: number) => ({ Amount, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { value: "2" }, TaxCodeRef: { value: "NON" } } });
  const bill = (Amount: number, DocNumber = "1001") => company.write("/invoice", orderForm({ DocNumber, Line: [line(Amount)], TxnTaxDetail: null }));
  const credit = (Amount: number, DocNumber = "1001-C1") => company.write("/creditmemo", orderForm({ DocNumber, Line: [line(Amount)], TxnTaxDetail: null }));
  const giveBack = (Amount: number, changes = {}) => company.write("/purchase", {
    PaymentType: "Cash", AccountRef: { value: "2" }, EntityRef: { value: "1", type: "Customer" }, DocNumber: "1001-R1",
    Line: [{ Amount, DetailType: "AccountBasedExpenseLineDetail", AccountBasedExpenseLineDetail: { AccountRef: { value: "4" }, CustomerRef: { value: "1" } } }], ...changes,
  });
  const applying = (Amount: number, TxnType: string, { Id }: { Id?: unknown }) => ({ Amount, LinkedTxn: [{ TxnId: String(Id), TxnType }] });
  const pay = (TotalAmt: number, Line: JsonObject[] = []) => company.write("/payment", { CustomerRef: { value: "1" }, TotalAmt, DepositToAccountRef: { value: "2" }, Line });
  const refusedPay = async (TotalAmt: number, Line: JsonObject[]) => codeOf(await company.call("POST", "/payment", { CustomerRef: { value: "1" }, TotalAmt, Line }));

  describe("from a credit memo", () => {
    it("takes the sale back onto receivables", async () => {
      await bill(100);
      expect(await credit(50)).toMatchObject({ TotalAmt: 50, Balance: 50, RemainingCredit: 50 });
      expect(company.quickbooks.trialBalance(company.realmId)).toMatchObject([
        { account: "Accounts Receivable", debit: "50.00" }, { account: "Shipping Income", credit: "50.00" },
      ]);
      expect(await company.read("customer", 1)).toMatchObject({ Balance: 50 });
    });

    it("is put on an invoice by a payment of 0 (REF sample of 05, 1.8)", async () => {
      const invoice = await bill(100);
      const memo = await credit(50);
      const payment = await pay(0, [applying(50, "Invoice", invoice), applying(50, "CreditMemo", memo)]);
      expect(payment).toMatchObject({ TotalAmt: 0, UnappliedAmt: 0 });
      expect(await company.read("invoice", invoice.Id)).toMatchObject({ Balance: 50, LinkedTxn: [{ TxnId: payment.Id, TxnType: "Payment" }] });
      expect(await company.read("creditmemo", memo.Id)).toMatchObject({ Balance: 0, RemainingCredit: 0, LinkedTxn: [{ TxnId: payment.Id, TxnType: "Payment" }] });
    });

    it("pays together with money", async () => {
      const invoice = await bill(100);
      const memo = await credit(40);
      expect(await pay(60, [applying(100, "Invoice", invoice), applying(40, "CreditMemo", memo)])).toMatchObject({ UnappliedAmt: 0 });
      expect(await company.read("invoice", invoice.Id)).toMatchObject({ Balance: 0 });
    });

    it("cannot be spent twice, nor more than there is of it, nor less than it pays", async () => {
      const invoice = await bill(100);
      const memo = await credit(50);
      expect(await refusedPay(0, [applying(60, "Invoice", invoice), applying(60, "CreditMemo", memo)])).toBe("6000");
      expect(await refusedPay(0, [applying(60, "Invoice", invoice), applying(50, "CreditMemo", memo)])).toBe("6000");
      await pay(0, [applying(50, "Invoice", invoice), applying(50, "CreditMemo", memo)]);
      expect(await refusedPay(0, [applying(1, "Invoice", invoice), applying(1, "CreditMemo", memo)])).toBe("6000");
    });

    it("is spent on something, never turned into money", async () => {
      const memo = await credit(50);
      expect(await refusedPay(0, [applying(50, "CreditMemo", memo)])).toBe("6000");
      const invoice = await bill(100);
      await pay(0, [applying(50, "Invoice", invoice), applying(50, "CreditMemo", memo)]);
      await company.write("/invoice?operation=void", { Id: invoice.Id, SyncToken: "1" });
      expect(await company.read("creditmemo", memo.Id)).toMatchObject({ RemainingCredit: 50, LinkedTxn: [] });
      expect(company.quickbooks.documents(company.realmId, "Payment")).toMatchObject([{ TotalAmt: 0, UnappliedAmt: 0, Line: [] }]);
    });

    it("cannot be lowered below what was spent of it", async () => {
      const invoice = await bill(100);
      const memo = await credit(50);
      await pay(0, [applying(50, "Invoice", invoice), applying(50, "CreditMemo", memo)]);
      const lower = { Id: memo.Id, SyncToken: "1", sparse: true, Line: [line(20)] };
      expect(codeOf(await company.call("POST", "/creditmemo", lower))).toBe("6000");
      expect(await company.write("/creditmemo", { ...lower, Line: [line(70)] })).toMatchObject({ TotalAmt: 70, RemainingCredit: 20 });
    });

    it("opens the invoice again when the memo is deleted", async () => {
      const invoice = await bill(100);
      const memo = await credit(50);
      const payment = await pay(30, [applying(80, "Invoice", invoice), applying(50, "CreditMemo", memo)]);
      await company.write("/creditmemo?operation=delete", { Id: memo.Id, SyncToken: "1" });
      expect(await company.read("invoice", invoice.Id)).toMatchObject({ Balance: 70 });
      expect(await company.read("payment", payment.Id)).toMatchObject({ TotalAmt: 30, UnappliedAmt: 0 });
    });

    it("opens the invoice again when a person voids the memo, which an app cannot", async () => {
      const invoice = await bill(100);
      const memo = await credit(50);
      await pay(0, [applying(50, "Invoice", invoice), applying(50, "CreditMemo", memo)]);
      const asked = { Id: memo.Id, SyncToken: "1" };
      expect(codeOf(await company.call("POST", "/creditmemo?operation=void", asked))).toBe("500");
      company.quickbooks.bookkeeper(company.realmId, { action: "void", kind: "credit_memo", id: memo.Id });
      expect(await company.read("creditmemo", memo.Id)).toMatchObject({ TotalAmt: 0, RemainingCredit: 0, LinkedTxn: [] });
      expect(await company.read("invoice", invoice.Id)).toMatchObject({ Balance: 100 });
      expect(company.quickbooks.trialBalance(company.realmId)).toMatchObject([{ account: "Accounts Receivable", debit: "100.00" }, { credit: "100.00" }]);
    });

    it("goes onto the oldest open invoice by itself where the company is set so", async () => {
      company.quickbooks.bookkeeper(company.realmId, { action: "setPreferences", value: { "SalesFormsPrefs.AutoApplyCredit": true } });
      const first = await bill(30);
      const second = await bill(30, "1002");
      const memo = await credit(50);
      expect(await company.read("creditmemo", memo.Id)).toMatchObject({ RemainingCredit: 0 });
      expect(await company.read("invoice", first.Id)).toMatchObject({ Balance: 0 });
      expect(await company.read("invoice", second.Id)).toMatchObject({ Balance: 10 });
      await credit(25, "1001-C2");
      expect(await bill(40, "1003")).toMatchObject({ Balance: 25 });
    });
  });

  describe("given back as an expense on receivables", () => {
    it("settles an unapplied payment: receivables, money and the customer are at zero", async () => {
      const payment = await pay(56.2);
      const refund = await giveBack(56.2);
      expect(refund).toMatchObject({ TotalAmt: 56.2, EntityRef: { value: "1", name: "Ada Lovelace", type: "Customer" } });
      const linked = await company.write("/payment", { Id: payment.Id, SyncToken: "0", sparse: true, Line: [applying(56.2, "Expense", refund)] });
      expect(linked).toMatchObject({ UnappliedAmt: 0 });
      expect(await company.read("purchase", refund.Id)).toMatchObject({ LinkedTxn: [{ TxnId: payment.Id, TxnType: "Payment" }] });
      expect(company.quickbooks.trialBalance(company.realmId)).toEqual([]);
      expect(await company.read("customer", 1)).toMatchObject({ Balance: 0 });
    });

    it("takes what is left of a credit memo (A42)", async () => {
      const invoice = await bill(100);
      await pay(60, [applying(60, "Invoice", invoice)]);
      const memo = await credit(50);
      const refund = await giveBack(10);
      await pay(0, [applying(40, "Invoice", invoice), applying(10, "Expense", refund), applying(50, "CreditMemo", memo)]);
      expect(await company.read("invoice", invoice.Id)).toMatchObject({ Balance: 0 });
      expect(await company.read("creditmemo", memo.Id)).toMatchObject({ RemainingCredit: 0 });
      expect(await company.read("customer", 1)).toMatchObject({ Balance: 0 });
    });

    it("is linked once only, and by nobody but the customer it went to", async () => {
      const refund = await giveBack(10);
      await pay(10, [applying(10, "Expense", refund)]);
      expect(await refusedPay(10, [applying(10, "Expense", refund)])).toBe("6000");
      const other = await company.call("POST", "/payment", { CustomerRef: { value: "2" }, TotalAmt: 10, Line: [applying(10, "Expense", await giveBack(10, { DocNumber: "2" }))] });
      expect(codeOf(other)).toBe("6000");
    });

    it("keeps its customer while a payment links it", async () => {
      const refund = await giveBack(10);
      await pay(10, [applying(10, "Expense", refund)]);
      const toAnother = { AccountRef: { value: "4" }, CustomerRef: { value: "2" } };
      const body = { Id: refund.Id, SyncToken: "1", sparse: true, Line: [{ Amount: 10, DetailType: "AccountBasedExpenseLineDetail", AccountBasedExpenseLineDetail: toAnother }] };
      expect(codeOf(await company.call("POST", "/purchase", body))).toBe("6000");
    });

    it("is credit again when a person voids it", async () => {
      const refund = await giveBack(10);
      const payment = await pay(10, [applying(10, "Expense", refund)]);
      company.quickbooks.bookkeeper(company.realmId, { action: "void", kind: "customer_refund", id: refund.Id });
      expect(await company.read("payment", payment.Id)).toMatchObject({ UnappliedAmt: 10, Line: [] });
      expect(await company.read("purchase", refund.Id)).toMatchObject({ TotalAmt: 0, LinkedTxn: [], PrivateNote: "Voided" });
    });

    it("is credit again when it is deleted", async () => {
      const refund = await giveBack(10);
      const payment = await pay(10, [applying(10, "Expense", refund)]);
      await company.write("/purchase?operation=delete", { Id: refund.Id, SyncToken: "1" });
      expect(await company.read("payment", payment.Id)).toMatchObject({ UnappliedAmt: 10, Line: [] });
    });

    it.each([
      ["without a customer on receivables", "6000", { Line: [{ Amount: 1, DetailType: "AccountBasedExpenseLineDetail", AccountBasedExpenseLineDetail: { AccountRef: { value: "4" } } }] }],
      ["from an account that is not money", "6000", { AccountRef: { value: "6" } }],
      ["without an account", "2020", { AccountRef: null }],
      ["without a payment type", "2020", { PaymentType: null }],
      ["without lines", "2020", { Line: [] }],
      ["to somebody who does not exist", "2500", { EntityRef: { value: "99", type: "Customer" } }],
    ])("is refused %s", async (_case, code, changes) => {
      const body = { PaymentType: "Cash", AccountRef: { value: "2" }, Line: [{ Amount: 1, DetailType: "AccountBasedExpenseLineDetail", AccountBasedExpenseLineDetail: { AccountRef: { value: "16" } } }] };
      expect(codeOf(await company.call("POST", "/purchase", { ...body, ...changes }))).toBe(code);
      expect(company.quickbooks.documents(company.realmId, "Purchase")).toEqual([]);
    });

    it("pays an expense account as well", async () => {
      await giveBack(0, { Line: [{ Amount: 15, DetailType: "AccountBasedExpenseLineDetail", AccountBasedExpenseLineDetail: { AccountRef: { value: "16" } } }] });
      expect(company.quickbooks.trialBalance(company.realmId)).toMatchObject([{ account: "Shopify Clearing", credit: "15.00" }, { account: "Merchant Fees", debit: "15.00" }]);
    });
  });
});
