import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenCompany } from "#sandbox/quickbooks/testing/open-company.ts";
import { openCompany, orderForm, STOCKED_COMPANY } from "#sandbox/quickbooks/testing/open-company.ts";
import { ENTITIES, type PlayedKind } from "./document-kinds.ts";
import { documentsByOrder } from "./order-documents.ts";
import { readDocument } from "./quickbooks-document.ts";
import type { ResultDocument } from "./result.ts";

describe("a document of the simulated company, in the words of the result", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(() => company.quickbooks.close());

  const line = (Amount: number) => ({ Amount, DetailType: "SalesItemLineDetail", Description: "Tea", SalesItemLineDetail: { ItemRef: { value: "2" }, TaxCodeRef: { value: "NON" } } });
  const form = (Amount: number, DocNumber: string, memo = "") => orderForm({ DocNumber, Line: [line(Amount)], TxnTaxDetail: null, PrivateNote: memo });
  const applying = (Amount: number, TxnType: string, { Id }: { Id?: unknown }) => ({ Amount, LinkedTxn: [{ TxnId: String(Id), TxnType }] });
  const read = (kind: PlayedKind): ResultDocument[] => company.quickbooks.documents(company.realmId, ENTITIES[kind]).map((row) => readDocument(kind, row));
  const credit = () => company.write("/creditmemo", form(50, "1001-C1", "Shopify order #1001 [tieout example/77/credit_memo/81]"));
  const giveBack = (memo = "") => company.write("/purchase", {
    PaymentType: "Cash", AccountRef: { value: "2" }, EntityRef: { value: "1", type: "Customer" }, DocNumber: "1001-R1", PrivateNote: memo,
    Line: [{ Amount: 10, DetailType: "AccountBasedExpenseLineDetail", AccountBasedExpenseLineDetail: { AccountRef: { value: "4" }, CustomerRef: { value: "1" } } }],
  });

  it("is open credit until something takes it, and tells the two that took it", async () => {
    const invoice = await company.write("/invoice", form(30, "1001"));
    const memo = await credit();
    expect(read("credit_memo")).toMatchObject([{ kind: "credit_memo", entity: "CreditMemo", docNumber: "1001-C1", total: "50.00", balance: "50.00", status: "open", part: "81", links: [], lines: [{ description: "Tea", amount: "50.00" }] }]);
    await company.write("/payment", { CustomerRef: { value: "1" }, TotalAmt: 0, Line: [applying(30, "Invoice", invoice), applying(30, "CreditMemo", memo)] });
    expect(read("credit_memo")).toMatchObject([{ balance: "20.00", status: "partially_applied", links: [{ kind: "payment" }] }]);
    expect(read("payment")).toMatchObject([{ total: "0.00", status: "applied", links: [{ kind: "invoice", id: invoice.Id }, { kind: "credit_memo", id: memo.Id }] }]);
    const back = await giveBack();
    expect(read("customer_refund")).toMatchObject([{ kind: "customer_refund", entity: "Purchase", docNumber: "1001-R1", total: "10.00", status: "open", links: [], lines: [{ account: "Accounts Receivable", item: null, amount: "10.00" }] }]);
    expect(read("customer_refund")[0]).not.toHaveProperty("balance");
    await company.write("/payment", { CustomerRef: { value: "1" }, TotalAmt: 0, Line: [applying(10, "Expense", back), applying(10, "CreditMemo", memo)] });
    expect(read("customer_refund")).toMatchObject([{ status: "applied", links: [{ kind: "payment" }] }]);
    expect(read("payment")[1]?.links).toEqual([{ kind: "customer_refund", id: back.Id }, { kind: "credit_memo", id: memo.Id }]);
  });

  it("is a refund receipt that is paid, and void by the bookkeeper’s hand", async () => {
    const receipt = await company.write("/refundreceipt", { ...form(12, "1001-R1"), DepositToAccountRef: { value: "2" } });
    expect(read("refund_receipt")).toMatchObject([{ kind: "refund_receipt", entity: "RefundReceipt", total: "12.00", status: "paid", lines: [{ description: "Tea" }] }]);
    company.quickbooks.bookkeeper(company.realmId, { action: "void", kind: "refund_receipt", id: receipt.Id });
    expect(read("refund_receipt")).toMatchObject([{ total: "0.00", status: "voided" }]);
  });

  it("is found by our marker although no posting knows it, whatever its kind", async () => {
    await credit();
    await giveBack("[tieout example/77/customer_refund/82]");
    const found = documentsByOrder({ shop: "example.myshopify.com", realmId: company.realmId }, [], company.quickbooks);
    expect([...found].map(([gid, documents]) => [gid, documents.map(({ kind, part }) => `${kind} ${part}`)])).toEqual([["gid://shopify/Order/77", ["credit_memo 81", "customer_refund 82"]]]);
  });
});
