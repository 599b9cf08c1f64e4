import { defineConfig } from "vitest/config";
import { RunSummary } from "./scripts/testing/run-summary.ts";

/** What needs a browser: the demo, clicked through in Chromium. Apart from `npm test`, which must run where there is none. */
export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts"],
    environment: "node",
    pool: "forks",
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
    reporters: ["default", new RunSummary()],
  },
});
