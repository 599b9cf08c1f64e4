/** The control of a hunt: seeds that fail without any planted bug. What they find says nothing of the bug. */
import { runSeeds } from "../suite/runner/run-seeds.ts";

export async function failAnyway(seeds: Iterable<number>, processes: number): Promise<ReadonlySet<number>> {
  const failed = new Set<number>();
  await runSeeds({
    seeds: [...new Set(seeds)],
    processes,
    twiceEvery: Number.MAX_SAFE_INTEGER,
    onReport: ({ seed, violations }) => {
      if (violations.length > 0) failed.add(seed);
      return false;
    },
  });
  return failed;
}
