/** The business clock of a world: the file that the simulators and the app's processes read. */
import type { Temporal } from "temporal-polyfill";
import { advanceClock, readClock, setClock } from "#sandbox/clock/clock-file.ts";

export type WorldClock = {
  now(): Temporal.Instant;
  set(instant: Temporal.Instant): void;
  /** By an ISO 8601 duration. */
  advance(by: string): void;
};

export function openWorldClock(file: string): WorldClock {
  return { now: readClock(file), set: (instant) => setClock(file, instant), advance: (by) => advanceClock(file, by) };
}
