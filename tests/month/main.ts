/** `npm run month -- --orders 300 --seed 1`: a month of mixed orders through the real app, held against the oracle. Exit 0 when the books are right, 1 when they are not, 2 for arguments that say nothing. */
import { parseArgs } from "node:util";
import { suiteDatabase } from "../faults/suite/runner/suite-database.ts";
import { playMonth } from "./play-month.ts";
import { tellMonth } from "./tell-month.ts";

const USAGE = "usage: npm run month -- [--orders N] [--seed S]";

const { values } = parseArgs({ options: { orders: { type: "string", default: "300" }, seed: { type: "string", default: "1" } } });
const [orders, seed] = [Number(values.orders), Number(values.seed)];
if (![orders, seed].every((value) => Number.isSafeInteger(value) && value > 0)) {
  console.error(USAGE);
  process.exit(2);
}
const startedAt = performance.now();
const database = await suiteDatabase();
const month = await playMonth(database, { orders, seed });
await database.drop();
const { isRight, text } = tellMonth(month);
console.log(text);
console.log(`${orders} orders, seed ${seed}, ${month.calls} QuickBooks calls, ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
process.exit(isRight ? 0 : 1);
