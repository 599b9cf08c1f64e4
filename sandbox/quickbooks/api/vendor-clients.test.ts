import OAuthClient from "intuit-oauth";
import QuickBooks from "node-quickbooks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CLIENT, REDIRECT, STOCKED_COMPANY, openCompany, orderForm } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";

describe("the libraries the app uses", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(() => company.quickbooks.close());

  it("intuit-oauth connects, refreshes and calls", async () => {
    const { origin } = company.quickbooks;
    const oauth = new OAuthClient({ ...CLIENT, environment: "sandbox", redirectUri: REDIRECT });
    oauth.setAuthorizeURLs({
      authorizeEndpoint: `${origin}/connect/oauth2`,
      tokenEndpoint: `${origin}/oauth2/v1/tokens/bearer`,
      revokeEndpoint: `${origin}/v2/oauth2/tokens/revoke`,
      userInfoEndpoint: `${origin}/v1/openid_connect/userinfo`,
    });
    const url = oauth.authorizeUri({ scope: [OAuthClient.scopes.Accounting], state: "s" });
    await oauth.createToken(company.quickbooks.consent(url, company.realmId));
    await oauth.refresh();
    const { json } = await oauth.makeApiCall({ url: `${origin}/v3/company/${company.realmId}/companyinfo/1`, method: "GET" });
    expect(json).toMatchObject({ CompanyInfo: { CompanyName: "Sandbox Company" } });
    await oauth.revoke();
  });

  it("node-quickbooks creates, updates, voids, deletes and finds", async () => {
    const client = new QuickBooks("", "", company.accessToken, false, company.realmId, true, false, null, "2.0", "");
    client.endpoint = `${company.quickbooks.origin}/v3/company/`;
    const run = (method: string, ...args: unknown[]): Promise<Record<string, unknown>> =>
      new Promise((resolve, reject) => {
        const send: unknown = Reflect.get(client, method);
        if (typeof send !== "function") throw new Error(`node-quickbooks has no ${method}`);
        send.call(client, ...args, (error: unknown, body: Record<string, unknown>) => (error ? reject(new Error("refused", { cause: error })) : resolve(body)));
      });
    const invoice = await run("createInvoice", { ...orderForm(), requestId: "r1" });
    expect(await run("createInvoice", { ...orderForm(), requestId: "r1" })).toEqual(invoice);
    const updated = await run("updateInvoice", { Id: invoice.Id, SyncToken: "0", PrivateNote: "x" });
    expect(updated).toMatchObject({ PrivateNote: "x", DocNumber: "1001", SyncToken: "1" });
    expect(await run("findInvoices", [{ field: "DocNumber", value: ["1001", "1002"], operator: "IN" }])).toMatchObject({
      QueryResponse: { Invoice: [{ Id: invoice.Id }] },
    });
    expect(await run("findCustomers", { DisplayName: "Ada Lovelace" })).toMatchObject({ QueryResponse: { maxResults: 1 } });
    expect(await run("voidInvoice", { Id: invoice.Id, SyncToken: "1" })).toMatchObject({ Invoice: { TotalAmt: 0 } });
    const payment = await run("createPayment", { CustomerRef: { value: "1" }, TotalAmt: 5 });
    expect(await run("voidPayment", { Id: payment.Id, SyncToken: "0" })).toMatchObject({ TotalAmt: 0 });
    expect(await run("deletePayment", { Id: payment.Id, SyncToken: "1" })).toMatchObject({ Payment: { status: "Deleted" } });
  });
});
