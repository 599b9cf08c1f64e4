/** The app as it runs in production: a web process and worker processes, which can be ended and started again while the world goes on. */
import { join } from "node:path";
import type { AppEnvironment } from "./app-environment.ts";
import { type AppProcess, startAppProcess } from "./child-process.ts";
import { waitUntilReady } from "./readiness.ts";
import type { Teardown } from "./teardown.ts";

const ENTRIES = { web: "app/server/main.ts", worker: "app/jobs/worker.ts", "second-worker": "app/jobs/worker.ts" } as const;
export type ProcessName = keyof typeof ENTRIES;

/** What a world starts with when nobody says otherwise. */
export const WEB_AND_WORKER: readonly ProcessName[] = ["web", "worker"];

export type AppProcesses = {
  /** Ends and starts again; returns when the web process is ready. */
  restart(which: ProcessName | "all", signal: "SIGTERM" | "SIGKILL"): Promise<void>;
  /** Starts one that does not run, with `more` in its environment this once; returns when it is ready (web) or started (workers). */
  start(which: ProcessName, more?: Readonly<Record<string, string>>): Promise<void>;
  /** Ends one and leaves it ended; answers how it ended. */
  stop(which: ProcessName, signal: "SIGTERM" | "SIGKILL"): Promise<string>;
  /** How it ended, once it has. */
  ended(which: ProcessName): Promise<string>;
  /** Of one that runs. */
  pid(which: ProcessName): number | undefined;
  /** What one has written to its log since it was started. */
  output(which: ProcessName): string;
  logFile(which: ProcessName): string;
  /** Throws, with the end of its log, when a process has ended by itself. */
  assertAlive(): void;
};

/** The launcher has to end within 20 s itself, so it waits less than the app's own 20 s. */
const GRACE_AT_END_MS = 15_000;

/** The app promises to end within 20 s of SIGTERM (R10); one that needs longer is ended, and a test sees it. */
const GRACE_MS = 25_000;

export async function startAppProcesses(
  options: { environment: AppEnvironment; appUrl: string; logFolder: string; processes?: readonly ProcessName[] | undefined },
  teardown: Teardown,
): Promise<AppProcesses> {
  const { environment, appUrl, logFolder, processes = WEB_AND_WORKER } = options;
  const running = new Map<ProcessName, AppProcess>();
  const logFile = (name: ProcessName): string => join(logFolder, `${name}.log`);
  const launch = (name: ProcessName, more: Readonly<Record<string, string>> = {}): void =>
    void running.set(name, startAppProcess({ name, entry: ENTRIES[name], environment: { ...environment, ...more }, logFile: logFile(name) }));
  const ready = async (): Promise<void> => {
    const web = running.get("web");
    if (web !== undefined) await waitUntilReady(web, appUrl);
  };
  const of = (name: ProcessName): AppProcess => running.get(name) ?? fail(`${name} was not started`);

  for (const name of processes) launch(name);
  teardown.killAtExit(() => running.forEach((each) => each.killNow()));
  teardown.defer(async () => {
    await Promise.all([...running.values()].map((each) => each.end("SIGTERM", GRACE_AT_END_MS)));
  });
  await ready();
  return {
    restart: async (which, signal) => {
      const names = which === "all" ? [...running.keys()] : [which];
      await Promise.all(names.map((name) => of(name).end(signal, GRACE_MS)));
      for (const name of names) launch(name);
      await ready();
    },
    start: async (which, more) => {
      if (running.get(which)?.exitText() === undefined && running.has(which)) fail(`${which} runs already`);
      launch(which, more);
      if (which === "web") await ready();
    },
    stop: async (which, signal) => {
      const ending = of(which);
      await ending.end(signal, GRACE_MS);
      running.delete(which);
      return ending.exitText() ?? fail(`${which} is gone and runs`);
    },
    ended: async (which) => {
      const one = of(which);
      await one.gone;
      return one.exitText() ?? fail(`${which} is gone and runs`);
    },
    pid: (which) => running.get(which)?.pid,
    output: (which) => of(which).output(),
    logFile,
    assertAlive: () => {
      for (const each of running.values()) {
        const exit = each.exitText();
        if (exit !== undefined) throw new Error(`the ${each.name} process ${exit}; the end of ${each.logFile}:\n${each.tail()}`);
      }
    },
  };
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
