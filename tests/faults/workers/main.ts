/** `npm run faults:workers`: four companies with 125 orders each, web and two workers, one of which is killed midway. Exit code 0: all there, nothing twice, no limit broken. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stopWithProcess } from "#sandbox/launch/shutdown.ts";
import { createTeardown } from "#sandbox/launch/teardown.ts";
import { startWorld } from "#sandbox/launch/world.ts";
import { twoWorkers } from "./two-workers.ts";

/** Acceptance: both workers had a real share. */
const AT_LEAST_EACH = 50;

const teardown = createTeardown();
stopWithProcess(teardown, { cleanEnd: false });
const runFolder = mkdtempSync(join(tmpdir(), "tieout-workers-"));
teardown.defer(() => Promise.resolve(rmSync(runFolder, { recursive: true, force: true })));
const world = await startWorld({ dataFolder: ".cache/test-worlds", runFolder, processes: ["web", "worker", "second-worker"] }, teardown);
const startedAt = performance.now();
const { posted, orders, requests, throttled, afterKillMs, violations } = await twoWorkers(world, { companies: 4, orders: 125 });
const shares = Object.entries(posted).map(([name, count]) => `${name} ${count}`).join(", ");
console.log(`${orders} orders of 4 companies in ${Math.round((performance.now() - startedAt) / 1_000)} s; documents written by ${shares}; ${requests} requests, ${throttled} answered with 429; all done ${Math.round(afterKillMs / 1_000)} s after one worker was killed`);
const idle = Object.entries(posted).filter(([, count]) => count <= AT_LEAST_EACH).map(([name, count]) => `${name} wrote only ${count} documents`);
const wrong = [...violations, ...idle];
for (const each of wrong) console.log(`  ${each}`);
console.log(wrong.length === 0 ? "every order present, nothing twice, no limit broken" : `${wrong.length} things are wrong`);
await teardown.stop();
process.exit(wrong.length === 0 ? 0 : 1);
