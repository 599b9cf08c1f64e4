/** What CI runs: lint, types, build, tests, tests in a browser. Each of the first three keeps one processor busy, so they share two; the tests' bars are in seconds, so they run alone. A skipped test fails, because then something was not checked. The last line is the verdict. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Each test step leaves its figures in a file of its own. */
const figuresOf = (step) => join(root, `.cache/figures-${step.replace(":", "-")}.json`);
const contracts = process.env["CONTRACTS_DIR"] ?? join(root, "../shared/contracts");
const environment = { ...process.env, CI: "1", ...(existsSync(contracts) ? { CONTRACTS_DIR: contracts } : {}) };

const TEST_STEPS = ["test", "test:browser"];
/** Rows follow each other; the lists in a row run side by side. */
const ROWS = [[["lint"], ["typecheck", "build"]], [TEST_STEPS]];

for (const step of TEST_STEPS) rmSync(figuresOf(step), { force: true });
const failedSteps = [];
for (const row of ROWS) await Promise.all(row.map((steps) => runInTurn(steps, { alone: row.length === 1 })));
const figures = TEST_STEPS.map((step) => ({ step, passed: 0, failed: 0, skipped: [], failures: [], ...readFigures(figuresOf(step)) }));
const passed = figures.reduce((sum, each) => sum + each.passed, 0);
const failedTests = figures.reduce((sum, each) => sum + each.failed, 0);
const skipped = figures.flatMap((each) => each.skipped);
for (const step of failedSteps) console.log(`ci: "npm run ${step}" failed`);
for (const { step, failures } of figures) for (const each of failures) console.log(`ci: failed in "npm run ${step}": ${each}`);
for (const name of skipped) console.log(`ci: a skipped test is a failure here: ${name}`);

// A test step counts by its tests, unless it failed without a failed test.
const failsBeyondTests = (step) => !figures.some((each) => each.step === step && each.failed > 0);
const silent = figures.filter((each) => each.passed === 0 && !failedSteps.includes(each.step)).length;
const failed = failedSteps.filter(failsBeyondTests).length + failedTests + skipped.length + silent;
console.log(`ci: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function readFigures(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

async function runInTurn(steps, { alone }) {
  for (const step of steps) if (!(await succeeds(step, alone))) failedSteps.push(step);
}

/** What a step says is shown as it comes when it runs alone, otherwise in one piece at its end. */
async function succeeds(step, alone) {
  const startedAt = Date.now();
  if (alone) console.log(`ci: npm run ${step}`);
  const child = spawn("npm", ["run", "--silent", step], { cwd: root, stdio: ["ignore", ...(alone ? ["inherit", "inherit"] : ["pipe", "pipe"])], env: { ...environment, TEST_FIGURES: figuresOf(step) } });
  const said = [];
  child.stdout?.on("data", (chunk) => said.push(chunk));
  child.stderr?.on("data", (chunk) => said.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (!alone) process.stdout.write(`ci: npm run ${step}\n${Buffer.concat(said).toString("utf8")}`);
  console.log(`ci: ${step} took ${Math.round((Date.now() - startedAt) / 1000)} s`);
  return code === 0;
}
