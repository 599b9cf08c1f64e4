import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ConnectedCompany, connectCompany, valueOf } from "../testing/connected-company.ts";
import { authorise, readCallback } from "./authorise.ts";
import { freshAccessToken } from "./fresh-access-token.ts";

const TOKEN_PATH = "POST /oauth2/v1/tokens/bearer";

describe("the connection to QuickBooks", () => {
  let company: ConnectedCompany;
  beforeEach(async () => {
    company = await connectCompany();
  });
  afterEach(() => company[Symbol.asyncDispose]());

  const token = (rejected: string | null = null) => freshAccessToken(company.store, company.clock, company.oauth, rejected);

  test("a code becomes tokens for an hour and a hundred days, and works once", async () => {
    expect(company.store.tokens.accessTokenExpiresAt.toString()).toBe("2026-11-02T19:00:00Z");
    expect(company.store.tokens.refreshTokenExpiresAt.toString()).toBe("2027-02-10T18:00:00Z");
    const callback = readCallback(new URL(company.quickbooks.consent(company.oauth.consentUrl("s"), company.realmId)).searchParams);
    if (!callback || !("granted" in callback)) throw new Error("expected a grant");
    expect(callback.granted).toMatchObject({ realmId: company.realmId, state: "s" });
    expect((await authorise(company.oauth, callback.granted.code, company.clock)).ok).toBe(true);
    expect((await authorise(company.oauth, callback.granted.code, company.clock)).ok).toBe(false);
  });

  test("the consent page is asked for accounting only, and gets our state", () => {
    const url = new URL(company.oauth.consentUrl("state-7"));
    expect(url.origin).toBe(company.quickbooks.origin);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: "client", scope: "com.intuit.quickbooks.accounting", state: "state-7", response_type: "code",
    });
  });

  test("a token with more than ten minutes left is used as it is, with less it is refreshed", async () => {
    const first = company.store.tokens;
    company.advance({ minutes: 50 });
    expect(valueOf(await token())).toBe(first.accessToken);
    company.advance({ seconds: 1 });
    const fresh = valueOf(await token());
    expect(fresh).not.toBe(first.accessToken);
    expect(company.store.tokens).toMatchObject({ accessToken: fresh, previousRefreshToken: first.refreshToken });
    expect(company.store.tokens.refreshToken).not.toBe(first.refreshToken);
  });

  test("while Intuit keeps the refresh token, the one before it is kept too", async () => {
    company.quickbooks.setOAuthSwitches({ rotation: "daily" });
    company.store.tokens = { ...company.store.tokens, previousRefreshToken: "the-one-before" };
    const { refreshToken } = company.store.tokens;
    company.advance({ hours: 1 });
    valueOf(await token());
    expect(company.store.tokens).toMatchObject({ refreshToken, previousRefreshToken: "the-one-before" });
  });

  test("many callers at once refresh once", async () => {
    company.advance({ hours: 1 });
    const tokens = await Promise.all(Array.from({ length: 8 }, () => token()));
    expect(new Set(tokens.map(valueOf)).size).toBe(1);
    expect(company.store.refreshes).toBe(1);
  });

  test("a rejected token is replaced even before its time, once for all who were rejected", async () => {
    const rejected = company.store.tokens.accessToken;
    const [a, b] = await Promise.all([token(rejected), token(rejected)]);
    expect(valueOf(a)).toBe(valueOf(b));
    expect(valueOf(a)).not.toBe(rejected);
    expect(company.store.refreshes).toBe(1);
  });

  test("a lost answer is survived by sending the old refresh token once more, where Intuit still takes it", async () => {
    company.quickbooks.setOAuthSwitches({ graceSeconds: 3_600 });
    company.quickbooks.setFaults(company.realmId, [{ on: TOKEN_PATH, do: "commitThenDrop" }]);
    company.advance({ hours: 1 });
    const fresh = valueOf(await token());
    expect(company.store.tokens.accessToken).toBe(fresh);
    valueOf(await company.ledger.readCompany());
  });

  test("a lost answer whose rotation cannot be undone asks to connect again", async () => {
    company.quickbooks.setFaults(company.realmId, [{ on: TOKEN_PATH, do: "commitThenDrop" }]);
    company.advance({ hours: 1 });
    expect(await token()).toMatchObject({ failure: { kind: "needs_auth" } });
    expect(company.store.refreshes).toBe(0);
  });

  test("a token service that stays silent is trouble that passes, and gets two requests, not eight", async () => {
    company.quickbooks.setFaults(company.realmId, [{ on: TOKEN_PATH, do: "dropBefore", times: 2 }]);
    company.advance({ hours: 1 });
    expect(await token()).toMatchObject({ failure: { kind: "transient" } });
    expect((await token()).ok).toBe(true);
  });

  test("when Intuit knows only the previous refresh token, that one is tried", async () => {
    const { refreshToken } = company.store.tokens;
    company.store.tokens = { ...company.store.tokens, refreshToken: "never-arrived", previousRefreshToken: refreshToken };
    company.advance({ hours: 1 });
    expect((await token()).ok).toBe(true);
    expect(company.store.tokens.previousRefreshToken).toBe(refreshToken);
  });

  test("a person who disconnects in QuickBooks ends it: needs_auth, from the refresh and from the ledger", async () => {
    company.quickbooks.disconnect(company.realmId);
    expect(await company.ledger.readCompany()).toMatchObject({ failure: { kind: "needs_auth" } });
    company.advance({ hours: 1 });
    expect(await token()).toMatchObject({ failure: { kind: "needs_auth" } });
  });

  test("revoking ends it from our side", async () => {
    expect(await company.oauth.revoke(company.store.tokens.refreshToken)).toBe(true);
    expect(await company.ledger.readCompany()).toMatchObject({ failure: { kind: "needs_auth" } });
  });

  test("an access token that QuickBooks refuses is refreshed and the write is sent again, once", async () => {
    company.store.tokens = { ...company.store.tokens, accessToken: "expired-early" };
    const made = await company.ledger.createCustomer(
      { displayName: "Ada", givenName: null, familyName: null, company: null, email: null, phone: null, billTo: null, shipTo: null, currency: null }, "c-1",
    );
    expect(made.ok).toBe(true);
    expect(company.log.map(({ status, outcome }) => [status, outcome])).toEqual([[401, "needs_auth"], [200, "ok"]]);
  });
});

describe("Intuit's callback", () => {
  test.each([
    ["code=C&state=S&realmId=934145", { granted: { code: "C", realmId: "934145", state: "S" } }],
    ["error=access_denied&state=S", { declined: { error: "access_denied", state: "S" } }],
    ["code=C&state=S&realmId=../1", null],
    ["code=C&realmId=934145", null],
    ["", null],
  ])("%s", (query, wanted) => {
    expect(readCallback(new URLSearchParams(query))).toEqual(wanted);
  });
});
