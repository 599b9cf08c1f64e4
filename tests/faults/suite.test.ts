/**
 * A small share of the fault suite. The whole of it: `npm run faults`. A seed means another world whenever the generator changes, so what seeds once showed stands as tests of its own:
 * tests/pipeline/{made-twice,lost-answers,by-hand}.test.ts, and the planted bug `replaced-intent` for what only a random world reaches.
 */
import { describe, expect, it } from "vitest";
import { addCoverage, type Coverage } from "./suite/faults/coverage.ts";
import { runSeeds } from "./suite/runner/run-seeds.ts";
import type { SeedReport } from "./suite/runner/seed-process.ts";
import { tellFailure } from "./suite/runner/tell-failure.ts";

/** A machine that is busy with the other tests is slow. */
const WITHIN_MS = 300_000;

async function run(seeds: readonly number[], twiceEvery: number): Promise<{ failures: string[]; reports: SeedReport[]; coverage: Coverage }> {
  const reports: SeedReport[] = [];
  const coverage: Coverage = {};
  await runSeeds({
    seeds, twiceEvery, processes: 2,
    onReport: (report) => {
      reports.push(report);
      addCoverage(coverage, report.coverage);
      return false;
    },
  });
  return { reports, coverage, failures: reports.filter(({ violations }) => violations.length > 0).map((report) => tellFailure(report, false)) };
}

describe("the fault suite", () => {
  it("finds the books right after 16 random worlds, two of which are the same world twice", { timeout: WITHIN_MS }, async () => {
    const seeds = Array.from({ length: 16 }, (_, index) => 1_001 + index);
    const { failures, reports, coverage } = await run(seeds, 8);
    expect(failures).toEqual([]);
    expect(reports).toHaveLength(seeds.length);
    expect(Object.keys(coverage).length).toBeGreaterThan(10);
  });
});
