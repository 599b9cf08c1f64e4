/** What a person needs of a seed that failed: what was violated, how it can be seen again, and how it ended. */
import type { Verdict } from "../run-seed.ts";

const TAIL = 40;
const WIDTH = 240;

export function tellFailure({ seed, violations, lines }: Verdict, verbose: boolean): string {
  const shown = verbose ? lines : lines.slice(-TAIL).map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line));
  return [
    `SEED ${seed} FAILED · replay: npm run faults -- --seed ${seed} --verbose`,
    ...violations.map(({ invariant, detail }) => `  ${invariant}: ${detail}`),
    ...shown.map((line) => `    ${line}`),
  ].join("\n");
}
