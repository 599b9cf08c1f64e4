import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { browse, readable } from "../testing/browse.ts";
import type { Browser } from "../testing/browse.ts";
import { openCompany, orderForm } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf } from "../wire/json.ts";

const HOSTILE = `<script>alert("x")</script> & 'Co'`;

const COMPANY: JsonObject = {
  name: "Harbour <b>Goods</b>",
  customers: [{ DisplayName: "Ada Lovelace", PrimaryEmailAddr: { Address: "ada@example.com" } }, { DisplayName: HOSTILE }],
  items: [{ Name: "Tee", Taxable: true }, { Name: "Shipping", IncomeAccountRef: { name: "Shipping Income" } }],
};

describe("the pages of a company", () => {
  let company: OpenCompany;
  let browser: Browser;
  beforeEach(async () => {
    company = await openCompany(COMPANY);
    browser = browse(company);
  });
  afterEach(() => company.quickbooks.close());

  const sale = async (): Promise<{ estimate: string; invoice: string; payment: string }> => {
    const estimate = await company.write("/estimate", orderForm({ PrivateNote: "Shopify #1001" }));
    const invoice = await company.write("/invoice", orderForm({ LinkedTxn: [{ TxnId: estimate.Id, TxnType: "Estimate" }] }));
    const Line = [{ Amount: 50.7, LinkedTxn: [{ TxnId: invoice.Id, TxnType: "Invoice" }] }];
    const payment = await company.write("/payment", { CustomerRef: { value: "1" }, TotalAmt: 60, PaymentRefNum: "P-1", DepositToAccountRef: { value: "2" }, Line });
    return { estimate: idOf(estimate), invoice: idOf(invoice), payment: idOf(payment) };
  };
  const text = async (path: string): Promise<string> => readable((await browser.open(path)).html);

  it("start with the list of companies", async () => {
    const { html } = await browser.open("//");
    expect(html).toContain(`href="/company/${company.realmId}"`);
    expect(readable(html)).toContain("Harbour <b>Goods</b> United States, USD");
    expect(readable(html)).toContain("An app is connected");
  });

  it("show a purchase order with its vendor, the customer it goes to, and what is ordered; it can be deleted and has no edit form", async () => {
    const vendor = await company.write("/vendor", { DisplayName: "Acme" });
    const detail = { ItemRef: { value: "1" }, Qty: 2, UnitPrice: 8.125 };
    const made = await company.write("/purchaseorder", {
      VendorRef: { value: idOf(vendor) }, APAccountRef: { value: "5" }, ShipTo: { value: "1" }, DocNumber: "1001-D1", Line: [{ Amount: 16.25, DetailType: "ItemBasedExpenseLineDetail", ItemBasedExpenseLineDetail: detail }],
    });
    const page = await text(`/documents/PurchaseOrder/${idOf(made)}`);
    expect(page).toMatch(/Purchase order 1001-D1.*\$16.25 Open.*Vendor Acme.*For the customer Ada Lovelace.*Tee 2 8.125 \$16.25/);
    expect(page).toContain("Delete");
    expect(page).not.toContain("Edit");
    expect(await text("/documents")).toContain("Purchase order");
  });

  it("say so where there is nothing yet", async () => {
    expect(await text("")).toContain("No documents yet.");
    expect(await text("/documents")).toContain("No documents yet.");
    expect(await text("/trial-balance")).toContain("Nothing was booked yet.");
    expect(await text("/accounts/2")).toContain("Nothing was booked on this account yet.");
    expect(await text("/customers/1")).toContain("No documents for this customer yet.");
    expect(await text("/requests")).toContain("No app has asked anything yet.");
  });

  it("show a refund from end to end: the memo, the money given back, and the payment of 0 between them", async () => {
    const memo = await company.write("/creditmemo", orderForm({ DocNumber: "1001-C1" }));
    expect(await text(`/documents/CreditMemo/${idOf(memo)}`)).toMatch(/Credit memo 1001-C1.*Unapplied.*\$50.70 credit left/);
    expect(await text("")).toContain("Unapplied credit -$50.70");
    const detail = { AccountRef: { value: "4" }, CustomerRef: { value: "1" } };
    const refund = await company.write("/purchase", {
      PaymentType: "Cash", AccountRef: { value: "2" }, EntityRef: { value: "1", type: "Customer" }, DocNumber: "1001-R1",
      Line: [{ Amount: 50.7, DetailType: "AccountBasedExpenseLineDetail", AccountBasedExpenseLineDetail: detail }],
    });
    expect(await text(`/documents/Purchase/${idOf(refund)}`)).toMatch(/Expense 1001-R1.*Ada Lovelace.*Accounts Receivable.*\$50.70/);
    expect(await text("")).toContain("Receivable $0.00");
    const link = (TxnType: string, { Id }: JsonObject) => ({ Amount: 50.7, LinkedTxn: [{ TxnId: idOf({ Id }), TxnType }] });
    await company.write("/payment", { CustomerRef: { value: "1" }, TotalAmt: 0, Line: [link("Expense", refund), link("CreditMemo", memo)] });
    expect(await text(`/documents/CreditMemo/${idOf(memo)}`)).toMatch(/Applied.*Expense 1001-R1/);
    expect(await text("/customers/1")).toContain("Expense 1001-R1");
  });

  it("show balances and this month's income on the overview", async () => {
    await sale();
    const page = await text("");
    expect(page).toContain("Bank accounts $60.00");
    expect(page).toContain("Receivable -$9.30 Open invoices $0.00 Unapplied credit -$9.30");
    expect(page).toContain("Income in November 2026 $47.50 Sales of Product Income $40.00 Shipping Income $7.50");
    company.advance({ hours: 24 * 40 });
    expect(await text("")).toContain("No income this month yet.");
  });

  it("list documents newest first, fifty to a page", async () => {
    for (let number = 1; number <= 51; number += 1) await company.write("/estimate", orderForm({ DocNumber: `E${number}` }));
    const first = await text("/documents");
    expect(first.indexOf("Estimate E51")).toBeLessThan(first.indexOf("Estimate E50"));
    expect(first).toContain("1–50 of 51");
    expect(first).not.toContain("Estimate E1 ");
    expect(await text("/documents?page=2")).toContain("Estimate E1 ");
    expect(await text("/documents?page=99")).toContain("51–51 of 51");
  });

  it.each([
    ["kind=Invoice", ["Invoice 1001"]],
    ["customer=LOVE", ["Payment P-1", "Invoice 1001", "Estimate 1001"]],
    ["number=p-", ["Payment P-1"]],
    ["from=2026-11-03", []],
    ["kind=Estimate&from=2026-11-01&to=2026-11-02", ["Estimate 1001"]],
  ])("filter documents by %s", async (query, expected) => {
    await sale();
    const { html } = await browser.open(`/documents?${query}`);
    const body = html.slice(html.indexOf("<main"));
    expect([...body.matchAll(/<a href="[^"]*\/documents\/\w+\/\d+">([^<]*)</g)].map(([, title]) => title)).toEqual(expected);
    expect(body.includes("No document matches these filters.")).toBe(expected.length === 0);
  });

  it("show an invoice with its lines, its chain, its journal entry and its history", async () => {
    const { estimate, invoice, payment } = await sale();
    const { html } = await browser.open(`/documents/Invoice/${invoice}`);
    const page = readable(html);
    expect(page).toContain("Invoice 1001");
    expect(page).toContain("Tee 2 $20.00 TAX $40.00");
    expect(page).toContain("Sales tax $3.20 Total $50.70 Balance due $0.00");
    expect(page).toContain("Accounts Receivable 50.70 Sales of Product Income 40.00 Shipping Income 7.50 Sales Tax Payable 3.20 Total 50.70 50.70");
    expect(page).toContain("Created by the app, through the API Nov 2, 2026, 10:00:00 AM PST");
    expect(page).toContain("Changed by the app, through the API Nov 2, 2026, 10:00:00 AM PST links, balance");
    const base = `/company/${company.realmId}/documents`;
    for (const linked of [`${base}/Estimate/${estimate}`, `${base}/Payment/${payment}`]) expect(html).toContain(`href="${linked}"`);
    expect(html).toMatch(/<details id="raw"><summary>/);
  });

  it("show the chain from each of its ends", async () => {
    const { estimate, payment } = await sale();
    for (const path of [`/documents/Estimate/${estimate}`, `/documents/Payment/${payment}`]) {
      expect(await text(path)).toMatch(/Estimate 1001 \$50\.70 Closed Invoice 1001 \$50\.70 Paid Payment P-1 \$60\.00 Partly applied/);
    }
  });

  it("call an estimate by its name and say what Tieout calls it", async () => {
    const { estimate } = await sale();
    const page = await text(`/documents/Estimate/${estimate}`);
    expect(page).toContain("Estimate 1001");
    expect(page).toContain("Tieout calls this a sales order.");
    expect(page).toContain("Estimates do not post");
  });

  it("keep open balance and unapplied credit of a customer apart", async () => {
    await sale();
    await company.write("/invoice", orderForm({ DocNumber: "1002" }));
    expect(await text("/customers")).toContain("Ada Lovelace ada@example.com $50.70 $9.30");
    const page = await text("/customers/1");
    expect(page).toContain("Open balance $50.70 Unapplied credit $9.30");
    expect(page).toContain("Invoice 1002");
    expect(await text("/customers?name=babbage")).toContain("No customer has “babbage” in the name.");
  });

  it("show the chart, an account's register and the trial balance", async () => {
    await sale();
    expect(await text("/accounts")).toContain("Shopify Clearing Bank $60.00");
    expect(await text("/accounts/4")).toMatch(/Payment P-1 Ada Lovelace 60\.00 -\$9\.30 Nov 2, 2026 Invoice 1001 Ada Lovelace 50\.70 \$50\.70/);
    const page = await text("/trial-balance");
    expect(page).toContain("Total 60.00 60.00");
    expect(page).toContain("Debits equal credits.");
  });

  it("show what apps asked, without what people did here, and never a token", async () => {
    await sale();
    await company.call("GET", "/query?query=select%20*%20from%20Invoice&requestid=r-7");
    await browser.submit("/documents/Estimate/1/edit", { memo: "by hand" });
    const { html } = await browser.open("/requests");
    expect(readable(html)).toMatch(/GET \/query\?query=select \* from Invoice 200 \d+ ms Nov 2, 2026, 10:00:00 AM PST r-7/);
    expect(readable(html)).toContain("4 requests, newest first.");
    expect(readable((await browser.open("/requests/1")).html)).toContain("POST /invoice");
    company.advance({ hours: 2 });
    await fetch(`${company.quickbooks.origin}/v3/company/${company.realmId}/invoice/1`, { headers: { authorization: `Bearer ${company.accessToken}` } });
    const pages = [await browser.open("/requests"), await browser.open("/requests/4")];
    expect(readable(pages[1]?.html ?? "")).toContain("Token expired: [token]");
    for (const page of pages) expect(page.html).not.toContain(company.accessToken);
  });

  it("write names as text and never as markup, wherever they appear", async () => {
    const form = orderForm({ CustomerRef: { value: "2" }, DocNumber: "<i>7</i>", PrivateNote: HOSTILE, CustomerMemo: { value: HOSTILE } });
    const estimate = await company.write("/estimate", form);
    const invoice = await company.write("/invoice", { ...form, LinkedTxn: [{ TxnId: estimate.Id, TxnType: "Estimate" }] });
    const paths = ["", "/documents", "/customers", "/customers/2", "/accounts/4", `/documents/Invoice/${idOf(invoice)}`, `/documents/Invoice/${idOf(invoice)}/edit`];
    for (const path of [...paths, "//", "/requests", "/requests/0", `/documents?customer=${encodeURIComponent(HOSTILE)}`, `/documents/x/${encodeURIComponent("<i>")}`]) {
      const { html } = await browser.open(path);
      expect(html).not.toContain("<script>alert");
      expect(html).not.toContain("<i>");
      expect(html).not.toContain("Harbour <b>");
    }
    expect(await text(`/documents/Invoice/${idOf(invoice)}`)).toContain(HOSTILE);
  });

  it("answer what is not there with a page that says so", async () => {
    for (const path of ["/documents/Invoice/99", "/documents/Customer/1", "/customers/99", "/accounts/99", "/requests/0", "/nothing", "//company/1"]) {
      const { status, html } = await browser.open(path);
      expect([path, status]).toEqual([path, 404]);
      expect(readable(html)).toMatch(/There is no such (page|company)/);
    }
  });

  it("cost nothing when nothing is new, and run no foreign script", async () => {
    const { headers } = await browser.open("/documents");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    const path = `${company.quickbooks.origin}/company/${company.realmId}/documents`;
    const again = (): Promise<Response> => fetch(path, { headers: { "if-none-match": headers.get("etag") ?? "" } });
    expect((await again()).status).toBe(304);
    await company.write("/estimate", orderForm());
    expect((await again()).status).toBe(200);
    const [, style = ""] = /href="(\/assets\/[^"]*\.css[^"]*)"/.exec((await browser.open("")).html) ?? [];
    expect((await browser.open(`/${style}`)).headers.get("content-type")).toContain("text/css");
  });
});
