/** The pace of one company: says when the next call may leave. It knows no timers and no network; whoever asks does the waiting. */
import { PACE_WINDOWS, type PaceWindow } from "./limits.ts";

/** After a 429 the pace falls to this share of itself, never below the floor, and is whole again after a quiet time. */
const SLOWER = 0.8;
const FLOOR = 0.2;
const QUIET_MS = 10 * 60_000;

export type Pacing = {
  /** Takes the next free place; returns how many ms from `now` it lies. */
  reserve(): number;
  /**
   * Told of every answer (or failure) of a call: it reached Intuit at the latest now, which may be well after its place if this process or the network was busy.
   * Calls of one company go out one after the other (R8), so it is the oldest place without an answer.
   */
  answered(): void;
  /** Told of a 429: nothing leaves for `pauseMs`, and the pace is lower from then on. */
  throttled(pauseMs: number): void;
  /** Somebody else calls for this company as well just now, or no longer: then `shared` windows hold instead. */
  share(isShared: boolean): void;
  /** Ms until the pause of a 429 is over; 0 when there is none. */
  pausedForMs(): number;
};

/**
 * `now`: monotonic milliseconds; `businessNow`: the clock that retries go by, which a sandbox can move.
 * A log of granted places rather than buckets that refill: a bucket of 10 that refills 10 a second lets 20 calls into one second, which Intuit answers with 429.
 */
export function createPacing(now: () => number, windows: readonly PaceWindow[] = PACE_WINDOWS, businessNow: () => number = now, sharedWindows: readonly PaceWindow[] = windows): Pacing {
  let granted: number[] = [];
  let unanswered = 0;
  /** Business time, as the retry of the order that met the 429. */
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let throttledAt = Number.NEGATIVE_INFINITY;
  let share = 1;
  let isShared = false;
  const kept = Math.max(...[...windows, ...sharedWindows].map((window) => window.calls));

  const currentShare = (at: number): number => (at - throttledAt >= QUIET_MS ? 1 : share);

  return {
    reserve() {
      const at = now();
      let place = Math.max(at + Math.max(0, pausedUntil - businessNow()), granted.at(-1) ?? at);
      for (const window of isShared ? sharedWindows : windows) {
        const calls = Math.max(1, Math.floor(window.calls * currentShare(at)));
        const earlier = granted[granted.length - calls];
        if (earlier !== undefined) place = Math.max(place, earlier + window.lengthMs);
      }
      granted.push(place);
      unanswered += 1;
      if (granted.length > 2 * kept) granted = granted.slice(-kept);
      return place - at;
    },
    answered() {
      const index = granted.length - unanswered;
      const place = granted[index];
      if (unanswered === 0 || place === undefined) return;
      granted[index] = Math.max(place, now());
      unanswered -= 1;
    },
    throttled(pauseMs) {
      const at = now();
      share = Math.max(FLOOR, currentShare(at) * SLOWER);
      throttledAt = at;
      pausedUntil = Math.max(pausedUntil, businessNow() + pauseMs);
    },
    share: (now) => {
      isShared = now;
    },
    pausedForMs: () => Math.max(0, pausedUntil - businessNow()),
  };
}
