/** Runs seeds against one planted bug until one of them finds it. */
import { fileURLToPath } from "node:url";
import { runSeeds } from "../suite/runner/run-seeds.ts";
import { BUG_VARIABLE } from "./plant.ts";

const PLANT = fileURLToPath(new URL("./plant.ts", import.meta.url));

/** `count`: how many seeds it took, `seed` the last of them; `violation` what it said, with its invariant in front. */
export type Find = { count: number; seed: number; violation: string };
/** `find`: null where none of the seeds found it. */
export type Hunt = { bug: string; find: Find | null };

/** Seeds are counted in the order in which they ended; the processes of one hunt run side by side. */
export async function hunt(bug: string, { seeds, from, processes }: { seeds: number; from: number; processes: number }): Promise<Hunt> {
  let count = 0;
  let find: Find | null = null;
  await runSeeds({
    seeds: Array.from({ length: seeds }, (_, index) => from + index),
    processes,
    twiceEvery: Number.MAX_SAFE_INTEGER,
    execArgv: ["--import", PLANT],
    environment: { [BUG_VARIABLE]: bug },
    onReport: ({ seed, violations }) => {
      count += 1;
      const [first] = violations;
      if (first && !find) find = { count, seed, violation: `${first.invariant}: ${first.detail}` };
      return find !== null;
    },
  });
  return { bug, find };
}
