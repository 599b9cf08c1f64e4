/** What CI runs: lint, types, build, tests. A skipped test fails, because then something was not checked. The last line is the verdict. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const figuresPath = join(root, ".cache/test-figures.json");
const contracts = process.env["CONTRACTS_DIR"] ?? join(root, "../shared/contracts");
const environment = { ...process.env, CI: "1", TEST_FIGURES: figuresPath, ...(existsSync(contracts) ? { CONTRACTS_DIR: contracts } : {}) };

const STEPS = ["lint", "typecheck", "build", "test"];

rmSync(figuresPath, { force: true });
const failedSteps = STEPS.filter((step) => !succeeds(step));
const tests = existsSync(figuresPath) ? JSON.parse(readFileSync(figuresPath, "utf8")) : { passed: 0, failed: 0, skipped: [] };
for (const step of failedSteps) console.log(`ci: "npm run ${step}" failed`);
for (const name of tests.skipped) console.log(`ci: a skipped test is a failure here: ${name}`);

// The test step counts by its tests, unless it failed without a failed test.
const failed = failedSteps.filter((step) => step !== "test" || tests.failed === 0).length + tests.failed + tests.skipped.length;
const nothingRan = failed === 0 && tests.passed === 0;
console.log(`ci: ${tests.passed} passed, ${nothingRan ? 1 : failed} failed`);
process.exit(failed > 0 || nothingRan ? 1 : 0);

function succeeds(step) {
  const startedAt = Date.now();
  console.log(`ci: npm run ${step}`);
  const ended = spawnSync("npm", ["run", "--silent", step], { cwd: root, stdio: "inherit", env: environment });
  console.log(`ci: ${step} took ${Math.round((Date.now() - startedAt) / 1000)} s`);
  return ended.status === 0;
}
