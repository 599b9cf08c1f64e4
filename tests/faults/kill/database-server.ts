/** The embedded PostgreSQL of a kill world, to be killed like a process and started again on its port. */
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startEmbeddedPostgres } from "#app/database/embedded/embedded-postgres.ts";
import { clusterFolder } from "#app/database/embedded/placement.ts";
import { findPostmaster } from "#app/database/embedded/postmaster.ts";
import type { Teardown } from "#sandbox/launch/teardown.ts";

export type DatabaseServer = {
  /** SIGKILL to the postmaster; returns when its children are gone too. Answers the moment of the kill, in Unix milliseconds. */
  kill(): Promise<number>;
  /** Returns when it accepts connections again. */
  start(): Promise<void>;
};

const POLL_MS = 10;

/** Joins the running server of the folder. */
export async function joinDatabaseServer(server: string, teardown: Teardown): Promise<DatabaseServer> {
  const dataDir = resolve(".cache", server);
  const join = async (): Promise<string> => {
    const joined = await startEmbeddedPostgres({ dataDir });
    teardown.defer(joined.stop);
    return joined.home;
  };
  const cluster = clusterFolder(await join());
  return {
    async kill() {
      const postmaster = findPostmaster(cluster);
      if (postmaster === undefined) throw new Error(`no server runs in ${cluster}`);
      const children = childrenOf(postmaster.pid);
      const killedAt = Date.now();
      process.kill(postmaster.pid, "SIGKILL");
      // Children that live on keep the port and the shared memory.
      while ([postmaster.pid, ...children].some(isAlive)) await pause(POLL_MS);
      return killedAt;
    },
    async start() {
      await join();
    },
  };
}

function childrenOf(pid: number): number[] {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .split("\n").map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : []));
}

/** A zombie has ended; only its parent has not heard of it yet. */
function isAlive(pid: number): boolean {
  try {
    return !execFileSync("ps", ["-p", String(pid), "-o", "stat="], { encoding: "utf8" }).trim().startsWith("Z");
  } catch {
    return false;
  }
}
