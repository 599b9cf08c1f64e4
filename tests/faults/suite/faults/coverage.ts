/** How often each kind of fault met each step of the pipeline. */
import { PIPELINE_STEPS, type PipelineStep } from "./pipeline-step.ts";

export type Coverage = Record<string, Partial<Record<PipelineStep, number>>>;

export function meet(coverage: Coverage, kind: string, step: PipelineStep, times = 1): void {
  const row = (coverage[kind] ??= {});
  row[step] = (row[step] ?? 0) + times;
}

export function addCoverage(to: Coverage, from: Coverage): void {
  for (const [kind, row] of Object.entries(from)) {
    for (const step of PIPELINE_STEPS) if (row[step] !== undefined) meet(to, kind, step, row[step]);
  }
}
