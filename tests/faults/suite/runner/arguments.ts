/** The command line of `npm run faults`; a mistake is told in a sentence. */
import { parseArgs } from "node:util";

export type SuiteArguments = { seeds: number; from: number; /** One seed with all its lines. */ seed: number | null; verbose: boolean; processes: number; /** Every so many seeds one is run twice. */ twiceEvery: number };

export const USAGE = "usage: npm run faults -- [--seeds N] [--from S] [--processes P] [--twice] | --seed K [--verbose]";

const USUALLY_TWICE_EVERY = 50;

/** Null where the arguments say nothing that can be run. */
export function readArguments(given: readonly string[]): SuiteArguments | null {
  const { values } = parseArgs({
    args: [...given],
    options: { seeds: { type: "string", default: "200" }, from: { type: "string", default: "1" }, seed: { type: "string" }, verbose: { type: "boolean", default: false }, twice: { type: "boolean", default: false }, processes: { type: "string", default: "2" } },
  });
  const [seeds, from, processes] = [Number(values.seeds), Number(values.from), Number(values.processes)];
  const seed = values.seed === undefined ? null : Number(values.seed);
  const whole = [seeds, from, processes, seed ?? 0].every((value) => Number.isSafeInteger(value) && value >= 0);
  return whole && seeds > 0 && processes > 0 ? { seeds, from, seed, verbose: values.verbose, processes, twiceEvery: values.twice ? 1 : USUALLY_TWICE_EVERY } : null;
}
