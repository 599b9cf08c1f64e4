/** Makes sure that nothing this process started outlives it: Ctrl-C, SIGTERM, a crash or a plain end. */
import type { Teardown } from "./teardown.ts";

/** A little less than the 20 s after which somebody who sent SIGTERM calls a program hung. */
const STOP_WITHIN_MS = 19_000;

/** 128 plus the signal's number, as shells count. */
const KILLED = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Call it before the first thing is started. `cleanEnd`: a signal is the normal way to end this program, so its exit code is 0. */
export function stopWithProcess(teardown: Teardown, options: { cleanEnd: boolean }): void {
  let ending = false;
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(code), STOP_WITHIN_MS);
    teardown.stop().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const [signal, code] of Object.entries(KILLED)) process.on(signal, () => end(options.cleanEnd ? 0 : code));
  const crash = (error: unknown): void => {
    console.error(error);
    end(1);
  };
  process.on("uncaughtException", crash);
  process.on("unhandledRejection", crash);
  process.on("exit", () => teardown.killNow());
}
