import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#app/database/testing.ts";
import type { TestDatabase } from "#app/database/testing.ts";
import { startQuickBooks } from "#sandbox/quickbooks/start-quickbooks.ts";
import type { QuickBooksSimulator } from "#sandbox/quickbooks/start-quickbooks.ts";
import { startShopify } from "#sandbox/shopify/start-shopify.ts";
import type { ShopifySimulator } from "#sandbox/shopify/start-shopify.ts";
import { openBrowser } from "./testing/browser.ts";
import type { Browser } from "./testing/browser.ts";
import { exampleEnvironment, refusalOf, startAppProcess } from "./testing/app-process.ts";
import type { AppProcess } from "./testing/app-process.ts";

const SHOP = "first.myshopify.com";
const OTHER_SHOP = "second.myshopify.com";
const now = (): Temporal.Instant => Temporal.Now.instant();

describe("the web process", () => {
  let database: TestDatabase;
  let shopify: ShopifySimulator;
  let quickbooks: QuickBooksSimulator;
  let web: AppProcess;
  let browser: Browser;

  beforeAll(async () => {
    const { SHOPIFY_API_KEY: apiKey = "", SHOPIFY_API_SECRET: apiSecret = "", QUICKBOOKS_CLIENT_ID: clientId = "", QUICKBOOKS_CLIENT_SECRET: clientSecret = "" } = exampleEnvironment();
    database = await testDatabase();
    shopify = await startShopify({ now, apiKey, apiSecret, webhookPath: "/webhooks", topics: [] });
    for (const domain of [SHOP, OTHER_SHOP]) shopify.createShop({ domain, currency: "EUR", timeZone: "Europe/Berlin", country: "DE", taxesIncluded: true });
    quickbooks = await startQuickBooks({ now, clientId, clientSecret });
    web = await startAppProcess("web", {
      DATABASE_URL: database.url,
      SHOPIFY_API_ORIGIN: shopify.origin,
      SANDBOX_ADMIN_ORIGIN: "http://admin.localhost:4000",
      QUICKBOOKS_API_ORIGIN: quickbooks.origin,
      QUICKBOOKS_OAUTH_ORIGIN: quickbooks.origin,
    });
    browser = openBrowser(web.origin, shopify);
  });
  afterAll(async () => {
    await web.end("SIGKILL");
    await Promise.all([shopify.close(), quickbooks.close()]);
    await database.drop();
  });

  const consentUrl = async (shop: string): Promise<string> => {
    const answer = await browser.fetchInAdmin("/quickbooks/connect", shop, "POST");
    return answer.headers.get("X-Shopify-API-Request-Failure-Reauthorize-Url") ?? "";
  };
  /** Where Intuit's page leads: out of the iframe, on the port this process happens to have. */
  const callback = (url: string): Promise<Response> => browser.open(new URL(url).pathname + new URL(url).search);
  /** From the callback into the admin of a shop, which opens the app with that shop's session. */
  const comeBack = async (url: string, shop: string): Promise<Response> => {
    const intoAdmin = new URL((await callback(url)).headers.get("Location") ?? "http://nowhere.test/");
    return browser.openInAdmin(`/app/connected${intoAdmin.search}`, shop);
  };
  const declining = async (shop: string): Promise<string> => {
    const state = new URL(await consentUrl(shop)).searchParams.get("state") ?? "";
    return `${web.origin}/quickbooks/callback?error=access_denied&state=${state}`;
  };

  it("says that it is alive and ready, and shows figures without a shop in them", async () => {
    expect((await fetch(`${web.origin}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${web.origin}/readyz`)).json()).toEqual({ status: "ready" });
    const figures = await (await fetch(`${web.origin}/metrics`)).text();
    expect(figures).toContain("tieout_oldest_due_order_seconds 0");
    expect(figures).toContain("tieout_unknown_postings 0");
  });

  it("makes the shop on the first load, with its currency, zone and country", async () => {
    const page = await browser.openInAdmin("/app", SHOP);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("QuickBooks is not connected");
    expect(await database.prisma.shop.findUnique({ where: { domain: SHOP } })).toMatchObject({ currency: "EUR", timeZone: "Europe/Berlin", country: "DE", taxesIncluded: true, uninstalledAt: null });
  });

  it("keeps Shopify's tokens encrypted", async () => {
    await browser.openInAdmin("/app", SHOP);
    const sessions = await database.prisma.shopifySession.findMany();
    expect(sessions.map(({ id, isOnline }) => ({ id, isOnline }))).toEqual([{ id: `offline_${SHOP}`, isOnline: false }]);
    expect(sessions[0]?.sealed).toMatch(/^v1\./);
  });

  it("lets only the shop's admin embed a page, and nobody a page of no shop", async () => {
    const embedded = await browser.openInAdmin("/app", SHOP);
    expect(embedded.headers.get("Content-Security-Policy")).toBe(`frame-ancestors https://${SHOP} https://admin.shopify.com http://admin.localhost:4000;`);
    const alone = await browser.open("/");
    expect(alone.headers.get("Content-Security-Policy")).toBe("frame-ancestors 'none';");
    for (const { headers } of [embedded, alone]) {
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Cache-Control")).toBe("no-store");
    }
    const forged = await browser.open("/app?shop=evil.example.com%3B%20https%3A%2F%2Fevil.example.com");
    expect(forged.headers.get("Content-Security-Policy")).toBe("frame-ancestors 'none';");
  });

  it("leads a page load without a session token to the page that fetches one, and refuses a data load", async () => {
    const page = await browser.open(`/app?embedded=1&shop=${SHOP}&host=${Buffer.from("admin.shopify.com/store/first").toString("base64url")}`);
    expect(page.status).toBe(302);
    expect(page.headers.get("Location")).toMatch(/^\/auth\/session-token/);
    const data = await fetch(`${web.origin}/app.data`, { headers: { Authorization: "Bearer not.a.token", "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0 Safari/537.36" } });
    expect(data.status).toBe(401);
    expect(data.headers.get("X-Shopify-Retry-Invalid-Session-Request")).toBe("1");
  });

  it("answers an unknown address with a page, not with a stack", async () => {
    const page = await browser.open("/no/such/page");
    expect(page.status).toBe(404);
    expect(await page.text()).toContain("There is no such page");
  });

  it("refuses to begin connecting without a session", async () => {
    const states = await database.prisma.oauthState.count();
    const answer = await fetch(`${web.origin}/quickbooks/connect`, { method: "POST", redirect: "manual", headers: { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0 Safari/537.36" } });
    expect(answer.headers.get("X-Shopify-API-Request-Failure-Reauthorize-Url")).toBeNull();
    expect(await database.prisma.oauthState.count()).toBe(states);
  });

  it("leads back from QuickBooks into the shop's own admin, and nowhere with a state it does not know", async () => {
    const realmId = quickbooks.createCompany({});
    const known = await callback(quickbooks.consent(await consentUrl(SHOP), realmId));
    expect(known.status).toBe(302);
    expect(known.headers.get("Location")).toMatch(/^http:\/\/admin\.localhost:4000\/store\/first\/apps\/sandbox-api-key\/app\/connected\?code=/);
    for (const search of ["", "?code=x", `?code=x&realmId=${realmId}&state=guessed`]) {
      const unknown = await browser.open(`/quickbooks/callback${search}`);
      expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining("used already, is too old")]);
    }
    expect(await database.prisma.connection.count()).toBe(0);
  });

  it("connects nothing when consent is refused, or when the state is another shop's", async () => {
    const declined = await declining(SHOP);
    const refused = await comeBack(declined, SHOP);
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining("Access was not allowed")]);
    expect((await callback(declined)).status).toBe(400);

    await browser.openInAdmin("/app", OTHER_SHOP);
    const lured = await comeBack(quickbooks.consent(await consentUrl(SHOP), quickbooks.createCompany({})), OTHER_SHOP);
    expect([lured.status, await lured.text()]).toEqual([400, expect.stringContaining("belongs to another store")]);
    expect(await database.prisma.connection.count()).toBe(0);
  });

  it("connects a company once, and refuses everything that is not a fresh consent for it", async () => {
    const realmId = quickbooks.createCompany({});
    const back = quickbooks.consent(await consentUrl(SHOP), realmId);
    const intoAdmin = new URL((await callback(back)).headers.get("Location") ?? "");
    const connected = await browser.openInAdmin(`/app/connected${intoAdmin.search}`, SHOP);
    expect(connected.status).toBe(302);
    expect(connected.headers.get("Location")).toMatch(/^\/app\/setup\?/);
    expect(connected.headers.get("Location")).not.toContain("code=");
    const reused = await browser.openInAdmin(`/app/connected${intoAdmin.search}`, SHOP);
    expect([reused.status, await reused.text()]).toEqual([400, expect.stringContaining("used already, is too old")]);
    expect(await (await browser.openInAdmin("/app", SHOP)).text()).toContain("Ready for the first order");

    await browser.openInAdmin("/app", OTHER_SHOP);
    const taken = await comeBack(quickbooks.consent(await consentUrl(OTHER_SHOP), realmId), OTHER_SHOP);
    expect([taken.status, await taken.text()]).toEqual([400, expect.stringContaining("connected to another Shopify store")]);

    const other = await comeBack(quickbooks.consent(await consentUrl(SHOP), quickbooks.createCompany({})), SHOP);
    expect([other.status, await other.text()]).toEqual([400, expect.stringContaining("another QuickBooks company")]);

    const again = await comeBack(quickbooks.consent(await consentUrl(SHOP), realmId), SHOP);
    expect(again.status).toBe(302);
    const connections = await database.prisma.connection.findMany();
    expect(connections).toHaveLength(1);
    expect(JSON.stringify(connections)).not.toContain(realmId);
  });

  const BAD_TOKENS: [string, () => string | null][] = [
    ["missing", () => null],
    ["no token at all", () => "nonsense"],
    ["expired", () => shopify.sessionToken(SHOP, { expiresIn: -60 })],
    ["for another app", () => shopify.sessionToken(SHOP, { aud: "another-app" })],
    ["forged", () => `${shopify.sessionToken(SHOP).split(".").slice(0, 2).join(".")}.c2lnbmF0dXJl`],
  ];
  it.each(BAD_TOKENS)("refuses every screen's data and every action with a session token that is %s", async (_, token) => {
    const before = await database.prisma.settings.count();
    for (const [path, method] of [["/app.data", "GET"], ["/app/orders.data", "GET"], ["/app/settings.data", "GET"], ["/app/setup.data", "POST"], ["/app/rules.data", "POST"], ["/app/connection.data", "POST"]] as const) {
      const value = token();
      const headers = { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0 Safari/537.36", "Content-Type": "application/x-www-form-urlencoded", ...(value === null ? {} : { Authorization: `Bearer ${value}` }) };
      const answer = await fetch(web.origin + path, { method, headers, redirect: "manual", ...(method === "POST" ? { body: "intent=save" } : {}) });
      expect([path, [401, 202, 302].includes(answer.status), await answer.text()]).toEqual([path, true, expect.not.stringContaining("Harbour")]);
    }
    expect(await database.prisma.settings.count()).toBe(before);
  });

  const EXTENSION = { Origin: "https://extensions.shopifycdn.com", "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0 Safari/537.36", "Content-Type": "application/json" };
  const askedOf = (token: string | null, method: "GET" | "POST"): Promise<Response> =>
    fetch(`${web.origin}/extension/orders${method === "GET" ? "?id=gid://shopify/Order/1" : ""}`, {
      method, redirect: "manual", headers: { ...EXTENSION, ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
      ...(method === "POST" ? { body: JSON.stringify({ orderIds: ["gid://shopify/Order/1"] }) } : {}),
    });

  it.each(BAD_TOKENS)("refuses an extension with a session token that is %s, and marks nothing due", async (_, token) => {
    const due = await database.prisma.dueOrder.count();
    for (const method of ["GET", "POST"] as const) expect([method, (await askedOf(token(), method)).status]).toEqual([method, 401]);
    expect(await database.prisma.dueOrder.count()).toBe(due);
  });

  it("answers an extension's preflight and its questions across origins, and takes no order that is not the shop's", async () => {
    const preflight = await fetch(`${web.origin}/extension/orders`, { method: "OPTIONS", headers: { ...EXTENSION, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type" } });
    expect([preflight.status, preflight.headers.get("Access-Control-Allow-Origin"), preflight.headers.get("Access-Control-Allow-Headers")]).toEqual([204, "*", "Authorization, Content-Type"]);
    for (const method of ["GET", "POST"] as const) {
      const answer = await askedOf(shopify.sessionToken(SHOP), method);
      expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
      expect(await answer.json()).toMatchObject({ orders: [], unknown: [{ orderId: "gid://shopify/Order/1" }] });
    }
  });

  it("writes no secret into its log", () => {
    const { SHOPIFY_API_SECRET = "", QUICKBOOKS_CLIENT_SECRET = "" } = exampleEnvironment();
    const log = web.log.join("\n");
    for (const secret of [SHOPIFY_API_SECRET, QUICKBOOKS_CLIENT_SECRET, "Bearer ", "eyJ"]) expect(log).not.toContain(secret);
  });
});

describe("starting and stopping", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it.each(["web", "worker"] as const)("gets the %s process ready, and ended by SIGTERM with nothing left behind", async (name) => {
    const started = await startAppProcess(name, { DATABASE_URL: database.url, SHOPIFY_API_ORIGIN: "http://127.0.0.1:1" });
    expect(await (await fetch(`${started.origin}/readyz`)).json()).toEqual({ status: "ready" });
    expect(await (await fetch(`${started.origin}/metrics`)).text()).toContain("tieout_drain_seconds_count 0");
    expect(await started.end("SIGTERM")).toBe(0);
    expect(started.log.join("\n")).toContain(`${name} stopped`);
  });

  it.each(["web", "worker"] as const)("refuses the %s process with the name of everything that is missing or malformed", async (name) => {
    const { code, words } = await refusalOf(name, { SHOPIFY_API_KEY: "", ENCRYPTION_KEYS: "short", TIEOUT_MODE: "" });
    expect(code).toBe(1);
    for (const variable of ["SHOPIFY_API_KEY", "ENCRYPTION_KEYS", "TIEOUT_MODE"]) expect(words).toContain(variable);
    expect(words).not.toContain("at ");
  });

  it("refuses with one sentence when the database does not answer", async () => {
    const { code, words } = await refusalOf("web", { DATABASE_URL: "postgres://someone:secret@127.0.0.1:1/nowhere" });
    expect(code).toBe(1);
    expect(words).toContain("127.0.0.1");
    expect(words).not.toContain("secret");
  });
});
