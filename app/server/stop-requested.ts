/** When a process is asked to stop: the first signal lets it finish (R10), a second one ends it at once. */

const SIGNALS = ["SIGTERM", "SIGINT"] as const;
/** As shells show a process that SIGTERM ended. */
const FORCED = 143;

/** Call it before anything is started: a signal that comes meanwhile is then obeyed as soon as the start is done. */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    const first = (): void => {
      for (const signal of SIGNALS) {
        process.off(signal, first);
        process.once(signal, () => process.exit(FORCED));
      }
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, first);
  });
}
