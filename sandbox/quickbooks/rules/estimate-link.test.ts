import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { STOCKED_COMPANY, codeOf, openCompany, orderForm } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";
import { objectsOf } from "../wire/json.ts";

describe("an invoice linked to an estimate", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(() => company.quickbooks.close());

  const quote = (changes = {}) => company.write("/estimate", orderForm({ TxnStatus: "Accepted", ...changes }));
  const linkTo = (id: unknown) => ({ LinkedTxn: [{ TxnId: String(id), TxnType: "Estimate" }] });
  const invoiceOf = (id: unknown, changes = {}) => company.call("POST", "/invoice", orderForm({ ...linkTo(id), ...changes }));

  it("closes it and shows on both sides; the estimate has a new SyncToken", async () => {
    const estimate = await quote();
    const invoice = await company.write("/invoice", orderForm(linkTo(estimate.Id)));
    expect(invoice).toMatchObject({ SyncToken: "0", LinkedTxn: [{ TxnId: estimate.Id, TxnType: "Estimate" }] });
    expect(await company.read("estimate", estimate.Id)).toMatchObject({
      TxnStatus: "Closed",
      SyncToken: "1",
      LinkedTxn: [{ TxnId: invoice.Id, TxnType: "Invoice" }],
    });
  });

  it("leaves the estimate’s status alone where the company is set so", async () => {
    company.quickbooks.setSwitches(company.realmId, { linkClosesEstimate: false });
    const estimate = await quote();
    await invoiceOf(estimate.Id);
    expect(await company.read("estimate", estimate.Id)).toMatchObject({ TxnStatus: "Accepted", SyncToken: "1" });
    expect(await company.write("/estimate", { Id: estimate.Id, SyncToken: "1", sparse: true, TxnStatus: "Closed" })).toMatchObject({
      TxnStatus: "Closed",
    });
  });

  it("may say so on its lines instead of its header", async () => {
    const estimate = await quote();
    const lines = objectsOf(orderForm(), "Line").map((line) => ({ ...line, ...linkTo(estimate.Id) }));
    const invoice = await company.write("/invoice", orderForm({ Line: lines }));
    expect(invoice.LinkedTxn).toEqual([{ TxnId: estimate.Id, TxnType: "Estimate" }]);
    expect(await company.read("estimate", estimate.Id)).toMatchObject({ TxnStatus: "Closed" });
  });

  it("is the only one the estimate can have", async () => {
    const estimate = await quote();
    await invoiceOf(estimate.Id);
    expect(codeOf(await invoiceOf(estimate.Id, { DocNumber: "1001-2" }))).toBe("620");
    company.quickbooks.setSwitches(company.realmId, { secondInvoiceForEstimate: "accept" });
    expect((await invoiceOf(estimate.Id, { DocNumber: "1001-2" })).status).toBe(200);
  });

  it.each([
    ["belongs to another customer", { CustomerRef: { value: "2" } }],
    ["was rejected", { TxnStatus: "Rejected" }],
    ["was closed by hand", { TxnStatus: "Closed" }],
  ])("is refused with 620 when the estimate %s, and nothing is stored", async (_case, changes) => {
    const estimate = await quote(changes);
    expect(codeOf(await invoiceOf(estimate.Id))).toBe("620");
    expect(company.quickbooks.documents(company.realmId, "Invoice")).toEqual([]);
  });

  it("is refused with 610 when the estimate does not exist", async () => {
    expect(codeOf(await invoiceOf("77"))).toBe("610");
  });

  it("opens the estimate again when it is deleted", async () => {
    const estimate = await quote();
    const invoice = await company.write("/invoice", orderForm(linkTo(estimate.Id)));
    await company.write("/invoice?operation=delete", { Id: invoice.Id, SyncToken: "0" });
    expect(await company.read("estimate", estimate.Id)).toMatchObject({ TxnStatus: "Accepted", LinkedTxn: [], SyncToken: "2" });
  });

  it("keeps its estimate in a sparse update, loses it in a full one that does not name it", async () => {
    const estimate = await quote();
    const invoice = await company.write("/invoice", orderForm(linkTo(estimate.Id)));
    await company.write("/invoice", { Id: invoice.Id, SyncToken: "0", sparse: true, PrivateNote: "x" });
    expect(await company.read("estimate", estimate.Id)).toMatchObject({ TxnStatus: "Closed", SyncToken: "1" });
    await company.write("/invoice", orderForm({ Id: invoice.Id, SyncToken: "1" }));
    expect(await company.read("estimate", estimate.Id)).toMatchObject({ TxnStatus: "Accepted", LinkedTxn: [] });
  });

  it("loses the link when the estimate is deleted", async () => {
    const estimate = await quote();
    const invoice = await company.write("/invoice", orderForm(linkTo(estimate.Id)));
    await company.write("/estimate?operation=delete", { Id: estimate.Id, SyncToken: "1" });
    expect(await company.read("invoice", invoice.Id)).toMatchObject({ LinkedTxn: [], SyncToken: "1" });
  });

  it("cannot be voided on the estimate’s side: estimates have no void", async () => {
    const estimate = await quote();
    expect(codeOf(await company.call("POST", "/estimate?operation=void", { Id: estimate.Id, SyncToken: "0" }))).toBe("500");
  });

  it("refuses an estimate status QuickBooks does not have", async () => {
    expect(codeOf(await company.call("POST", "/estimate", orderForm({ TxnStatus: "Open" })))).toBe("2170");
  });
});
