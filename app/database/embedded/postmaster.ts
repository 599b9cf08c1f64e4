/**
 * Reads who serves a cluster from PostgreSQL's own lock file, `postmaster.pid`; never starts or stops a server.
 *
 * Its lines: process id, data folder, start time, port, socket folder, listen address, shared memory key, status
 * (https://www.postgresql.org/docs/18/storage-file-layout.html, src/include/utils/pidfile.h).
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Postmaster = { readonly pid: number; readonly port: number };

/**
 * The running server of a cluster, or `undefined`. Being alive is not enough: after a SIGKILL the number may belong
 * to any later process, or to a zombie that nobody reaps.
 */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const noted = parseLockFile(readLockFile(cluster));
  return noted !== undefined && serves(noted.pid, cluster) ? noted : undefined;
}

/**
 * Makes a lock file that a killed server left behind harmless. PostgreSQL itself overrides a file whose process is gone,
 * but believes one whose number is in use again, unless it is the number of the parent that starts it (CreateLockFile
 * in src/backend/utils/init/miscinit.c). So the number becomes ours; the shared memory key stays in the file, and with
 * it PostgreSQL's check that no child of the killed server still writes. The caller holds the launch lock.
 */
export function disownStaleLockFile(cluster: string): void {
  const content = readLockFile(cluster);
  if (content === undefined || findPostmaster(cluster) !== undefined) return;
  const [, ...rest] = content.split("\n");
  writeFileSync(join(cluster, "postmaster.pid"), [String(process.pid), ...rest].join("\n"));
}

function parseLockFile(content: string | undefined): Postmaster | undefined {
  if (content === undefined) return undefined;
  const lines = content.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) && port > 0 ? { pid, port } : undefined;
}

/** Undefined where there is no such file; a server that starts or stops takes it away between two looks. */
export function readLockFile(cluster: string): string | undefined {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Whether the process is a server of this very cluster, by its command line; a zombie has none. */
function serves(pid: number, cluster: string): boolean {
  return commandLine(pid).includes(` -D ${cluster} -c `);
}

function commandLine(pid: number): string {
  try {
    return existsSync("/proc/self/cmdline")
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
      : execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return ""; // No such process: /proc has no entry, and ps exits with 1.
  }
}
