/**
 * Starts and stops the PostgreSQL server of a cluster; never decides whether it should run.
 */
import { spawn } from "node:child_process";
import { closeSync, existsSync, fchownSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { SERVER_ENVIRONMENT } from "./cluster.ts";
import { clusterFolder, type Placement } from "./placement.ts";
import { disownStaleLockFile, findPostmaster, type Postmaster, readLockFile } from "./postmaster.ts";

/** Children of a killed server need a moment to notice; PostgreSQL refuses to start until they are gone. */
const START_ATTEMPTS = 5;
const RETRY_MS = 500;
const POLL_MS = 20;
/** After a crash the server first replays its log. */
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;

/** Sizes for a developer's machine. Durability stays PostgreSQL's default: fsync and synchronous_commit are on. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "64MB",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
} as const;

/** Starts the server on the port it had before, or on a free one. The caller holds the launch lock. */
export async function startServer(placement: Placement, binaries: Binaries): Promise<Postmaster> {
  const portFile = join(placement.home, "port");
  let port = existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : await freePort();
  for (let attempt = 1; ; attempt += 1) {
    disownStaleLockFile(clusterFolder(placement.home));
    const server = await launch(placement, binaries, port);
    if (server !== undefined) {
      writeFileSync(portFile, String(server.port));
      return server;
    }
    if (attempt === START_ATTEMPTS) throw new Error(startFailure(placement.home));
    await delay(RETRY_MS);
    port = await freePort();
  }
}

/** The running server once it accepts connections; `undefined` when there is none, or when it ended while it was waited for. */
export async function joinServer(home: string): Promise<Postmaster | undefined> {
  const cluster = clusterFolder(home);
  const deadline = performance.now() + READY_WITHIN_MS;
  for (let server = findPostmaster(cluster); server !== undefined; server = findPostmaster(cluster)) {
    if (isReady(cluster)) return server;
    if (performance.now() > deadline) throw new Error(`PostgreSQL (process ${server.pid}) has been neither ready nor gone for ${READY_WITHIN_MS / 1000} s.`);
    await delay(POLL_MS);
  }
  return undefined;
}

/** Stops the server: clients are cut off, everything committed is on disk. Throws when it does not end in time. */
export async function stopServer(home: string): Promise<void> {
  const cluster = clusterFolder(home);
  const server = findPostmaster(cluster);
  if (server === undefined) return;
  process.kill(server.pid, "SIGINT"); // "fast shutdown", https://www.postgresql.org/docs/18/server-shutdown.html
  const deadline = performance.now() + STOP_WITHIN_MS;
  while (findPostmaster(cluster) !== undefined) {
    if (performance.now() > deadline) throw new Error(`PostgreSQL (process ${server.pid}) did not stop within ${STOP_WITHIN_MS / 1000} s.`);
    await delay(POLL_MS);
  }
}

/** Answers `undefined` when the process ends instead of getting ready. */
async function launch(placement: Placement, binaries: Binaries, port: number): Promise<Postmaster | undefined> {
  const cluster = clusterFolder(placement.home);
  const log = openLog(placement);
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // Detached: a process group of its own, so that Ctrl-C in the launcher's terminal does not reach it.
  const child = spawn(binaries.postgres, ["-D", cluster, ...settings], {
    cwd: "/", detached: true, env: SERVER_ENVIRONMENT, stdio: ["ignore", log, log], ...placement.runAs,
  });
  closeSync(log);
  child.unref();
  const ended = new AbortController();
  child.once("exit", () => ended.abort());
  child.once("error", () => ended.abort());

  const deadline = performance.now() + READY_WITHIN_MS;
  while (!ended.signal.aborted && performance.now() < deadline) {
    if (isReady(cluster)) return findPostmaster(cluster);
    await delay(POLL_MS);
  }
  return undefined;
}

/** The last line of the lock file says `ready` when connections are accepted. */
function isReady(cluster: string): boolean {
  return /^ready\s*$/m.test(readLockFile(cluster) ?? "") && findPostmaster(cluster) !== undefined;
}

/** One log per start and the one before it, so that it cannot grow for ever. */
function openLog({ home, runAs }: Placement): number {
  const path = logPath(home);
  if (existsSync(path)) renameSync(path, `${path}.previous`);
  const log = openSync(path, "w", 0o600);
  if (runAs !== undefined) fchownSync(log, runAs.uid, runAs.gid);
  return log;
}

function logPath(home: string): string {
  return join(clusterFolder(home), "server.log");
}

function startFailure(home: string): string {
  const lastWords = readFileSync(logPath(home), "utf8").trim().split("\n").slice(-5).join("\n");
  return `PostgreSQL did not start. Its log, ${logPath(home)}, ends with:\n${lastWords}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("The system gave no free port."));
      });
    });
  });
}
