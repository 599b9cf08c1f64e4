/** One process of the app, started with exactly the environment it is given; its output goes to a log file and nowhere else. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AppEnvironment } from "./app-environment.ts";

const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

/** How much of a log a person wants to see when its process died. */
const TAIL_LINES = 25;

export type AppProcess = {
  readonly name: string;
  readonly pid: number | undefined;
  readonly logFile: string;
  /** Resolves when it has ended. */
  readonly gone: Promise<void>;
  /** Undefined while it runs. */
  exitText(): string | undefined;
  /** The end of its log. */
  tail(): string;
  /** What was written to its log since it was started. */
  output(): string;
  /** Sends the signal and waits until the process is gone; SIGKILL follows after `graceMs`. */
  end(signal: "SIGTERM" | "SIGKILL", graceMs: number): Promise<void>;
  /** For the last moment of this process, when nothing can be awaited any more. */
  killNow(): void;
};

/** Starts a TypeScript entry of the project with this process's own Node. */
export function startAppProcess(options: { name: string; entry: string; environment: AppEnvironment; logFile: string }): AppProcess {
  const log = openSync(options.logFile, "a");
  const begin = fstatSync(log).size;
  const child = spawn(process.execPath, [options.entry], { cwd: projectRoot, env: options.environment, stdio: ["ignore", log, log] });
  closeSync(log);
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  return {
    name: options.name,
    pid: child.pid,
    logFile: options.logFile,
    gone,
    exitText: () => exitText(child),
    tail: () => readFileSync(options.logFile, "utf8").trimEnd().split("\n").slice(-TAIL_LINES).join("\n"),
    output: () => readFileSync(options.logFile).subarray(begin).toString("utf8"),
    end: (signal, graceMs) => endProcess(child, gone, signal, graceMs),
    killNow: () => void child.kill("SIGKILL"),
  };
}

function exitText(child: ChildProcess): string | undefined {
  if (child.pid === undefined) return "could not be started";
  if (child.signalCode !== null) return `was ended by ${child.signalCode}`;
  return child.exitCode === null ? undefined : `ended with code ${child.exitCode}`;
}

async function endProcess(child: ChildProcess, gone: Promise<void>, signal: "SIGTERM" | "SIGKILL", graceMs: number): Promise<void> {
  if (exitText(child) !== undefined) return;
  child.kill(signal);
  const kill = setTimeout(() => child.kill("SIGKILL"), graceMs);
  await gone;
  clearTimeout(kill);
}
