/** What came of one run with its kills. */
import type { FailpointName } from "#app/pipeline/failpoints.ts";
import type { Aim, Strike } from "./choose-strikes.ts";
import type { Reached } from "./trace.ts";

/** Acceptance: work goes on within a minute of the kill. */
export const RESUMED_WITHIN_MS = 60_000;

export type Victim = "worker" | "web" | "database";

/** `point`: null inside a transaction. `resumedMs`: from the kill to the first step of a process that was not struck; null where none was seen. */
export type Kill = { victim: Victim; point: FailpointName | null; where: string; died: string; resumedMs: number | null };

export type Outcome = {
  aim: Aim;
  kills: Kill[];
  /** Strikes for which the point was not reached any more. */
  missed: Strike[];
  violations: string[];
};

/** The work of a struck worker goes on when another one opens its drain, or reads the changes for its sweep. */
export function resumedAfter(struck: Reached, trace: readonly Reached[]): number | null {
  const door = struck.point.startsWith("sweeps.") || struck.point.startsWith("changed.") ? "changed.page:before" : "worker.drain:before";
  const resumed = trace.find(({ point, pid, at }) => point === door && pid !== struck.pid && at >= struck.at);
  return resumed === undefined ? null : resumed.at - struck.at;
}
