import { randomBytes } from "node:crypto";
import { Session } from "@shopify/shopify-api";
import { Temporal } from "temporal-polyfill";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSecretBox } from "#app/database/secret-box.ts";
import { createSessionRows } from "#app/database/session-rows.ts";
import { testDatabase } from "#app/database/testing.ts";
import type { TestDatabase } from "#app/database/testing.ts";
import { jsonReply } from "#sandbox/http/replies.ts";
import { startServer } from "#sandbox/http/server.ts";
import type { HttpAnswer, HttpReply, HttpServer } from "#sandbox/http/server.ts";
import { startShopify } from "#sandbox/shopify/start-shopify.ts";
import type { ShopifySimulator } from "#sandbox/shopify/start-shopify.ts";
import { createOfflineTokens } from "./offline-token.ts";
import type { OfflineTokens } from "./offline-token.ts";
import { createSessionStorage } from "./session-storage.ts";

const SHOP = "example.myshopify.com";
const APP = { apiKey: "key", apiSecret: "secret" };
const secretBox = createSecretBox(`k:${randomBytes(32).toString("base64")}`);

describe("offline tokens", () => {
  let database: TestDatabase;
  let shopify: ShopifySimulator;
  let offset: Temporal.Duration;
  let tokens: OfflineTokens;
  const clock = { now: () => Temporal.Now.instant().add(offset) };
  const rows = () => createSessionRows({ prisma: database.prisma, secretBox, databaseUrl: database.url });

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    offset = new Temporal.Duration();
    shopify = await startShopify({ ...APP, now: clock.now, webhookPath: "/webhooks", topics: [] });
    shopify.createShop({ domain: SHOP, currency: "USD", timeZone: "UTC", country: "US" });
    tokens = createOfflineTokens({ rows: rows(), clock, endpoint: { ...APP, apiOrigin: shopify.origin } });
  });
  afterEach(async () => {
    await shopify.close();
    await database.prisma.shopifySession.deleteMany();
  });

  /** What the library does on the first page load. */
  const install = async (): Promise<Session> => {
    const answer = await fetch(`${shopify.origin}/admin/oauth/access_token`, {
      method: "POST",
      headers: { "X-Shopify-Shop-Domain": SHOP },
      body: JSON.stringify({
        client_id: APP.apiKey, client_secret: APP.apiSecret, grant_type: "urn:ietf:params:oauth:grant-type:token-exchange", subject_token: shopify.sessionToken(SHOP),
        subject_token_type: "urn:ietf:params:oauth:token-type:id_token", requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token", expiring: "1",
      }),
    });
    const body: { access_token: string; refresh_token: string; scope: string } = await answer.json();
    const session = new Session({
      id: `offline_${SHOP}`, shop: SHOP, state: "", isOnline: false, scope: body.scope, accessToken: body.access_token, refreshToken: body.refresh_token,
      expires: new Date(Date.now() + 3_600_000), refreshTokenExpires: new Date(Date.now() + 90 * 86_400_000),
    });
    await createSessionStorage(rows(), clock).storeSession(session);
    return session;
  };
  /** The token endpoint behind a connection that breaks once, after Shopify has answered. */
  const losingOneAnswer = async () => {
    let lost = false;
    const server = await relay((answer) => {
      const reply = lost ? answer : "drop";
      lost = true;
      return Promise.resolve(reply);
    });
    return { lossy: throughRelay(server), close: () => server.close() };
  };
  /** The token endpoint whose answer arrives only when `happening` is over. */
  const meanwhile = async (happening: () => Promise<void>) => {
    const server = await relay(async (answer) => {
      await happening();
      return answer;
    });
    return { slow: throughRelay(server), close: () => server.close() };
  };
  const relay = (then: (answer: HttpAnswer) => Promise<HttpReply>): Promise<HttpServer> =>
    startServer({
      handler: async ({ url, body }) => {
        const answer = await fetch(shopify.origin + url.pathname, { method: "POST", headers: { "X-Shopify-Shop-Domain": SHOP }, body });
        return then(jsonReply(answer.status, await answer.json()));
      },
    });
  const throughRelay = (server: HttpServer): OfflineTokens => createOfflineTokens({ rows: rows(), clock, endpoint: { ...APP, apiOrigin: server.origin } });
  const accepted = async (token: string): Promise<number> =>
    (await fetch(`${shopify.origin}/admin/api/2026-10/graphql.json`, { method: "POST", headers: { "X-Shopify-Shop-Domain": SHOP, "X-Shopify-Access-Token": token }, body: JSON.stringify({ query: "{ shop { name } }" }) })).status;

  it("are handed out as stored while they last", async () => {
    const session = await install();
    expect(await tokens.of(SHOP)).toEqual({ ok: true, value: session.accessToken });
  });

  it("are renewed once when many ask at the moment of expiry, and Shopify accepts the new one", async () => {
    const session = await install();
    offset = Temporal.Duration.from({ minutes: 57 });
    const others = Array.from({ length: 3 }, () => createOfflineTokens({ rows: rows(), clock, endpoint: { ...APP, apiOrigin: shopify.origin } }));
    const answers = await Promise.all([tokens, ...others].map((each) => each.of(SHOP)));
    const distinct = new Set(answers.map((answer) => (answer.ok ? answer.value : answer.failure.kind)));
    expect(distinct.size).toBe(1);
    const [token = ""] = distinct;
    expect(token).not.toBe(session.accessToken);
    expect(await accepted(token)).toBe(200);
  });

  it("follow the business clock of a sandbox, month after month", async () => {
    await install();
    for (const days of [30, 60, 90, 120]) {
      offset = Temporal.Duration.from({ hours: 24 * days });
      const token = await tokens.of(SHOP);
      expect(token.ok && (await accepted(token.value))).toBe(200);
    }
  });

  it("heal by themselves when Shopify's answer with the new pair is lost: the token before it stays good until its successor is used", async () => {
    const session = await install();
    offset = Temporal.Duration.from({ hours: 2 });
    const { lossy, close } = await losingOneAnswer();
    try {
      expect(await lossy.of(SHOP)).toMatchObject({ ok: false, failure: { kind: "transient" } });
      const again = await lossy.of(SHOP);
      expect(again.ok && again.value !== session.accessToken && (await accepted(again.value))).toBe(200);
    } finally {
      await close();
    }
    // And the pair that was stored in the end is the one that renews next time.
    offset = Temporal.Duration.from({ hours: 4 });
    const later = await tokens.of(SHOP);
    expect(later.ok && (await accepted(later.value))).toBe(200);
  });

  it("never overwrite the session that a page load exchanged meanwhile, since the library takes no lock", async () => {
    await install();
    offset = Temporal.Duration.from({ hours: 2 });
    const exchanged = Promise.withResolvers<Session>();
    const { slow, close } = await meanwhile(async () => exchanged.resolve(await install()));
    try {
      const renewed = await slow.of(SHOP);
      const session = await exchanged.promise;
      expect(renewed).toEqual({ ok: true, value: session.accessToken });
      expect(await createSessionStorage(rows(), clock).loadSession(`offline_${SHOP}`)).toMatchObject({ accessToken: session.accessToken, refreshToken: session.refreshToken });
    } finally {
      await close();
    }
    offset = Temporal.Duration.from({ hours: 4 });
    const later = await tokens.of(SHOP);
    expect(later.ok && (await accepted(later.value))).toBe(200);
  });

  it("do not bring a session back that an uninstall removed while it was renewed", async () => {
    await install();
    offset = Temporal.Duration.from({ hours: 2 });
    const { slow, close } = await meanwhile(() => rows().remove([`offline_${SHOP}`]));
    try {
      expect(await slow.of(SHOP)).toMatchObject({ ok: false, failure: { kind: "needs_auth" } });
      expect(await rows().get(`offline_${SHOP}`)).toBeNull();
    } finally {
      await close();
    }
  });

  it("that Shopify refuses before their time are renewed, and where that is refused too the next page load gets new ones", async () => {
    const session = await install();
    const rejected = session.accessToken ?? "";
    const renewed = await tokens.of(SHOP, rejected);
    expect(renewed.ok && renewed.value !== rejected && (await accepted(renewed.value))).toBe(200);
    expect(await tokens.of(SHOP, rejected)).toEqual(renewed);
    shopify.uninstall(SHOP);
    expect(await tokens.of(SHOP, renewed.ok ? renewed.value : "")).toMatchObject({ ok: false, failure: { kind: "needs_auth" } });
    const kept = await createSessionStorage(rows(), clock).loadSession(`offline_${SHOP}`);
    expect(kept?.isActive(undefined)).toBe(false);
  });

  it("need the shop when it never opened the app, or uninstalled it", async () => {
    expect(await tokens.of(SHOP)).toMatchObject({ ok: false, failure: { kind: "needs_auth" } });
    await install();
    shopify.uninstall(SHOP);
    offset = Temporal.Duration.from({ hours: 2 });
    expect(await tokens.of(SHOP)).toMatchObject({ ok: false, failure: { kind: "needs_auth" } });
  });

  it("are tried again later when Shopify cannot be reached, and nothing stored is lost", async () => {
    await install();
    offset = Temporal.Duration.from({ hours: 2 });
    const unreachable = createOfflineTokens({ rows: rows(), clock, endpoint: { ...APP, apiOrigin: "http://127.0.0.1:1" } });
    expect(await unreachable.of(SHOP)).toMatchObject({ ok: false, failure: { kind: "transient" } });
    expect(await tokens.of(SHOP)).toMatchObject({ ok: true });
  });
});

describe("the session storage", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it("gives back what it was given, by id and by shop, and forgets it", async () => {
    const storage = createSessionStorage(createSessionRows({ prisma: database.prisma, secretBox, databaseUrl: database.url }), { now: () => Temporal.Now.instant() });
    const session = new Session({ id: "offline_a", shop: "a.myshopify.com", state: "s", isOnline: false, scope: "read_orders", accessToken: "shpat_canary", refreshToken: "shprt_canary", expires: new Date(Date.now() + 60_000) });
    await storage.storeSession(session);
    await storage.storeSession(session);
    const loaded = await storage.loadSession("offline_a");
    expect(loaded).toMatchObject({ shop: "a.myshopify.com", scope: "read_orders", accessToken: "shpat_canary", refreshToken: "shprt_canary" });
    expect(Math.abs((loaded?.expires?.getTime() ?? 0) - (session.expires?.getTime() ?? 0))).toBeLessThan(2_000);
    expect(await storage.findSessionsByShop("a.myshopify.com")).toHaveLength(1);
    expect(JSON.stringify(await database.prisma.shopifySession.findMany())).not.toContain("canary");
    await storage.deleteSessions(["offline_a"]);
    expect(await storage.loadSession("offline_a")).toBeUndefined();
  });
});
