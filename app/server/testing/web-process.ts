/** The real web process on a fresh database, for tests that speak HTTP to it; never used by the app. */
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
const startedLine = z.object({ msg: z.literal("web started"), port: z.number() });

/** A complete sandbox environment on any free port, before what a test changes. */
export const exampleEnvironment = (): NodeJS.ProcessEnv => ({
  ...parseEnv(readFileSync(`${root}/.env.example`, "utf8")),
  PATH: process.env["PATH"],
  NODE_ENV: "production",
  PORT: "0",
});

export type WebProcess = { origin: string; log: string[]; end: (signal: NodeJS.Signals) => Promise<number | null> };

/** Rejects with the process's own words when it ends before it is ready. The app must have been built. */
export async function startWebProcess(changes: Record<string, string>): Promise<WebProcess> {
  const child = spawnWeb(changes);
  const log: string[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new Error(`the web process did not start:\n${log.join("\n")}`)), READY_WITHIN_MS);
    child.once("exit", () => reject(new Error(`the web process ended:\n${log.join("\n")}`)));
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface(stream).on("line", (line) => {
        log.push(line);
        const started = startedLine.safeParse(parse(line));
        if (started.success) resolve(started.data.port);
        if (started.success) clearTimeout(tooLate);
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
export async function refusalOf(changes: Record<string, string>): Promise<{ code: number | null; words: string }> {
  const child = spawnWeb(changes);
  let words = "";
  child.stderr?.on("data", (chunk: Buffer) => (words += chunk.toString()));
  await once(child, "close");
  return { code: child.exitCode, words };
}

const spawnWeb = (changes: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ["scripts/launch.mjs", "app/server/main.ts"], { cwd: root, env: { ...exampleEnvironment(), ...changes }, stdio: ["ignore", "pipe", "pipe"] });

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
