import { defineConfig } from "vitest/config";
import { RunSummary } from "./scripts/testing/run-summary.ts";

/** Their bars are in seconds (a start, an answer, a page's largest paint, focus given back), for a machine that does nothing else. */
const TIMED = ["first-order", "screens", "keyboard"].map((name) => `tests/browser/${name}.test.ts`);

const limits = { environment: "node", pool: "forks", testTimeout: 120_000, hookTimeout: 240_000 } as const;

/** What needs a browser: the demo, clicked through in Chromium. Apart from `npm test`, which must run where there is none. */
export default defineConfig({
  test: {
    reporters: ["default", new RunSummary()],
    projects: [
      { test: { ...limits, name: "alone", include: TIMED, fileParallelism: false, sequence: { groupOrder: 0 } } },
      // Two at a time: a test mostly waits, for the demo to start and for pages and books to settle.
      { test: { ...limits, name: "side by side", include: ["tests/browser/**/*.test.ts"], exclude: TIMED, maxWorkers: 2, sequence: { groupOrder: 1 } } },
    ],
  },
});
