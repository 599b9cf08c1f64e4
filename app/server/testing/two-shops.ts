/** The web process with two shops that have the app, for tests that speak HTTP to the screens: the real process, the real database, and session tokens as the admin makes them; never used by the app. */
import { Temporal } from "temporal-polyfill";
import { createShopDirectory } from "#app/database/repositories/shops.ts";
import { type TestDatabase, testDatabase } from "#app/database/testing.ts";
import { type AppProcess, exampleEnvironment, startAppProcess } from "./app-process.ts";
import { type Browser, openBrowser } from "./browser.ts";
import { type ShopifySimulator, startShopify } from "#sandbox/shopify/start-shopify.ts";

export const OURS = "ours.myshopify.com";
export const THEIRS = "theirs.myshopify.com";
export const now = (): Temporal.Instant => Temporal.Now.instant();

export type TwoShops = {
  database: TestDatabase;
  shopify: ShopifySimulator;
  web: AppProcess;
  browser: Browser;
  idOf(domain: string): Promise<string>;
  end(): Promise<void>;
};

export async function openTwoShops(): Promise<TwoShops> {
  const { SHOPIFY_API_KEY: apiKey = "", SHOPIFY_API_SECRET: apiSecret = "" } = exampleEnvironment();
  const database = await testDatabase();
  const shopify = await startShopify({ now, apiKey, apiSecret, webhookPath: "/webhooks", topics: [] });
  for (const domain of [OURS, THEIRS]) shopify.createShop({ domain, currency: "USD", timeZone: "America/New_York", country: "US" });
  const web = await startAppProcess("web", { DATABASE_URL: database.url, SHOPIFY_API_ORIGIN: shopify.origin });
  const browser = openBrowser(web.origin, shopify);
  for (const shop of [OURS, THEIRS]) await browser.openInAdmin("/app", shop);
  return {
    database, shopify, web, browser,
    async idOf(domain) {
      const shop = await createShopDirectory(database.prisma).byDomain(domain);
      if (shop === null) throw new Error(`${domain} is not installed`);
      return shop.id;
    },
    async end() {
      await web.end("SIGKILL");
      await shopify.close();
      await database.drop();
    },
  };
}
