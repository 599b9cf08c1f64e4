import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenCompany } from "../testing/open-company.ts";
import { codeOf, openCompany, orderForm, STOCKED_COMPANY } from "../testing/open-company.ts";
import { idOf } from "../wire/json.ts";

const CLEARING = { value: "2" };

describe("receipts", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(() => company.quickbooks.close());

  /** Debits positive, by account. */
  const balance = (): Record<string, string> => {
    const rows = company.quickbooks.trialBalance(company.realmId);
    return Object.fromEntries(rows.map(({ account, debit, credit }) => [account, credit === "0.00" ? debit : `-${credit}`]));
  };
  const sell = (changes = {}) => company.write("/salesreceipt", orderForm({ DepositToAccountRef: CLEARING, ...changes }));
  const giveBack = (changes = {}) => company.write("/refundreceipt", orderForm({ DepositToAccountRef: CLEARING, DocNumber: "1001-R1", ...changes }));

  it("of a sale book income, tax and money, and nothing on receivables", async () => {
    expect(await sell()).toMatchObject({ TotalAmt: 50.7, Balance: 0, DepositToAccountRef: { name: "Shopify Clearing" } });
    expect(balance()).toEqual({ "Shopify Clearing": "50.70", "Sales of Product Income": "-40.00", "Shipping Income": "-7.50", "Sales Tax Payable": "-3.20" });
    expect(await company.read("customer", 1)).toMatchObject({ Balance: 0 });
  });

  it("of a sale go to Undeposited Funds when they say nothing else, and to no other kind of account than money has", async () => {
    expect(await sell({ DepositToAccountRef: undefined })).toMatchObject({ DepositToAccountRef: { name: "Undeposited Funds" } });
    expect(codeOf(await company.call("POST", "/salesreceipt", orderForm({ DocNumber: "1002", DepositToAccountRef: { value: "6" } })))).toBe("6000");
  });

  it("of a sale may spend a gift card by a negative line, down to a total of 0", async () => {
    const card = { Amount: -50.7, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { value: "2" }, TaxCodeRef: { value: "NON" } } };
    const { Line } = orderForm();
    expect(await sell({ Line: [...(Array.isArray(Line) ? Line : []), card] })).toMatchObject({ TotalAmt: 0 });
    expect(balance()).toEqual({ "Sales of Product Income": "-40.00", "Shipping Income": "43.20", "Sales Tax Payable": "-3.20" });
  });

  it("of a sale become 0 when they are void, by update with include=void only", async () => {
    const receipt = await sell();
    const key = { Id: receipt.Id, SyncToken: "0", sparse: true };
    expect(codeOf(await company.call("POST", "/salesreceipt?operation=void", key))).toBe("500");
    expect(await company.write("/salesreceipt?operation=update&include=void", key)).toMatchObject({ TotalAmt: 0, PrivateNote: "Voided" });
    expect(balance()).toEqual({});
  });

  it("of a sale may link one estimate, which closes with them and opens again without them", async () => {
    const estimate = await company.write("/estimate", orderForm({ TxnStatus: "Accepted" }));
    const receipt = await sell({ LinkedTxn: [{ TxnId: estimate.Id, TxnType: "Estimate" }] });
    expect(await company.read("estimate", estimate.Id)).toMatchObject({ TxnStatus: "Closed", LinkedTxn: [{ TxnId: receipt.Id, TxnType: "SalesReceipt" }] });
    await company.write("/salesreceipt?operation=delete", { Id: receipt.Id, SyncToken: "0" });
    expect(await company.read("estimate", estimate.Id)).toMatchObject({ TxnStatus: "Accepted", LinkedTxn: [] });
  });

  it("of a refund take the sale back: income, tax and money", async () => {
    await sell();
    expect(await giveBack()).toMatchObject({ TotalAmt: 50.7 });
    expect(balance()).toEqual({});
    expect(await company.read("customer", 1)).toMatchObject({ Balance: 0 });
  });

  it("of a refund need an account that the money leaves, lines and a customer, and link nothing", async () => {
    const refuse = async (changes: object) => codeOf(await company.call("POST", "/refundreceipt", orderForm({ DepositToAccountRef: CLEARING, ...changes })));
    expect(await refuse({ DepositToAccountRef: null })).toBe("2020");
    expect(await refuse({ Line: [] })).toBe("2020");
    expect(await refuse({ CustomerRef: null })).toBe("2020");
    expect(await refuse({ LinkedTxn: [{ TxnId: "1", TxnType: "SalesReceipt" }] })).toBe("620");
    expect(company.quickbooks.documents(company.realmId, "RefundReceipt")).toEqual([]);
  });

  it("of a refund are deleted, never void", async () => {
    const receipt = await giveBack();
    const key = { Id: receipt.Id, SyncToken: "0" };
    expect(codeOf(await company.call("POST", "/refundreceipt?operation=update&include=void", { ...key, sparse: true }))).toBe("500");
    await company.write("/refundreceipt?operation=delete", key);
    expect(balance()).toEqual({});
    expect(codeOf(await company.call("GET", `/refundreceipt/${idOf(receipt)}`))).toBe("610");
  });

  it("keep their numbers apart by kind", async () => {
    await sell();
    expect(codeOf(await company.call("POST", "/salesreceipt", orderForm({ DepositToAccountRef: CLEARING })))).toBe("6140");
    expect(await giveBack({ DocNumber: "1001" })).toMatchObject({ DocNumber: "1001" });
  });
});
