import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "#app/database/testing.ts";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { type AppProcess, exampleEnvironment, startAppProcess } from "#app/server/testing/app-process.ts";
import { type Browser, openBrowser } from "#app/server/testing/browser.ts";
import { type ShopifySimulator, startShopify } from "#sandbox/shopify/start-shopify.ts";
import type { EditedRule } from "./rule/view.ts";
import { PROBLEMS as RULE_PROBLEMS } from "./rule/words.ts";
import { formOf } from "./settings/schema.server.ts";
import { PROBLEMS as SETTINGS_PROBLEMS } from "./settings/words.ts";
import { PROBLEMS as SET_UP_PROBLEMS } from "./setup/words.ts";

const SHOP = "first.myshopify.com";
const OTHER_SHOP = "second.myshopify.com";
/** The rule that set-up makes. */
const SHIPPED = "Create the invoice only when the order has shipped";
const ANSWERS = { invoice: "when_shipped", payments: "tieout", statuses: ["pending", "fulfilled"], startDate: "2026-11-02" };

/** Set-up, settings and rules over HTTP, against the real web process and database. */
describe("the screens that configure a shop", () => {
  let database: TestDatabase;
  let shopify: ShopifySimulator;
  let web: AppProcess;
  let browser: Browser;

  beforeAll(async () => {
    const { SHOPIFY_API_KEY: apiKey = "", SHOPIFY_API_SECRET: apiSecret = "" } = exampleEnvironment();
    database = await testDatabase();
    shopify = await startShopify({ now: () => Temporal.Now.instant(), apiKey, apiSecret, webhookPath: "/webhooks", topics: [] });
    for (const domain of [SHOP, OTHER_SHOP]) shopify.createShop({ domain, currency: "EUR", timeZone: "Pacific/Kiritimati", country: "DE" });
    web = await startAppProcess("web", { DATABASE_URL: database.url, SHOPIFY_API_ORIGIN: shopify.origin });
    browser = openBrowser(web.origin, shopify);
    for (const shop of [SHOP, OTHER_SHOP]) expect((await browser.openInAdmin("/app", shop)).status).toBe(200);
  });
  afterAll(async () => {
    await web.end("SIGKILL");
    await shopify.close();
    await database.drop();
  });
  beforeEach(async () => {
    await database.prisma.settings.deleteMany();
    await database.prisma.ruleSet.deleteMany();
    await database.prisma.ruleDraft.deleteMany();
  });

  /** A form as the page sends it; the answer is Remix's data stream, in which sentences stand as they are. */
  const send = async (page: string, body: unknown, shop = SHOP): Promise<string> => {
    const headers = { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0 Safari/537.36", "Content-Type": "application/json", Authorization: `Bearer ${shopify.sessionToken(shop)}` };
    const answer = await fetch(`${web.origin}/app/${page}.data`, { method: "POST", headers, body: JSON.stringify(body) });
    expect(answer.status).toBe(200);
    return answer.text();
  };
  const PUBLISH = { kind: "publish", unsentToo: false, accepted: false };
  /** As the editor sends it: PayPal is marked as unpaid. */
  const edited = (changes: Partial<EditedRule> = {}): EditedRule => ({
    title: "", enabled: true, note: "", unless: false, joined: "all",
    members: [{ id: "r1", field: "order.paymentMethod", name: "", op: "equals", values: ["PayPal"], every: false }],
    actions: [{ id: "a1", action: "mark_as_unpaid", results: {} }], ...changes,
  });
  const savedSettings = (domain = SHOP) => database.prisma.settings.findFirst({ where: { shop: { domain } } });
  const publishedRules = async (domain = SHOP) => {
    const set = await database.prisma.ruleSet.findFirst({ where: { shop: { domain }, status: "published" }, orderBy: { version: "desc" } });
    return { version: set?.version ?? 0, rules: set?.rules ?? [] };
  };

  it("show every page before anything was saved or connected", async () => {
    for (const [page, words] of [["setup", "Set up Tieout"], ["settings", "Which orders are synced"], ["rules", "No rules yet"], ["connection", "Connect your QuickBooks company"]]) {
      const answer = await browser.openInAdmin(`/app/${page}`, SHOP);
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(words ?? "")]);
    }
  });

  it("suggest to start today, on the shop's calendar", async () => {
    const page = await (await browser.openInAdmin("/app/setup", SHOP)).text();
    expect(page).toContain(`value="${Temporal.Now.plainDateISO("Pacific/Kiritimati").toString()}"`);
  });

  it("finish set-up with settings and rule together, for this shop only", async () => {
    expect(await send("setup", ANSWERS)).toContain("finished");
    expect(await savedSettings()).toMatchObject({ mode: "sales_orders_invoices_payments", statuses: ["pending", "fulfilled"], options: { startDate: "2026-11-02" } });
    expect((await publishedRules()).rules).toMatchObject([{ title: "Create the invoice only when the order has shipped", then: [{ action: "stop_creating_invoices" }] }]);
    expect(await savedSettings(OTHER_SHOP)).toBeNull();
  });

  it("finish set-up with purchase orders where a supplier ships, and show that answer again", async () => {
    expect(await send("setup", { ...ANSWERS, supplier: "yes" })).toContain("finished");
    expect(await savedSettings()).toMatchObject({ mode: "sales_orders_invoices_purchase_orders" });
    const page = await (await browser.openInAdmin("/app/setup", SHOP)).text();
    expect(page).toContain("purchase orders to your vendors");
    expect(page).not.toContain("Your settings were changed by hand");
  });

  it("save nothing of a set-up that has a mistake, and say it at its field", async () => {
    const answer = await send("setup", { ...ANSWERS, statuses: [], startDate: "" });
    expect(answer).toContain(SET_UP_PROBLEMS.statuses);
    expect(answer).toContain(SET_UP_PROBLEMS.startDate);
    expect([await savedSettings(), await publishedRules()]).toEqual([null, { version: 0, rules: [] }]);
  });

  it("keep a person's own rules and other settings when set-up is finished again", async () => {
    await send("setup", ANSWERS);
    await send("rules/new", { revision: 0, was: null, rule: edited() });
    await send("rules", { revision: 1, change: PUBLISH });
    await send("setup", { ...ANSWERS, invoice: "at_once" });
    expect(await savedSettings()).toMatchObject({ mode: "invoices_payments" });
    expect((await publishedRules()).rules).toMatchObject([{ title: "When payment method is PayPal: record no payment (Shopify is not changed)" }]);
  });

  it("save settings, or say at the field what is wrong and save nothing", async () => {
    const form = formOf(DEFAULT_SETTINGS);
    expect(await send("settings", { version: 0, settings: { ...form, numberPrefix: "much too long" } })).toContain(SETTINGS_PROBLEMS.prefix);
    expect(await savedSettings()).toBeNull();
    expect(await send("settings", { version: 0, settings: { ...form, numberPrefix: "EU-" } })).toContain("saved");
    expect(await savedSettings()).toMatchObject({ version: 1, options: { numberPrefix: "EU-" } });
  });

  it("do not overwrite what somebody else saved meanwhile", async () => {
    const form = formOf(DEFAULT_SETTINGS);
    await send("settings", { version: 0, settings: { ...form, numberPrefix: "A-" } });
    expect(await send("settings", { version: 0, settings: { ...form, numberPrefix: "B-" } })).toContain("changed_meanwhile");
    expect(await savedSettings()).toMatchObject({ options: { numberPrefix: "A-" } });
    await send("setup", ANSWERS);
    await send("rules", { revision: 0, change: { kind: "switch", index: 0, enabled: false } });
    expect(await send("rules", { revision: 0, change: { kind: "remove", index: 0 } })).toContain("changed_meanwhile");
    expect(await send("rules/new", { revision: 0, was: null, rule: edited() })).toContain("changed_meanwhile");
    expect(await send("rules", { revision: 0, change: PUBLISH })).toContain("changed_meanwhile");
    expect((await publishedRules()).rules).toMatchObject([{ enabled: true }]);
  });

  it("save a rule where it stands by now, and never in another's place", async () => {
    await send("setup", ANSWERS);
    await send("rules/new", { revision: 0, was: null, rule: edited({ title: "Second" }) });
    // Somebody else moves it up while it is open.
    await send("rules", { revision: 1, change: { kind: "move", index: 1, by: -1 } });
    await send("rules/2", { revision: 2, was: "Second", rule: edited({ title: "Second", note: "mine" }) });
    await send("rules", { revision: 3, change: PUBLISH });
    expect((await publishedRules()).rules).toMatchObject([{ title: "Second", note: "mine" }, { title: SHIPPED }]);
    await send("rules", { revision: 0, change: { kind: "remove", index: 0 } });
    expect(await send("rules/1", { revision: 1, was: "Second", rule: edited({ title: "Second" }) })).toContain("changed_meanwhile");
  });

  it("switch, change and delete a rule in the draft, and publish it", async () => {
    await send("setup", ANSWERS);
    await send("rules", { revision: 0, change: { kind: "switch", index: 0, enabled: false } });
    expect(await publishedRules()).toMatchObject({ version: 1, rules: [{ enabled: true }] });
    await send("rules/1", { revision: 1, was: SHIPPED, rule: edited({ title: "When paid", enabled: false }) });
    await send("rules", { revision: 2, change: PUBLISH });
    expect(await publishedRules()).toMatchObject({ version: 2, rules: [{ title: "When paid", enabled: false }] });
    await send("rules", { revision: 0, change: { kind: "remove", index: 0 } });
    await send("rules", { revision: 1, change: PUBLISH });
    expect(await publishedRules()).toEqual({ version: 3, rules: [] });
  });

  it("refuse a second rule of the same name, and a condition without a value, at their places", async () => {
    await send("setup", ANSWERS);
    const title = "CREATE the invoice only when the order has shipped";
    expect(await send("rules/new", { revision: 0, was: null, rule: edited({ title }) })).toContain(RULE_PROBLEMS.titleTaken);
    expect(await send("rules/new", { revision: 0, was: null, rule: edited({ members: [{ id: "r1", field: "order.tags", name: "", op: "equals", values: [" "], every: false }] }) })).toContain(RULE_PROBLEMS.blank);
    expect(await send("rules/new", { revision: 0, was: null, rule: edited({ actions: [] }) })).toContain(RULE_PROBLEMS.noAction);
    expect(await database.prisma.ruleDraft.count()).toBe(0);
  });

  it("answer a form that is no JSON with problems, not with an error page", async () => {
    const headers = { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0 Safari/537.36", Authorization: `Bearer ${shopify.sessionToken(SHOP)}` };
    for (const page of ["setup", "settings", "rules"]) {
      const answer = await fetch(`${web.origin}/app/${page}.data`, { method: "POST", headers, body: "{" });
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("invalid")]);
    }
  });

  it("refuse a change without a session", async () => {
    for (const page of ["setup", "settings", "rules", "connection"]) {
      const answer = await fetch(`${web.origin}/app/${page}.data`, { method: "POST", redirect: "manual", headers: { "User-Agent": "Mozilla/5.0 Chrome/142.0", Authorization: "Bearer forged" }, body: "{}" });
      expect(answer.status).toBe(401);
    }
    expect(await savedSettings()).toBeNull();
  });
});
