import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { browse, readable } from "../testing/browse.ts";
import { STOCKED_COMPANY, openCompany, orderForm } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";
import { idOf } from "../wire/json.ts";

describe("links in the shape of the real product", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(() => company.quickbooks.close());

  it("lead to the document's page, with or without the company's id", async () => {
    const { location } = browse(company);
    const estimate = await company.write("/estimate", orderForm());
    const invoice = await company.write("/invoice", orderForm());
    const payment = await company.write("/payment", { CustomerRef: { value: "1" }, TotalAmt: 5 });
    const base = `/company/${company.realmId}`;
    expect(await location(`//app/estimate?txnId=${idOf(estimate)}&companyId=${company.realmId}`)).toBe(`${base}/documents/Estimate/${idOf(estimate)}`);
    expect(await location(`//app/invoice?txnId=${idOf(invoice)}`)).toBe(`${base}/documents/Invoice/${idOf(invoice)}`);
    expect(await location(`//app/recvpayment?txnId=${idOf(payment)}`)).toBe(`${base}/documents/Payment/${idOf(payment)}`);
    expect(await location("//app/customerdetail?nameId=1")).toBe(`${base}/customers/1`);
  });

  it("lead to a page that says so when the document was deleted", async () => {
    const { open } = browse(company);
    const id = idOf(await company.write("/estimate", orderForm()));
    company.quickbooks.bookkeeper(company.realmId, { action: "delete", kind: "sales_order", id });
    const { status, html } = await open(`//app/estimate?txnId=${id}`);
    expect(status).toBe(410);
    expect(readable(html)).toContain("This document was deleted.");
  });

  it("ask which company when several have the number", async () => {
    const id = idOf(await company.write("/invoice", orderForm()));
    const other = company.quickbooks.createCompany(STOCKED_COMPANY);
    company.quickbooks.company(other).tables.Invoice = { [id]: { Id: id } };
    const { html } = await browse(company).open(`//app/invoice?txnId=${id}`);
    expect(html).toContain(`/company/${other}/documents/Invoice/${id}`);
    expect(readable(html)).toContain("Which company?");
  });

  it.each(["//app/invoice?txnId=99", "//app/invoice?txnId=<x>", "//app/invoice", "//app/payroll?txnId=1", "//app/invoice?txnId=1&companyId=7"])("say that %s leads nowhere", async (path) => {
    expect((await browse(company).open(path)).status).toBe(404);
  });
});
