/** One suite process: runs the seeds it is sent, one after the other, and tells what came of each. */
import { z } from "zod";
import { runSeed, type Verdict } from "../run-seed.ts";
import { suiteDatabase } from "./suite-database.ts";

/** `twice`: the seed is run again and must give the same event log. */
export type SeedOrder = { seed: number; twice: boolean };
export type SeedReport = Verdict & { same: boolean | null };

const orderSchema = z.object({ seed: z.number(), twice: z.boolean() });

const database = await suiteDatabase();
let last = Promise.resolve();

process.on("message", (message) => {
  last = last.then(() => carryOut(orderSchema.parse(message)));
});
process.on("disconnect", () => {
  void last.then(() => database.drop()).finally(() => process.exit(0));
});
process.send?.("ready");

async function carryOut({ seed, twice }: SeedOrder): Promise<void> {
  const verdict = await runSeed(seed, database);
  const again = twice ? await runSeed(seed, database) : null;
  process.send?.({ ...verdict, same: again && again.hash === verdict.hash } satisfies SeedReport);
}
