/** Runs seeds against one planted bug until one of them finds it. */
import { fileURLToPath } from "node:url";
import { runSeeds } from "../suite/runner/run-seeds.ts";
import { BUG_VARIABLE } from "./plant.ts";

const PLANT = fileURLToPath(new URL("./plant.ts", import.meta.url));

/** `seeds`: how many it took; null where none of them found it. `violation`: the first one, with its invariant in front. */
export type Hunt = { bug: string; seeds: number | null; violation: string };

/** Seeds are counted in the order in which they ended; the processes of one hunt run side by side. */
export async function hunt(bug: string, { seeds, from, processes }: { seeds: number; from: number; processes: number }): Promise<Hunt> {
  let count = 0;
  let found: Hunt | null = null;
  await runSeeds({
    seeds: Array.from({ length: seeds }, (_, index) => from + index),
    processes,
    twiceEvery: Number.MAX_SAFE_INTEGER,
    execArgv: ["--import", PLANT],
    environment: { [BUG_VARIABLE]: bug },
    onReport: ({ seed, violations }) => {
      count += 1;
      const [first] = violations;
      if (first && !found) found = { bug, seeds: count, violation: `${first.invariant} (seed ${seed}): ${first.detail}` };
      return found !== null;
    },
  });
  return found ?? { bug, seeds: null, violation: "not found" };
}
