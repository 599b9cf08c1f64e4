/** `npm run demo`: starts the app between the simulators with a sample shop that is installed and connected, says where everything is, and runs until it is stopped. */
import { resolve } from "node:path";
import { Temporal } from "temporal-polyfill";
import { connectQuickBooks, installShop, type Tenant } from "#sandbox/launch/install-shop.ts";
import { stopWithProcess } from "#sandbox/launch/shutdown.ts";
import { createTeardown } from "#sandbox/launch/teardown.ts";
import { startWorld, type World } from "#sandbox/launch/world.ts";
import { SAMPLE_ORDERS, SAMPLE_SHOP } from "./sample-shop.ts";

const DATA_FOLDER = ".data/demo";

/** The server's files are kept between demos; the database is emptied at each start, because the simulators keep their shops and companies in memory only. */
const DATABASE = "tieout_demo";

const teardown = createTeardown();
stopWithProcess(teardown, { cleanEnd: true });
const world = await startWorld({ dataFolder: DATA_FOLDER, runFolder: resolve(DATA_FOLDER, "run"), databaseName: DATABASE }, teardown);
world.clock.set(Temporal.Now.instant());
console.log(whereabouts(world, await openSampleShop(world)));

async function openSampleShop({ shopify, quickbooks }: World): Promise<Tenant> {
  shopify.createShop(SAMPLE_SHOP);
  const tenant = { shop: SAMPLE_SHOP.domain, realmId: quickbooks.createCompany({ name: "Harbour Goods LLC" }) };
  await installShop(world, tenant.shop);
  await connectQuickBooks(world, tenant);
  for (const order of SAMPLE_ORDERS) shopify.createOrder(tenant.shop, order);
  return tenant;
}

function whereabouts({ appUrl, shopify, quickbooks, database, runFolder }: World, { shop, realmId }: Tenant): string {
  const company = `${quickbooks.origin}/_sandbox/companies/${realmId}`;
  return `
The demo runs. Ctrl-C stops it.

  App                    ${appUrl}
  Simulated Shopify      ${shopify.origin} (shop ${shop}, ${SAMPLE_ORDERS.length} orders)
  Simulated QuickBooks   ${quickbooks.origin}
    sales orders         ${company}/documents/estimate
    invoices             ${company}/documents/invoice
    payments             ${company}/documents/payment
    trial balance        ${company}/trial-balance
  Database               ${database.description}
  Logs                   ${runFolder}/web.log, ${runFolder}/worker.log

This version has no screens yet: to pay, fulfil and resync orders, play a story (npm run play -- --script sandbox/scenarios/a02.json).
Each start begins anew: the simulators keep their state in memory, so the demo's database is emptied too.`;
}
