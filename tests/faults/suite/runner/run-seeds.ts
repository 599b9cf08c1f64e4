/** Runs many seeds in several processes side by side; each takes the next one when it is done. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { SeedReport } from "./seed-process.ts";

const PROCESS = fileURLToPath(new URL("./seed-process.ts", import.meta.url));

/** A world makes much that is gone with the next one: fewer collections of it. */
const ROOMY = "--max-semi-space-size=32";

export type Batch = {
  seeds: readonly number[];
  processes: number;
  /** Every so many seeds one is run twice. */
  twiceEvery: number;
  /** Arguments for Node itself, such as `--import`. */
  execArgv?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** True: no further seed is needed. */
  onReport: (report: SeedReport) => boolean;
};

export async function runSeeds(batch: Batch): Promise<void> {
  const left = [...batch.seeds];
  await Promise.all(Array.from({ length: Math.min(batch.processes, left.length) }, () => serve(batch, left)));
}

function serve({ twiceEvery, execArgv = [], environment = {}, onReport }: Batch, left: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = fork(PROCESS, { execArgv: [ROOMY, ...execArgv], env: { ...process.env, ...environment } });
    const next = (): void => {
      const seed = left.shift();
      if (seed === undefined) child.disconnect();
      else child.send({ seed, twice: seed % twiceEvery === 0 });
    };
    child.on("message", (message) => {
      if (message !== "ready" && onReport(message as SeedReport)) left.length = 0;
      next();
    });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a suite process ended with ${code}`))));
  });
}
