/** `npm run faults:lost -- [--orders 200]`: loses the database of a working app, then restores a day-old backup, and prints what came of it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { createTeardown } from "#sandbox/launch/teardown.ts";
import { startWorld } from "#sandbox/launch/world.ts";
import { loseAndRecover } from "./lose-and-recover.ts";

const { values } = parseArgs({ options: { orders: { type: "string", default: "200" } } });
const orders = z.coerce.number().int().min(4).max(10_000).multipleOf(4).parse(values.orders);

const runFolder = mkdtempSync(join(tmpdir(), "tieout-lost-"));
const teardown = createTeardown();
process.once("exit", () => teardown.killNow());
let failed = 0;
try {
  const world = await startWorld({ dataFolder: ".cache/test-worlds", runFolder }, teardown);
  for (const how of ["lost", "restored"] as const) {
    const figures = await loseAndRecover(world, how, orders);
    const holds = figures.newDocuments === 0 && figures.adopted === figures.documents && figures.receivable === "0.00";
    if (!holds) failed += 1;
    console.log(`${how}: ${holds ? "holds" : "DOES NOT HOLD"} ${JSON.stringify(figures)}`);
  }
} finally {
  await teardown.stop();
  rmSync(runFolder, { recursive: true, force: true });
}
console.log(`faults:lost: ${2 - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
