/**
 * A world: the real app (web and worker as processes of their own, on a real database) between the two simulators, which run in this process.
 * Everything speaks HTTP over loopback; the app is reached only through its documented seams and its routes.
 */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { type QuickBooksSimulator, startQuickBooks } from "#sandbox/quickbooks/start-quickbooks.ts";
import { type ShopifySimulator, startShopify } from "#sandbox/shopify/start-shopify.ts";
import { appEnvironment, drawSecrets, type SandboxSecrets } from "./app-environment.ts";
import { type AppProcesses, type ProcessName, startAppProcesses } from "./app-processes.ts";
import { type AppRecords, openRecords } from "./app-records.ts";
import { ensureBuilt } from "./ensure-built.ts";
import { freePort } from "./free-port.ts";
import { type Merchants, openMerchants } from "./merchant.ts";
import type { Teardown } from "./teardown.ts";
import { keptSecrets } from "./kept-secrets.ts";
import { keepState } from "./kept-state.ts";
import { openWorldClock, type WorldClock } from "./world-clock.ts";
import { openWorldDatabase, type WorldDatabase } from "./world-database.ts";

export type World = {
  readonly appUrl: string;
  /** True when state of an earlier start was found. */
  readonly isContinued: boolean;
  readonly database: WorldDatabase;
  readonly secrets: SandboxSecrets;
  /** Holds `web.log`, `worker.log` and the clock. */
  readonly runFolder: string;
  readonly shopify: ShopifySimulator;
  readonly quickbooks: QuickBooksSimulator;
  readonly records: AppRecords;
  readonly merchants: Merchants;
  readonly app: AppProcesses;
  readonly clock: WorldClock;
};

export type WorldOptions = {
  /** Holds the embedded server's files. */
  dataFolder: string;
  runFolder: string;
  /** The app's processes that are started; web and one worker when nobody says otherwise. The web process makes the database's tables. */
  processes?: readonly ProcessName[];
  /** For a world that goes on at its next start: where its simulators' state and secrets are kept, its database, and its ports (each tried first). */
  kept?: { folder: string; databaseName: string; ports: WorldPorts };
};

export type WorldPorts = { app: number; shopify: number; quickbooks: number };

/** Business topics, and the one that reaches every app. */
const TOPICS = ["orders/create", "orders/updated", "orders/paid", "orders/partially_fulfilled", "orders/fulfilled", "orders/edited", "orders/cancelled", "orders/delete", "refunds/create", "order_transactions/create", "disputes/create", "disputes/update", "app/uninstalled"];

/** Everything that can start at the same time does. What was started is left to `teardown`, also when something fails. */
export function startWorld(options: WorldOptions, teardown: Teardown): Promise<World> {
  return teardown.startingUp(() => openWorld(options, teardown));
}

async function openWorld(options: WorldOptions, teardown: Teardown): Promise<World> {
  const runFolder = resolve(options.runFolder);
  mkdirSync(runFolder, { recursive: true });
  const clockFile = join(runFolder, "clock.json");
  const clock = openWorldClock(clockFile);
  const { kept } = options;
  const secrets = kept ? keptSecrets(join(kept.folder, "secrets.json")) : drawSecrets();
  const port = await freePort(kept?.ports.app);
  const appUrl = `http://127.0.0.1:${port}`;
  const [database, shopify, quickbooks] = await Promise.all([
    openWorldDatabase({ dataFolder: options.dataFolder, kept: kept?.databaseName }, teardown),
    startShopify({ port: await freePort(kept?.ports.shopify), now: clock.now, apiKey: secrets.shopifyApiKey, apiSecret: secrets.shopifyApiSecret, appUrl, webhookPath: "/webhooks", topics: TOPICS }),
    startQuickBooks({ port: await freePort(kept?.ports.quickbooks), now: clock.now, clientId: secrets.quickBooksClientId, clientSecret: secrets.quickBooksClientSecret }),
    ensureBuilt(teardown),
  ]);
  teardown.defer(() => shopify.close());
  teardown.defer(() => quickbooks.close());
  const isContinued = kept !== undefined && (await keepState({ shopify, quickbooks }, kept.folder, teardown));
  const records = openRecords(database.url);
  teardown.defer(() => records.close());
  const environment = appEnvironment(secrets, { appUrl, port, databaseUrl: database.url, shopifyOrigin: shopify.origin, quickBooksOrigin: quickbooks.origin, clockFile });
  const app = await startAppProcesses({ environment, appUrl, logFolder: runFolder, processes: options.processes }, teardown);
  const merchants = await openMerchants({ databaseUrl: database.url, clock, environment }, teardown);
  return { appUrl, isContinued, database, secrets, runFolder, shopify, quickbooks, records, merchants, app, clock };
}
