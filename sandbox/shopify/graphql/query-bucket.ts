/** The leaky bucket of query points, one per shop, filled by real time; must never be moved by the simulated clock. */

/** Observed in a captured answer (microsoft/BCApps, 2024). */
const MAXIMUM_AVAILABLE = 2000;

export type ThrottleStatus = { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };

export type QueryBucket = {
  /** Takes the points if they are there. */
  take: (points: number) => boolean;
  giveBack: (points: number) => void;
  status: () => ThrottleStatus;
};

/** `nowMs` is a monotonic clock in milliseconds. */
export function createQueryBucket(restoreRate: number, nowMs: () => number = () => performance.now()): QueryBucket {
  let available = MAXIMUM_AVAILABLE;
  let filledAtMs = nowMs();
  const fill = (): void => {
    const at = nowMs();
    available = Math.min(MAXIMUM_AVAILABLE, available + ((at - filledAtMs) / 1000) * restoreRate);
    filledAtMs = at;
  };
  return {
    take: (points) => {
      fill();
      if (points > available) return false;
      available -= points;
      return true;
    },
    giveBack: (points) => {
      fill();
      available = Math.min(MAXIMUM_AVAILABLE, available + points);
    },
    status: () => {
      fill();
      return { maximumAvailable: MAXIMUM_AVAILABLE, currentlyAvailable: Math.floor(available), restoreRate };
    },
  };
}
