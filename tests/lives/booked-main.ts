/** `npm run lives:booked -- --orders 500 [--from 1]`: random orders through the whole app into the simulated company; exit 1 where the books are not as planned. */
import { parseArgs } from "node:util";
import { closeShopFloors } from "../pipeline/shop-floor.ts";
import { bookLives } from "./booked-lives.ts";

const { values } = parseArgs({ options: { orders: { type: "string", default: "500" }, from: { type: "string", default: "1" } } });
const startedAt = performance.now();
const { orders, syncs, over, purchaseOrders, wrong, trialBalance, planned } = await bookLives(Number(values.orders), Number(values.from), (done) => {
  if (done % 50 === 0) console.log(`${done} orders`);
});
await closeShopFloors();
for (const sentence of wrong) console.log(sentence);
const accounts = [...new Set([...Object.keys(trialBalance), ...Object.keys(planned)])].sort();
const apart = accounts.filter((account) => trialBalance[account] !== planned[account]);
for (const account of accounts) console.log(`${account.padEnd(28)} books ${trialBalance[account] ?? "0.00"}  planned ${planned[account] ?? "0.00"}`);
console.log(`lives: ${orders} orders, ${syncs} syncs, ${over} customers held against what Shopify says is outstanding, ${purchaseOrders} purchase orders, ${wrong.length} not as planned, ${apart.length} accounts that differ, ${Math.round((performance.now() - startedAt) / 1000)} s`);
process.exitCode = wrong.length + apart.length === 0 ? 0 : 1;
