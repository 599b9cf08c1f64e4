/** What the kill runs found, for people: every failpoint with its kills, the slowest resumption, and whatever is wrong. */
import { FAILPOINTS, type FailpointName } from "#app/pipeline/failpoints.ts";
import { type Kill, RESUMED_WITHIN_MS, type Victim } from "./outcome.ts";
import type { Finished } from "./carry-out.ts";

export const told = ({ about, kills, missed, violations, seconds }: Finished): string =>
  [
    `${violations.length === 0 ? "held  " : "BROKEN"} ${about}: ${kills.length} kills (${kills.map(whereOf).join(", ")}), resumed ${kills.map(resumed).join(", ") || "-"}, ${seconds} s`,
    ...missed.map(({ point, where }) => `       ${point} not reached any more at the ${where}`),
    ...violations.map((each) => `       ${each}`),
  ].join("\n");

const whereOf = ({ point, where }: Kill): string => (point === null ? where : `${point.slice(point.lastIndexOf(":") + 1)} ${where}`);
const resumed = ({ resumedMs }: Kill): string => (resumedMs === null ? "unseen" : `${(resumedMs / 1_000).toFixed(1)} s`);

export type Report = { text: string; holds: boolean };

/** `all`: whether every failpoint must have been hit. */
export function reportOf(finished: readonly Finished[], all: boolean): Report {
  const kills = finished.flatMap((each) => each.kills);
  const of = (victim: Victim): number => kills.filter((kill) => kill.victim === victim).length;
  const late = finished.flatMap(({ about, kills: each }) => each.filter(({ resumedMs }) => resumedMs === null || resumedMs > RESUMED_WITHIN_MS).map((kill) => `${about}: resumed ${resumed(kill)} after the kill`));
  const perPoint = new Map<FailpointName, number>();
  for (const { point } of kills) if (point !== null) perPoint.set(point, (perPoint.get(point) ?? 0) + 1);
  const missed = finished.flatMap(({ about, missed: each }) => each.map(({ point, where }) => `  ${about}: ${point}, ${where}`));
  const unhit = FAILPOINTS.filter((point) => !perPoint.get(point));
  const never = all ? unhit.map((point) => `${point} was never hit`) : [];
  const wrong = [...finished.flatMap(({ about, violations }) => violations.map((each) => `${about}: ${each}`)), ...late, ...never];
  const slowest = Math.max(0, ...kills.map(({ resumedMs }) => resumedMs ?? 0));
  const text = [
    "",
    "Failpoints and their kills:",
    ...[...perPoint].sort(([one], [other]) => FAILPOINTS.indexOf(one) - FAILPOINTS.indexOf(other)).map(([point, count]) => `  ${point.padEnd(38)} ${String(count).padStart(3)}`),
    ...finished.filter(({ about }) => about.startsWith("inside ")).map(({ about, kills: each }) => `  ${about.padEnd(38)} ${String(each.length).padStart(3)}`),
    ...(all ? unhit.map((point) => `  ${point.padEnd(38)}   0`) : []),
    ...(missed.length === 0 ? [] : ["", `${missed.length} strikes found the point not reached any more, since an earlier kill of the run had it done:`, ...missed]),
    "",
    `${perPoint.size} of ${FAILPOINTS.length} failpoints, ${kills.length} kills: worker ${of("worker")}, web ${of("web")}, database ${of("database")}; slowest resumption ${(slowest / 1_000).toFixed(1)} s`,
    ...(wrong.length === 0 ? ["0 lost, 0 twice, 0 cents off"] : ["", `${wrong.length} things are wrong:`, ...wrong.map((each) => `  ${each}`)]),
  ].join("\n");
  return { text, holds: wrong.length === 0 };
}
