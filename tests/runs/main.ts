/** `npm run runs:large -- [--orders 2000]`: a manual sync of many orders with the worker killed midway, and what came of it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { createTeardown } from "#sandbox/launch/teardown.ts";
import { startWorld } from "#sandbox/launch/world.ts";
import { followRun } from "./follow-run.ts";

const { values } = parseArgs({ options: { orders: { type: "string", default: "2000" } } });
const orders = z.coerce.number().int().min(10).max(20_000).parse(values.orders);

const runFolder = mkdtempSync(join(tmpdir(), "tieout-run-"));
const teardown = createTeardown();
process.once("exit", () => teardown.killNow());
try {
  const figures = await followRun(await startWorld({ dataFolder: ".cache/test-worlds", runFolder }, teardown), orders);
  const { twice, missing } = figures;
  const holds = figures.state === "done" && figures.settled === orders && twice.length === 0 && missing.length === 0 && figures.longestStillMs <= 2_000;
  console.log(`runs:large: ${holds ? "holds" : "DOES NOT HOLD"} ${JSON.stringify({ ...figures, twice: twice.slice(0, 10), missing: missing.slice(0, 10) })}`);
  process.exitCode = holds ? 0 : 1;
} finally {
  await teardown.stop();
  rmSync(runFolder, { recursive: true, force: true });
}
