/** The only time of a world: it stands still until something moves it, and nothing ever sleeps. */
import { Temporal } from "temporal-polyfill";

export type VirtualTime = {
  now: () => Temporal.Instant;
  /** Milliseconds since the world began; for what counts in monotonic time. */
  ms: () => number;
  advance: (ms: number) => void;
  /** What a sleep is here: the time has passed. */
  wait: (ms: number) => Promise<void>;
};

/** A Monday morning in New York. */
const BEGINS = Temporal.Instant.from("2026-11-02T14:00:00Z");

export function virtualTime(): VirtualTime {
  let ms = 0;
  let now = BEGINS;
  const advance = (by: number): void => {
    ms += Math.max(0, Math.ceil(by));
    now = Temporal.Instant.fromEpochMilliseconds(BEGINS.epochMilliseconds + ms);
  };
  return {
    now: () => now,
    ms: () => ms,
    advance,
    wait: (by) => {
      advance(by);
      return Promise.resolve();
    },
  };
}
