import { defineConfig } from "vitest/config";
import { RunSummary } from "./scripts/testing/run-summary.ts";

/** Tests stand beside the code; `tests/` holds those that span rooms. They run against real servers and a real database, hence the long limits. */
export default defineConfig({
  test: {
    include: ["{app,extensions,sandbox,tests,scripts}/**/*.test.{ts,tsx}"],
    // These need a browser: `npm run test:browser`.
    exclude: ["tests/browser/**", "**/node_modules/**"],
    environment: "node",
    // Processes, not threads: an own PostgreSQL client, native modules and process.env per file.
    pool: "forks",
    // More than the two cores: the longest files mostly wait, for processes to start and for QuickBooks' pace.
    maxWorkers: 4,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ["default", new RunSummary()],
    restoreMocks: true,
  },
});
