/**
 * A lock between processes that the operating system gives back by itself when its holder dies; never for locking rows or work of the queue.
 *
 * Node has no flock(), and a lock file written by hand cannot be told from one that a SIGKILL left behind. SQLite's
 * locks are the operating system's own (fcntl), come with Node, and know both kinds needed here: one holder alone,
 * and many holders together (https://sqlite.org/lockingv3.html). The file itself stays empty.
 */
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";

export type OsLock = { readonly release: () => void };

const RETRY_MS = 25;

/** Garbage collection closes a database that nobody refers to, and would release a lock that is still meant. */
const held = new Set<DatabaseSync>();

/** Takes the lock alone, or answers `undefined` when somebody holds it in either way. */
export function tryLockAlone(path: string): OsLock | undefined {
  return tryLock(path, "BEGIN EXCLUSIVE");
}

/** Takes the lock together with others, or answers `undefined` when somebody holds it alone. */
function tryLockShared(path: string): OsLock | undefined {
  return tryLock(path, "BEGIN; SELECT count(*) FROM sqlite_master");
}

/** Waits up to `timeoutMs` to hold the lock alone. Throws when that time is over. */
export function lockAlone(path: string, timeoutMs: number): Promise<OsLock> {
  return waitFor(path, timeoutMs, tryLockAlone);
}

/** Waits up to `timeoutMs` to hold the lock together with others. Throws when that time is over. */
export function lockShared(path: string, timeoutMs: number): Promise<OsLock> {
  return waitFor(path, timeoutMs, tryLockShared);
}

async function waitFor(path: string, timeoutMs: number, attempt: (path: string) => OsLock | undefined): Promise<OsLock> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const lock = attempt(path);
    if (lock !== undefined) return lock;
    if (performance.now() > deadline) {
      throw new Error(`Another process has held ${path} for ${timeoutMs / 1000} s. If it hangs, stop it and start again.`);
    }
    await delay(RETRY_MS);
  }
}

function tryLock(path: string, sql: string): OsLock | undefined {
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec(sql);
  } catch (error) {
    file.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  held.add(file);
  return { release: () => { if (held.delete(file)) file.close(); } };
}

/** SQLITE_BUSY is 5 (https://sqlite.org/rescode.html#busy). */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === 5;
}
