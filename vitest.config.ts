import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/testing/longest-first.ts";
import { RunSummary } from "./scripts/testing/run-summary.ts";

// Compiling takes half of a process's start: what one process compiled the next one finds, those that a test starts included.
process.env["NODE_COMPILE_CACHE"] ??= resolve(".cache", "compiled");

const TESTS = "**/*.test.{ts,tsx}";

/** Their tests keep nothing between each other but what they put away themselves: one process runs many of these files, and loads what they share once. */
const SHARE_A_PROCESS = [
  "app/{domain,ledgers,shopify,screens,composition}", "app/database/{repositories,desk}", "extensions", "sandbox", "tests/{contracts,goldens,oracle,order-files,pipeline,rules}",
].map((room) => `${room}/${TESTS}`);

/** Tests stand beside the code; `tests/` holds those that span rooms. They run against real servers and a real database, hence the long limits. */
export default defineConfig({
  test: {
    environment: "node",
    // Processes, not threads: an own PostgreSQL client, native modules and process.env.
    pool: "forks",
    // More than the two cores: the longest files mostly wait, for processes to start and for QuickBooks' pace.
    maxWorkers: 5,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ["default", new RunSummary()],
    restoreMocks: true,
    setupFiles: ["scripts/testing/setup.ts"],
    sequence: { sequencer: LongestFirst },
    projects: [
      // Those in tests/browser need a browser: `npm run test:browser`.
      { extends: true, test: { name: "own process", include: [`{app,tests,scripts}/${TESTS}`], exclude: ["tests/browser/**", "**/node_modules/**", ...SHARE_A_PROCESS] } },
      { extends: true, test: { name: "shared process", include: SHARE_A_PROCESS, isolate: false } },
    ],
  },
});
