/** The app as it runs in production: a web process and a worker process, which can be ended and started again while the world goes on. */
import { join } from "node:path";
import type { AppEnvironment } from "./app-environment.ts";
import { type AppProcess, startAppProcess } from "./child-process.ts";
import { waitUntilReady } from "./readiness.ts";
import type { Teardown } from "./teardown.ts";

const ENTRIES = { web: "app/server/main.ts", worker: "app/jobs/worker.ts" } as const;
type ProcessName = keyof typeof ENTRIES;

export type AppProcesses = {
  /** Ends and starts again; returns when the web process is ready. */
  restart(which: ProcessName | "all", signal: "SIGTERM" | "SIGKILL"): Promise<void>;
  /** Throws, with the end of its log, when a process has ended by itself. */
  assertAlive(): void;
};

/** The launcher has to end within 20 s itself, so it waits less than the app's own 20 s. */
const GRACE_AT_END_MS = 15_000;

/** The app promises to end within 20 s of SIGTERM (R10); one that needs longer is ended, and a test sees it. */
const GRACE_MS = 25_000;

export async function startAppProcesses(
  options: { environment: AppEnvironment; appUrl: string; logFolder: string },
  teardown: Teardown,
): Promise<AppProcesses> {
  const { environment, appUrl, logFolder } = options;
  const start = (name: ProcessName): AppProcess => startAppProcess({ name, entry: ENTRIES[name], environment, logFile: join(logFolder, `${name}.log`) });
  const running: Record<ProcessName, AppProcess> = { web: start("web"), worker: start("worker") };
  teardown.killAtExit(() => Object.values(running).forEach((each) => each.killNow()));
  teardown.defer(async () => {
    await Promise.all(Object.values(running).map((each) => each.end("SIGTERM", GRACE_AT_END_MS)));
  });
  await waitUntilReady(running.web, appUrl);
  return {
    restart: async (which, signal) => {
      const names: ProcessName[] = which === "all" ? ["web", "worker"] : [which];
      await Promise.all(names.map((name) => running[name].end(signal, GRACE_MS)));
      for (const name of names) running[name] = start(name);
      await waitUntilReady(running.web, appUrl);
    },
    assertAlive: () => {
      for (const each of Object.values(running)) {
        const exit = each.exitText();
        if (exit !== undefined) throw new Error(`the ${each.name} process ${exit}; the end of ${each.logFile}:\n${each.tail()}`);
      }
    },
  };
}
