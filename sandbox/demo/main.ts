/** `npm run demo`: the app between the simulators, with a shop that has the app installed and a QuickBooks company to connect it to; runs until it is stopped and goes on where it was. */
import { resolve } from "node:path";
import { Temporal } from "temporal-polyfill";
import { installShop } from "#sandbox/launch/install-shop.ts";
import { stopWithProcess } from "#sandbox/launch/shutdown.ts";
import { createTeardown } from "#sandbox/launch/teardown.ts";
import { startWorld, type World } from "#sandbox/launch/world.ts";
import { seedShop } from "#sandbox/shopify/seed/seed-shop.ts";
import { parseDemoArguments, USAGE } from "./arguments.ts";
import { SAMPLE_COMPANY, SAMPLE_SHOP } from "./sample-shop.ts";

const given = parseDemoArguments(process.argv.slice(2));
if (given === null) {
  console.log(USAGE);
  process.exit(process.argv.some((each) => each === "--help" || each === "-h") ? 0 : 2);
}
const { folder, firstPort } = given;

const teardown = createTeardown();
stopWithProcess(teardown, { cleanEnd: true });
const kept = { folder: resolve(folder, "state"), databaseName: "tieout_demo", ports: { shopify: firstPort, app: firstPort + 10, quickbooks: firstPort + 20 } };
const world = await startWorld({ dataFolder: resolve(folder, "postgres"), runFolder: resolve(folder, "run"), kept }, teardown);
if (!world.isContinued) await openSampleShop(world);
console.log(whereabouts(world));

/** Sixty days of orders that the app was not there to see, as in any shop that installs it. */
async function openSampleShop({ clock, shopify, quickbooks }: World): Promise<void> {
  clock.set(Temporal.Now.instant());
  shopify.createShop(SAMPLE_SHOP);
  seedShop(shopify, SAMPLE_SHOP.domain, { now: clock.now });
  quickbooks.createCompany(SAMPLE_COMPANY);
  await installShop(world, SAMPLE_SHOP.domain);
}

function whereabouts({ appUrl, isContinued, shopify, quickbooks, database, runFolder }: World): string {
  return `
${isContinued ? "The demo goes on where it was stopped." : "A new demo: connect QuickBooks, choose when the invoice is made, create an order, ship it."} Ctrl-C stops it.

  Simulated QuickBooks   ${quickbooks.origin}
  App (inside the admin) ${appUrl}
  Database               ${database.description}
  Logs                   ${runFolder}/web.log, ${runFolder}/worker.log

Open the shop's admin: ${shopify.appUrlInAdmin(SAMPLE_SHOP.domain)}`;
}
