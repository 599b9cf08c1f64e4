/**
 * A world: the real app (web and worker as processes of their own, on a real database) between the two simulators, which run in this process.
 * Everything speaks HTTP over loopback; the app is reached only through its documented seams and its routes.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Temporal } from "temporal-polyfill";
import { advanceClock, readClock, setClock } from "#sandbox/clock/clock-file.ts";
import { type QuickBooksSimulator, startQuickBooks } from "#sandbox/quickbooks/quickbooks.ts";
import { type ShopifySimulator, startShopify } from "#sandbox/shopify/start-shopify.ts";
import { appEnvironment, drawSecrets } from "./app-environment.ts";
import { type AppProcesses, startAppProcesses } from "./app-processes.ts";
import { type AppRecords, openRecords } from "./app-records.ts";
import { ensureBuilt } from "./ensure-built.ts";
import { freePort } from "./free-port.ts";
import type { Teardown } from "./teardown.ts";
import { openWorldDatabase, type WorldDatabase } from "./world-database.ts";

export type WorldClock = { now(): Temporal.Instant; set(instant: Temporal.Instant): void; advance(by: string): void };

export type World = {
  readonly appUrl: string;
  readonly database: WorldDatabase;
  readonly logFolder: string;
  /** What the app's processes were started with; the sandbox wires the app's services in this process from the same. */
  readonly environment: Record<string, string>;
  readonly shopify: ShopifySimulator;
  readonly quickbooks: QuickBooksSimulator;
  readonly records: AppRecords;
  readonly app: AppProcesses;
  readonly clock: WorldClock;
};

export type WorldOptions = {
  /** Holds the embedded server's files. */
  dataFolder: string;
  /** Holds the logs of the app's processes and the clock. */
  runFolder: string;
  /** Kept at the end; without a name the database is a drawn one and removed. */
  databaseName?: string;
};

/** Business topics; `app/uninstalled` reaches every app. */
const TOPICS = ["orders/create", "orders/updated", "orders/paid", "orders/partially_fulfilled", "orders/fulfilled", "order_transactions/create", "app/uninstalled"];

/** Everything that can start at the same time does. What was started is left to `teardown`, also when something fails. */
export async function startWorld(options: WorldOptions, teardown: Teardown): Promise<World> {
  mkdirSync(options.runFolder, { recursive: true });
  const clockFile = join(options.runFolder, "clock.json");
  const now = readClock(clockFile);
  const secrets = drawSecrets();
  const port = await freePort();
  const appUrl = `http://127.0.0.1:${port}`;
  const [database, shopify, quickbooks] = await Promise.all([
    openWorldDatabase({ dataFolder: options.dataFolder, name: options.databaseName }, teardown),
    startShopify({ now, apiKey: secrets.shopifyApiKey, apiSecret: secrets.shopifyApiSecret, appUrl, webhookPath: "/webhooks", topics: TOPICS }),
    startQuickBooks({ now, clientId: secrets.quickBooksClientId, clientSecret: secrets.quickBooksClientSecret }),
    ensureBuilt(),
  ]);
  teardown.defer(() => shopify.close());
  teardown.defer(() => quickbooks.close());
  const records = openRecords(database.url);
  teardown.defer(() => records.close());
  const environment = appEnvironment(secrets, { appUrl, port, databaseUrl: database.url, shopifyOrigin: shopify.origin, quickBooksOrigin: quickbooks.origin, clockFile });
  const app = await startAppProcesses({ environment, appUrl, logFolder: options.runFolder }, teardown);
  const clock: WorldClock = { now, set: (instant) => setClock(clockFile, instant), advance: (by) => advanceClock(clockFile, by) };
  return { appUrl, database, logFolder: options.runFolder, environment, shopify, quickbooks, records, app, clock };
}
