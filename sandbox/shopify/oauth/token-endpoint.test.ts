import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { APP, DOMAIN, exchangeBody, openShop } from "../testing/open-shop.ts";
import type { OpenShop } from "../testing/open-shop.ts";

const TOKEN_PATH = "/admin/oauth/access_token";

describe("offline tokens", () => {
  let open: OpenShop;
  beforeEach(async () => {
    open = await openShop();
  });
  afterEach(async () => {
    await open.shopify.close();
  });
  const refresh = (refresh_token: string): Promise<Response> =>
    open.post(TOKEN_PATH, { client_id: APP.apiKey, client_secret: APP.apiSecret, grant_type: "refresh_token", refresh_token });
  const call = (token: string, headers: Record<string, string> = {}): Promise<Response> =>
    open.post("/admin/api/2026-10/graphql.json", { query: "{ shop { name } }" }, { "x-shopify-access-token": token, ...headers });
  const refreshed = async (token: string): Promise<{ access_token: string; refresh_token: string }> =>
    (await (await refresh(token)).json()) as { access_token: string; refresh_token: string };

  it("are exchanged for a session token and open the Admin API for an hour", async () => {
    const response = await open.post(TOKEN_PATH, exchangeBody(open.shopify.sessionToken(DOMAIN)));
    const tokens = (await response.json()) as { access_token: string };
    expect(tokens).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7_776_000, scope: expect.stringContaining("read_orders") });
    expect((await call(tokens.access_token)).status).toBe(200);
    open.advance({ minutes: 61 });
    const late = await call(tokens.access_token);
    expect(late.status).toBe(401);
    expect(await late.json()).toEqual({ errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" });
  });

  it.each([
    ["an expired session token", { expiresIn: -60 }],
    ["a session token for another app", { aud: "other" }],
  ])("are not issued for %s", async (_, options) => {
    const response = await open.post(TOKEN_PATH, exchangeBody(open.shopify.sessionToken(DOMAIN, options)));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: "invalid_subject_token" });
  });

  it("are not issued for a forged session token, a wrong secret, or a token that does not expire", async () => {
    const body = exchangeBody(open.shopify.sessionToken(DOMAIN));
    const forged = await open.post(TOKEN_PATH, { ...body, subject_token: `${body["subject_token"]}x` });
    const wrongSecret = await open.post(TOKEN_PATH, { ...body, client_secret: "wrong" });
    const forever = await open.post(TOKEN_PATH, { ...body, expiring: "0" });
    const errors = await Promise.all([forged, wrongSecret, forever].map(async (response) => [response.status, ((await response.json()) as { error: string }).error]));
    expect(errors).toEqual([[400, "invalid_subject_token"], [400, "invalid_client"], [400, "invalid_request"]]);
  });

  it("rotate: the old refresh token works until the new access token is used", async () => {
    const first = await open.exchange();
    const lostAnswer = await refresh(first.refresh_token);
    expect(lostAnswer.status).toBe(200);
    const second = await refreshed(first.refresh_token);
    expect((await call(second.access_token)).status).toBe(200);
    const stale = await refresh(first.refresh_token);
    expect(stale.status).toBe(400);
    expect(await stale.json()).toMatchObject({ error: "invalid_grant" });
    expect((await refresh(second.refresh_token)).status).toBe(200);
  });

  it("can be refreshed for ninety days", async () => {
    const first = await open.exchange();
    open.advance({ hours: 24 * 89 });
    const second = await refreshed(first.refresh_token);
    open.advance({ hours: 24 * 91 });
    expect((await refresh(second.refresh_token)).status).toBe(400);
  });

  it("end when the app is uninstalled, and come back when it is installed again", async () => {
    const { access_token: token, refresh_token: refreshToken } = await open.exchange();
    open.shopify.uninstall(DOMAIN);
    expect((await call(token)).status).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(400);
    expect((await open.post(TOKEN_PATH, exchangeBody(open.shopify.sessionToken(DOMAIN)))).status).toBe(400);
    open.shopify.install(DOMAIN);
    expect((await call((await open.exchange()).access_token)).status).toBe(200);
  });

  it("are of one shop only", async () => {
    const { access_token: token } = await open.exchange();
    open.shopify.createShop({ domain: "other.myshopify.com", currency: "EUR", timeZone: "Europe/Berlin", country: "DE" });
    expect((await call(token, { "x-shopify-shop-domain": "other.myshopify.com" })).status).toBe(401);
    expect((await call(token, { "x-shopify-shop-domain": "nobody.myshopify.com" })).status).toBe(404);
  });
});
