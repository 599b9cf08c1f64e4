/** Intuit's limits per company (05, section 2) over real arrival times; must never look at the sandbox clock. */
type Limit = { count: number; windowMs: number };

const PER_SECOND: Limit = { count: 10, windowMs: 1000 };
const PER_MINUTE: Limit = { count: 500, windowMs: 60_000 };
const BATCHES_PER_MINUTE: Limit = { count: 40, windowMs: 60_000 };

export type Throttle = {
  /** Counts a request that arrives now; false when it is over a limit (then it is not counted). */
  admit: (isBatch: boolean) => boolean;
  /** How many were over a limit so far. */
  refused: () => number;
  /** What arrived while nobody was held to the limits does not count against those who are from now on. */
  beginAnew: () => void;
};

/** `monotonicMs` is a clock that only runs forward, such as `performance.now`. */
export function createThrottle(monotonicMs: () => number): Throttle {
  const requests: number[] = [];
  const batches: number[] = [];
  let refused = 0;
  return {
    refused: () => refused,
    beginAnew() {
      requests.length = 0;
      batches.length = 0;
    },
    admit(isBatch) {
      const now = monotonicMs();
      const fits = hasRoom(requests, PER_SECOND, now) && hasRoom(requests, PER_MINUTE, now);
      if (!fits || (isBatch && !hasRoom(batches, BATCHES_PER_MINUTE, now))) {
        refused += 1;
        return false;
      }
      requests.push(now);
      if (isBatch) batches.push(now);
      forget(requests, now);
      forget(batches, now);
      return true;
    },
  };
}

/** Arrivals are in order, so the one `count` places back decides. */
function hasRoom(arrivals: number[], { count, windowMs }: Limit, now: number): boolean {
  const deciding = arrivals.at(-count);
  return deciding === undefined || now - deciding >= windowMs;
}

function forget(arrivals: number[], now: number): void {
  while (arrivals[0] !== undefined && now - arrivals[0] >= PER_MINUTE.windowMs) arrivals.shift();
}
