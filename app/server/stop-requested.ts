/** When a process is asked to stop: the first signal lets it finish, though never longer than STOP_WITHIN_MS (R10); a second one ends it at once. */
import { STOP_WITHIN_MS } from "#app/config/limits.ts";

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
      // Whatever hangs, such as a start or a database that is gone: what was in hand is unknown then, not lost. A moment early, since ending takes one.
      // Not unref'd: with nothing else to wait for the process would end at once, with Node's code 13 for a promise that nobody settles.
      setTimeout(() => process.exit(FORCED), STOP_WITHIN_MS - 500);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, first);
  });
}
