import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seededIds } from "../../chance/seeded-ids.ts";
import { REDIRECT, authorizeUrl, codeOf, openCompany, tokenRequest } from "../testing/open-company.ts";
import type { OpenCompany, Reply } from "../testing/open-company.ts";
import { textOf } from "../wire/json.ts";

describe("OAuth", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany({ name: "Tea & Co" });
  });
  afterEach(() => company.quickbooks.close());

  const refresh = (refresh_token: string): Promise<Reply> =>
    tokenRequest(company.quickbooks.origin, { grant_type: "refresh_token", refresh_token });
  const tokenOf = ({ body }: Reply): string => textOf(body, "refresh_token") ?? "";
  const callWith = (token: string, realmId = company.realmId): Promise<Response> =>
    fetch(`${company.quickbooks.origin}/v3/company/${realmId}/companyinfo/${realmId}`, { headers: { authorization: `Bearer ${token}` } });

  it("shows a person a page with the companies and sends the choice back to the app", async () => {
    const url = authorizeUrl(company.quickbooks.origin);
    const page = await (await fetch(url)).text();
    expect(page).toContain("Tea &amp; Co");
    const choose = (decision: string) =>
      fetch(`${company.quickbooks.origin}/connect/oauth2`, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams([...new URL(url).searchParams, ["realmId", company.realmId], ["decision", decision]]),
      });
    const agreed = new URL((await choose("connect")).headers.get("location") ?? "");
    expect(agreed.href.startsWith(REDIRECT)).toBe(true);
    expect(agreed.searchParams.get("realmId")).toBe(company.realmId);
    expect(agreed.searchParams.get("state")).toBe("s1");
    const denied = new URL((await choose("deny")).headers.get("location") ?? "");
    expect([...denied.searchParams]).toEqual([["error", "access_denied"], ["state", "s1"]]);
  });

  it("refuses an unknown app and an incomplete request with a page", async () => {
    const url = authorizeUrl(company.quickbooks.origin);
    expect((await fetch(url.replace("client_id=client", "client_id=other"))).status).toBe(400);
    expect((await fetch(url.replace("state=s1", "state="))).status).toBe(400);
  });

  it("redeems a code once, for the same redirect address, within ten minutes", async () => {
    const { quickbooks, realmId } = company;
    const codeFor = () => new URL(quickbooks.consent(authorizeUrl(quickbooks.origin), realmId)).searchParams.get("code") ?? "";
    const redeem = (code: string, redirect_uri = REDIRECT) => tokenRequest(quickbooks.origin, { grant_type: "authorization_code", code, redirect_uri });
    const code = codeFor();
    expect((await redeem(code)).body).toMatchObject({ token_type: "bearer", expires_in: 3600, x_refresh_token_expires_in: 8_640_000 });
    expect(await redeem(code)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect(await redeem(codeFor(), "http://elsewhere/")).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    const late = codeFor();
    company.advance({ minutes: 11 });
    expect(await redeem(late)).toMatchObject({ body: { error: "invalid_grant" } });
  });

  it("refuses a wrong secret and an unknown grant", async () => {
    const response = await fetch(`${company.quickbooks.origin}/oauth2/v1/tokens/bearer`, {
      method: "POST",
      headers: { authorization: `Basic ${Buffer.from("client:wrong!").toString("base64")}` },
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: company.refreshToken }),
    });
    expect([response.status, await response.json()]).toMatchObject([401, { error: "invalid_client" }]);
    expect(await tokenRequest(company.quickbooks.origin, { grant_type: "password" })).toMatchObject({ body: { error: "unsupported_grant_type" } });
  });

  it("rotates the refresh token at every refresh; the old one is worth nothing then", async () => {
    const second = tokenOf(await refresh(company.refreshToken));
    expect(second).not.toBe(company.refreshToken);
    expect(await refresh(company.refreshToken)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect((await refresh(second)).status).toBe(200);
  });

  it("can forgive the old refresh token for a while", async () => {
    company.quickbooks.setOAuthSwitches({ graceSeconds: 60 });
    await refresh(company.refreshToken);
    expect((await refresh(company.refreshToken)).status).toBe(200);
    company.advance({ seconds: 61 });
    expect((await refresh(company.refreshToken)).status).toBe(400);
  });

  it("can end the connection when an old refresh token is used again", async () => {
    company.quickbooks.setOAuthSwitches({ reuseRevokes: true });
    const second = tokenOf(await refresh(company.refreshToken));
    await refresh(company.refreshToken);
    expect((await refresh(second)).status).toBe(400);
    expect((await callWith(company.accessToken)).status).toBe(401);
  });

  it("can keep the refresh token for a day", async () => {
    company.quickbooks.setOAuthSwitches({ rotation: "daily" });
    expect(tokenOf(await refresh(company.refreshToken))).toBe(company.refreshToken);
    company.advance({ hours: 25 });
    expect(tokenOf(await refresh(company.refreshToken))).not.toBe(company.refreshToken);
  });

  it("loses both tokens when the answer to a refresh is lost, as a planned fault", async () => {
    company.quickbooks.setFaults(company.realmId, [{ on: "POST /oauth2/v1/tokens/bearer", do: "commitThenDrop" }]);
    await expect(refresh(company.refreshToken)).rejects.toThrow("fetch failed");
    expect((await refresh(company.refreshToken)).status).toBe(400);
  });

  it("ends an access token after an hour and a refresh token after 100 days without use", async () => {
    expect((await callWith(company.accessToken)).status).toBe(200);
    company.advance({ minutes: 60 });
    const expired = await callWith(company.accessToken);
    expect([expired.status, expired.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="Intuit", error="invalid_token"']);
    company.advance({ hours: 100 * 24 });
    expect((await refresh(company.refreshToken)).status).toBe(400);
  });

  it("opens one company only", async () => {
    const other = company.quickbooks.createCompany({});
    const response = await callWith(company.accessToken, other);
    const body = JSON.parse(await response.text());
    expect([response.status, codeOf({ status: 403, body, headers: response.headers })]).toEqual([403, "3100"]);
  });

  it.each(["revoke", "disconnect"])("is over after a %s", async (how) => {
    if (how === "disconnect") company.quickbooks.disconnect(company.realmId);
    else {
      const response = await fetch(`${company.quickbooks.origin}/v2/oauth2/tokens/revoke`, {
        method: "POST",
        headers: { authorization: `Basic ${Buffer.from("client:secret").toString("base64")}`, "content-type": "application/json" },
        body: JSON.stringify({ token: company.refreshToken }),
      });
      expect(response.status).toBe(200);
    }
    expect((await callWith(company.accessToken)).status).toBe(401);
    expect((await refresh(company.refreshToken)).status).toBe(400);
  });

  it("draws codes, tokens and transaction ids from a source of one's own, so that two runs are the same", async () => {
    const run = async (seed: number): Promise<(string | null)[]> => {
      await using seeded = await openCompany({}, undefined, { ids: seededIds(seed) });
      const { headers, body } = await seeded.call("GET", "/preferences");
      return [seeded.accessToken, seeded.refreshToken, headers.get("intuit_tid"), JSON.stringify(body), JSON.stringify(seeded.quickbooks.company(seeded.realmId).requests.map(({ durationMs: _, ...request }) => request))];
    };
    const first = await run(1);
    expect(await run(1)).toEqual(first);
    expect((await run(2)).slice(0, 3)).not.toEqual(first.slice(0, 3));
  });

  it("says who the user is", async () => {
    const response = await fetch(`${company.quickbooks.origin}/v1/openid_connect/userinfo`, {
      headers: { authorization: `Bearer ${company.accessToken}` },
    });
    expect(await response.json()).toMatchObject({ emailVerified: true });
  });

  it("never leaves a token in the request log", async () => {
    await callWith(company.accessToken);
    company.advance({ hours: 2 });
    await callWith(company.accessToken);
    const log = company.quickbooks.requests(company.realmId);
    expect(log.map(({ status }) => status)).toEqual([200, 401]);
    expect(JSON.stringify(log)).not.toContain(company.accessToken);
  });
});
