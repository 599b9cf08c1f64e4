import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readable } from "../testing/browse.ts";
import { authorizeUrl, openCompany } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";

describe("the consent page", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany({ name: "Tea <b>& Co" });
  });
  afterEach(() => company.quickbooks.close());

  const url = (): string => authorizeUrl(company.quickbooks.origin);
  const fieldsOf = (html: string): Record<string, string> =>
    Object.fromEntries([...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));
  const answer = (fields: Record<string, string>): Promise<Response> =>
    fetch(`${company.quickbooks.origin}/connect/oauth2`, { method: "POST", redirect: "manual", body: new URLSearchParams(fields) });

  it("lets a person pick the company and says what access means and where it leads", async () => {
    company.quickbooks.createCompany({ name: "Second", country: "GB", currency: "GBP" });
    const html = await (await fetch(url())).text();
    expect(html).toContain(`value="${company.realmId}" required checked`);
    const page = readable(html);
    expect(page).toContain("Tea <b>& Co United States, USD");
    expect(page).toContain("an app is connected already");
    expect(page).toContain("Second United Kingdom, GBP");
    expect(page).toContain("Tieout will be able to");
    expect(page).toContain("You return to 127.0.0.1:1.");
  });

  it("sends code, state and company back, or that access was denied", async () => {
    const fields = fieldsOf(await (await fetch(url())).text());
    const agreed = new URL((await answer({ ...fields, realmId: company.realmId, decision: "connect" })).headers.get("location") ?? "");
    expect([agreed.searchParams.get("state"), agreed.searchParams.get("realmId")]).toEqual(["s1", company.realmId]);
    const denied = new URL((await answer({ ...fields, realmId: company.realmId, decision: "deny" })).headers.get("location") ?? "");
    expect([...denied.searchParams]).toEqual([["error", "access_denied"], ["state", "s1"]]);
  });

  it("asks again when no company was chosen", async () => {
    const fields = fieldsOf(await (await fetch(url())).text());
    const response = await answer({ ...fields, decision: "connect", realmId: "7" });
    expect([response.status, readable(await response.text())]).toEqual([400, expect.stringContaining("Choose the company to connect.")]);
  });

  it("refuses an answer after an hour, in words", async () => {
    const fields = fieldsOf(await (await fetch(url())).text());
    company.advance({ minutes: 61 });
    const response = await answer({ ...fields, realmId: company.realmId, decision: "connect" });
    expect([response.status, readable(await response.text())]).toEqual([400, expect.stringContaining("This page was open for too long")]);
  });

  it.each([
    ["client_id=client", "client_id=other", "belongs to no app that QuickBooks knows"],
    ["state=s1", "state=", "client_id, redirect_uri, scope and state are required"],
    ["response_type=code", "response_type=token", "response_type must be code"],
    ["com.intuit.quickbooks.accounting", "openid", "the scope must contain"],
    ["http%3A%2F%2F127", "javascript%3A%2F%2F127", "redirect_uri is no address"],
  ])("tells a wrong request in words: %s → %s", async (from, to, words) => {
    const response = await fetch(url().replace(from, to));
    expect([response.status, readable(await response.text())]).toEqual([400, expect.stringContaining(words)]);
  });

  it("takes no answer from another site's page", async () => {
    const fields = fieldsOf(await (await fetch(url())).text());
    const body = new URLSearchParams({ ...fields, realmId: company.realmId, decision: "connect" });
    const response = await fetch(`${company.quickbooks.origin}/connect/oauth2`, { method: "POST", redirect: "manual", body, headers: { origin: "https://evil.example" } });
    expect(response.status).toBe(403);
  });
});
