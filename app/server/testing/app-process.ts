/** The app's real processes, for tests that speak HTTP to them; never used by the app. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { z } from "zod";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const READY_WITHIN_MS = 30_000;
const startedLine = z.object({ msg: z.enum(["web started", "operations started"]), port: z.number() });
const ENTRIES = { web: "app/server/main.ts", worker: "app/jobs/worker.ts" } as const;
type Name = keyof typeof ENTRIES;

/** A complete sandbox environment on any free port, before what a test changes. */
export const exampleEnvironment = (): NodeJS.ProcessEnv => ({
  ...parseEnv(readFileSync(`${root}/.env.example`, "utf8")),
  NODE_ENV: "production",
  PORT: "0",
  WORKER_PORT: "0",
});

export type AppProcess = { origin: string; log: string[]; end: (signal: NodeJS.Signals) => Promise<number | null> };

/** Rejects with the process's own words when it ends before it is ready. The app must have been built. */
export async function startAppProcess(name: Name, changes: Record<string, string>): Promise<AppProcess> {
  const child = spawnApp(name, changes);
  const log: string[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new Error(`the ${name} process did not start:\n${log.join("\n")}`)), READY_WITHIN_MS);
    child.once("exit", () => reject(new Error(`the ${name} process ended:\n${log.join("\n")}`)));
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface(stream).on("line", (line) => {
        log.push(line);
        const started = startedLine.safeParse(parse(line));
        if (!started.success) return;
        clearTimeout(tooLate);
        resolve(started.data.port);
      });
    }
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    log,
    end: async (signal) => {
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

/** Starts a process that is expected to refuse: its exit code and what it said. */
export async function refusalOf(name: Name, changes: Record<string, string>): Promise<{ code: number | null; words: string }> {
  const child = spawnApp(name, changes);
  let words = "";
  child.stderr?.on("data", (chunk: Buffer) => (words += chunk.toString()));
  await once(child, "close");
  return { code: child.exitCode, words };
}

const spawnApp = (name: Name, changes: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ["scripts/launch.mjs", ENTRIES[name]], { cwd: root, env: { ...exampleEnvironment(), ...changes }, stdio: ["ignore", "pipe", "pipe"] });

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
