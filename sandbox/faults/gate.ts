/** Holds requests that hang until somebody lets them go. */
export type Gate = {
  /** Resolves at the next `release`. */
  passed: () => Promise<void>;
  release: () => void;
};

export function createGate(): Gate {
  let waiting: (() => void)[] = [];
  return {
    passed: () => new Promise((resolve) => waiting.push(resolve)),
    release: () => {
      const released = waiting;
      waiting = [];
      for (const resolve of released) resolve();
    },
  };
}
