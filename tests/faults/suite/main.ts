/** `npm run faults`: random worlds against the invariants of design page 07. Exit 0 when every seed passed, 1 when one failed, 2 for arguments that say nothing. */
import { addCoverage, type Coverage } from "./faults/coverage.ts";
import { runSeed } from "./run-seed.ts";
import { readArguments, USAGE } from "./runner/arguments.ts";
import { runSeeds } from "./runner/run-seeds.ts";
import { suiteDatabase } from "./runner/suite-database.ts";
import { coverageTable, neverMet } from "./runner/summary.ts";
import { tellFailure } from "./runner/tell-failure.ts";

/** A run this long must have reached every pair of fault and step. */
const LONG_RUN = 2_000;

const given = readArguments(process.argv.slice(2));
if (given === null) {
  console.error(USAGE);
  process.exit(2);
}
process.exit(given.seed === null ? await runMany(given) : await runOne(given.seed, given.verbose));

async function runOne(seed: number, verbose: boolean): Promise<number> {
  const database = await suiteDatabase();
  const verdict = await runSeed(seed, database);
  await database.drop();
  if (verdict.violations.length > 0) console.log(tellFailure(verdict, verbose));
  else console.log([...(verbose ? verdict.lines : []), `seed ${seed} passed, event log ${verdict.hash}`].join("\n"));
  return verdict.violations.length > 0 ? 1 : 0;
}

async function runMany({ seeds, from, processes, twiceEvery, verbose }: NonNullable<typeof given>): Promise<number> {
  const startedAt = performance.now();
  const coverage: Coverage = {};
  const failed: number[] = [];
  let passed = 0;
  let twice = 0;
  await runSeeds({
    seeds: Array.from({ length: seeds }, (_, index) => from + index),
    processes,
    twiceEvery,
    onReport: (report) => {
      addCoverage(coverage, report.coverage);
      if (report.same !== null) twice += 1;
      const violations = report.same === false ? [...report.violations, { invariant: "crash" as const, detail: "run twice, the seed gave two different event logs" }] : report.violations;
      if (violations.length === 0) passed += 1;
      else {
        failed.push(report.seed);
        console.log(tellFailure({ ...report, violations }, verbose));
      }
      return false;
    },
  });
  console.log(coverageTable(coverage));
  const missed = seeds >= LONG_RUN ? neverMet(coverage) : [];
  if (missed.length > 0) console.log(`Never met: ${missed.join(", ")}`);
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  console.log(`${passed} seeds passed, ${failed.length} failed${failed.length > 0 ? ` (${failed.join(", ")})` : ""}; ${twice} of them run twice; ${seconds} s`);
  return failed.length + missed.length > 0 ? 1 : 0;
}
