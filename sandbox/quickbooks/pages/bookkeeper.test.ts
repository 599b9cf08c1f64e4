import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { browse, readable } from "../testing/browse.ts";
import type { Browser, Seen } from "../testing/browse.ts";
import { STOCKED_COMPANY, openCompany, orderForm } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";
import { idOf } from "../wire/json.ts";

describe("the bookkeeper's controls on the pages", () => {
  let company: OpenCompany;
  let browser: Browser;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
    browser = browse(company);
  });
  afterEach(() => company.quickbooks.close());

  const make = async (path: string, body = orderForm()): Promise<string> => idOf(await company.write(path, body));
  const pay = (invoice: string, amount = 50.7): Promise<string> =>
    make("/payment", { CustomerRef: { value: "1" }, TotalAmt: 50.7, Line: [{ Amount: amount, LinkedTxn: [{ TxnId: invoice, TxnType: "Invoice" }] }] });
  const alertOf = ({ html }: Seen): string => readable(/<div class="notice refused"[\s\S]*?<\/div>/.exec(html)?.[0] ?? "").trim();

  it("change memo, message, date, number and status, and nothing that was left as it is", async () => {
    const id = await make("/estimate");
    const fields = { memo: "Call first", message: "Thank you", date: "2026-11-05", number: "1001-A", status: "Accepted" };
    const { status, html } = await browser.submit(`/documents/Estimate/${id}/edit`, fields);
    expect(status).toBe(200);
    expect(readable(html)).toContain("Saved. The change is in the books.");
    expect(await company.read("estimate", id)).toMatchObject({ PrivateNote: "Call first", CustomerMemo: { value: "Thank you" }, TxnDate: "2026-11-05", DocNumber: "1001-A", TxnStatus: "Accepted", TotalAmt: 50.7 });
    await browser.submit(`/documents/Estimate/${id}/edit`, { memo: "" });
    const estimate = await company.read("estimate", id);
    expect([estimate.PrivateNote, estimate.SyncToken]).toEqual([undefined, "2"]);
    await browser.submit(`/documents/Estimate/${id}/edit`, { date: "2026-11-05" });
    expect((await company.read("estimate", id)).SyncToken).toBe("2");
  });

  it("change quantity, rate and amount of lines exactly, remove a line, and correct the tax", async () => {
    const id = await make("/invoice");
    await browser.submit(`/documents/Invoice/${id}/edit`, { "line-1-quantity": "3", "line-1-price": "19.995", "line-2-amount": "8.25", "line-2-description": "Express", tax: "4.8" });
    expect(await company.read("invoice", id)).toMatchObject({
      Line: [{ Id: "1", Amount: 59.99, SalesItemLineDetail: { Qty: 3, UnitPrice: 19.995 } }, { Id: "2", Amount: 8.25, Description: "Express" }, {}],
      TotalAmt: 73.04,
      Balance: 73.04,
    });
    await browser.submit(`/documents/Invoice/${id}/edit`, { "line-2-removed": "on" });
    expect(await company.read("invoice", id)).toMatchObject({ TotalAmt: 64.79, Line: [{ Id: "1" }, { DetailType: "SubTotalLineDetail" }] });
  });

  it("say in words what is no number, and keep what was typed", async () => {
    const id = await make("/invoice");
    const answer = await browser.submit(`/documents/Invoice/${id}/edit`, { "line-1-quantity": "three", memo: "typed" });
    expect(answer.status).toBe(400);
    expect(alertOf(answer)).toBe("Nothing was changed. Quantity: “three” is not a number such as 12.50.");
    expect(answer.html).toContain(">typed</textarea>");
    expect((await company.read("invoice", id)).SyncToken).toBe("0");
  });

  it("refuse a change to a version that is not the newest, in QuickBooks' words", async () => {
    const id = await make("/estimate");
    company.quickbooks.bookkeeper(company.realmId, { action: "edit", kind: "sales_order", id, patch: { PrivateNote: "somebody else" } });
    const answer = await browser.submit(`/documents/Estimate/${id}/edit`, { syncToken: "0", memo: "mine" });
    expect(alertOf(answer)).toContain("QuickBooks refuses this. Stale Object Error : You and another user were working on this at the same time.");
    expect(alertOf(await browser.submit(`/documents/Estimate/${id}/delete`, { syncToken: "0" }))).toContain("Error 5010");
  });

  it("take a payment off an invoice and apply it again", async () => {
    const invoice = await make("/invoice");
    const payment = await pay(invoice, 20);
    expect((await browser.open(`/documents/Payment/${payment}/edit`)).html).toContain(`name="applied-${invoice}" value="20.00"`);
    await browser.submit(`/documents/Payment/${payment}/edit`, { [`applied-${invoice}`]: "0" });
    expect(await company.read("invoice", invoice)).toMatchObject({ Balance: 50.7, LinkedTxn: [] });
    await browser.submit(`/documents/Payment/${payment}/edit`, { [`applied-${invoice}`]: "50.70", number: "REF-9", depositTo: "2" });
    expect(await company.read("payment", payment)).toMatchObject({ UnappliedAmt: 0, PaymentRefNum: "REF-9", DepositToAccountRef: { value: "2" } });
    const answer = await browser.submit(`/documents/Payment/${payment}/edit`, { [`applied-${invoice}`]: "51" });
    expect(alertOf(answer)).toContain("exceeds its open balance");
  });

  it("say before voiding an invoice what becomes of its payment and its estimate", async () => {
    const estimate = await make("/estimate");
    const invoice = await make("/invoice", orderForm({ LinkedTxn: [{ TxnId: estimate, TxnType: "Estimate" }] }));
    const payment = await pay(invoice);
    const page = readable((await browser.open(`/documents/Invoice/${invoice}`)).html);
    expect(page).toContain("Void this invoice? Its amounts become 0. It stays in the list, marked Voided. $50.70 of a payment becomes unapplied credit of Ada Lovelace. Estimate 1001 stays linked to it and closed.");
    expect(page).toContain("Delete this invoice? It disappears for good; only its audit history is kept. $50.70 of a payment becomes unapplied credit of Ada Lovelace. Estimate 1001 can be invoiced again.");
    const done = readable((await browser.submit(`/documents/Invoice/${invoice}/void`)).html);
    expect(done).toContain("Voided by the bookkeeper");
    expect(done).toContain("A void document posts nothing any more.");
    expect(await company.read("payment", payment)).toMatchObject({ UnappliedAmt: 50.7 });
    expect((await browser.open(`/documents/Invoice/${invoice}`)).html).not.toContain("void-dialog");
  });

  it("delete a document for good, and still tell its history", async () => {
    const id = await make("/estimate");
    const { status, html } = await browser.submit(`/documents/Estimate/${id}/delete`);
    expect([status, readable(html)]).toEqual([200, expect.stringContaining("Deleted by the bookkeeper")]);
    expect((await browser.open(`/documents/Estimate/${id}`)).status).toBe(410);
    expect((await company.call("GET", `/estimate/${id}`)).status).toBe(400);
    expect((await browser.submit(`/documents/Estimate/${id}/delete`)).status).toBe(404);
  });

  it("make the invoice from an estimate by hand, linked, with a number of its own (story A28)", async () => {
    const estimate = await make("/estimate", orderForm({ PrivateNote: "Shopify #1001" }));
    await make("/invoice", orderForm({ DocNumber: "2040" }));
    expect((await browser.open(`/documents/Estimate/${estimate}`)).html).toContain('name="docNumber" maxlength="21" value="2041"');
    const { html } = await browser.submit(`/documents/Estimate/${estimate}/invoice`, { docNumber: "2041", date: "2026-11-04" });
    expect(readable(html)).toContain("Invoice created from the estimate.");
    expect(company.quickbooks.documents(company.realmId, "Invoice").at(-1)).toMatchObject({
      ...{ DocNumber: "2041", TxnDate: "2026-11-04", TotalAmt: 50.7, Balance: 50.7, PrivateNote: "Shopify #1001", CustomerRef: { value: "1" } },
      LinkedTxn: [{ TxnId: estimate, TxnType: "Estimate" }],
      TxnTaxDetail: { TotalTax: 3.2 },
    });
    expect(await company.read("estimate", estimate)).toMatchObject({ TxnStatus: "Closed" });
    const again = await browser.submit(`/documents/Estimate/${estimate}/invoice`, { docNumber: "2042" });
    expect(alertOf(again)).toContain("Transaction cannot be linked");
    expect((await browser.submit(`/documents/Estimate/${estimate}/invoice`, { date: "soon" })).status).toBe(400);
  });

  it("close the books, show QuickBooks' refusal then, and open them again", async () => {
    const id = await make("/invoice");
    expect(readable((await browser.submit("/settings/close-books", { date: "2026-11-30" })).html)).toContain("The books are closed through Nov 30, 2026.");
    const refused = await browser.submit(`/documents/Invoice/${id}/void`);
    expect(refused.status).toBe(400);
    expect(alertOf(refused)).toMatch(/^QuickBooks refuses this\. Account Period Closed.* Error 6210$/);
    expect((await browser.submit("/settings/close-books", { date: "" })).status).toBe(400);
    await browser.submit("/settings/reopen-books");
    expect((await browser.submit(`/documents/Invoice/${id}/void`)).status).toBe(200);
  });

  it("change preferences by their boxes", async () => {
    const { html } = await browser.open("/settings");
    const ticked = [...html.matchAll(/name="([\w.]+)" value="on" checked/g)].map(([, name = ""]) => name);
    expect(ticked).toContain("SalesFormsPrefs.CustomTxnNumbers");
    const wanted = [...ticked.filter((name) => name !== "TaxPrefs.UsingSalesTax"), "SalesFormsPrefs.AutoApplyCredit"];
    await browser.submit("/settings/preferences", Object.fromEntries(wanted.map((name) => [name, "on"])));
    expect((await company.call("GET", "/preferences")).body).toMatchObject({
      Preferences: { SalesFormsPrefs: { AutoApplyCredit: true, AutoApplyPayments: false, CustomTxnNumbers: true, AllowEstimates: true }, TaxPrefs: { UsingSalesTax: false } },
    });
  });

  it("disconnect the app as a person does in QuickBooks", async () => {
    expect(readable((await browser.submit("/settings/disconnect")).html)).toContain("No app is connected.");
    expect((await company.call("GET", "/preferences")).status).toBe(401);
  });

  it("are never counted in the request log", async () => {
    const id = await make("/invoice");
    company.quickbooks.resetLog(company.realmId);
    for (const path of [`/documents/Invoice/${id}/void`, `/documents/Invoice/${id}/delete`, "/settings/preferences", "/settings/reopen-books"]) await browser.submit(path);
    expect(company.quickbooks.requests(company.realmId)).toEqual([]);
  });

  it("take no form from another site's page", async () => {
    const id = await make("/invoice");
    const foreign = await browser.submit(`/documents/Invoice/${id}/delete`, {}, { origin: "https://evil.example" });
    expect([foreign.status, (await company.call("GET", `/invoice/${id}`)).status]).toEqual([403, 200]);
    expect((await browser.submit(`/documents/Invoice/${id}/delete`, {}, { origin: company.quickbooks.origin })).status).toBe(200);
  });
});
