/** The summary of a run as text: how often each kind of fault met each step of the pipeline. */
import type { Coverage } from "../faults/coverage.ts";
import { EXPECTED_MEETINGS } from "../faults/expected-meetings.ts";
import { PIPELINE_STEPS } from "../faults/pipeline-step.ts";

const FIRST = 22;
const COLUMN = 11;

/** A dot where the two cannot meet. */
export function coverageTable(coverage: Coverage): string {
  const head = ["".padEnd(FIRST), ...PIPELINE_STEPS.map((step) => step.padStart(COLUMN))].join("");
  const rows = Object.entries(EXPECTED_MEETINGS).map(([kind, steps]) => {
    const cells = PIPELINE_STEPS.map((step) => {
      const count = coverage[kind]?.[step] ?? 0;
      return (count > 0 || steps.includes(step) ? String(count) : "·").padStart(COLUMN);
    });
    return [kind.padEnd(FIRST), ...cells].join("");
  });
  return [head, ...rows].join("\n");
}

/** Pairs that should have met and never did. */
export const neverMet = (coverage: Coverage): string[] =>
  Object.entries(EXPECTED_MEETINGS).flatMap(([kind, steps]) => steps.filter((step) => !coverage[kind]?.[step]).map((step) => `${kind} × ${step}`));
