/**
 * Runs the real PostgreSQL that npm installed, one server for all processes that use the same data folder; production never needs it (DATABASE_URL).
 *
 * Whoever comes first starts the server, whoever comes later attaches, and the last one to leave stops it. A process
 * that is killed counts as gone; a server that nobody was left to stop keeps running and is attached to by the next.
 */
import { mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { Client, escapeIdentifier } from "pg";
import { prepareBinaries } from "./binaries.ts";
import { ensureCluster, SUPERUSER } from "./cluster.ts";
import { type OsLock, lockAlone, lockShared, tryLockAlone } from "./os-lock.ts";
import { placeServer, type Placement } from "./placement.ts";
import type { Postmaster } from "./postmaster.ts";
import { joinServer, startServer, stopServer } from "./server-process.ts";

export type EmbeddedPostgres = {
  /** `postgresql://…` with user, password, loopback address, port and database. Secret. */
  readonly url: string;
  /** Where the files really are: below the data folder, or elsewhere when root's server user cannot reach that. */
  readonly home: string;
  /** Whether this process started the server. */
  readonly owned: boolean;
  /** Leaves the server, and stops it when no other process uses it. Harmless when called twice. */
  readonly stop: () => Promise<void>;
};

/** First start: copying and initdb take seconds; on a loaded machine more. */
const LAUNCH_WITHIN_MS = 120_000;

/** Starts or joins the server of `dataDir` (made if missing) and makes sure that `database` exists. */
export async function startEmbeddedPostgres(options: { dataDir: string; database?: string }): Promise<EmbeddedPostgres> {
  const database = options.database ?? "tieout";
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  return withLaunchLock(dataDir, async () => {
    const placement = await placeServer(dataDir);
    const { url, owned } = await ensureServed(placement, database, await joinServer(placement.home));
    const presence = await lockShared(presencePath(dataDir), LAUNCH_WITHIN_MS);
    return { url, home: placement.home, owned, stop: () => leave(dataDir, placement.home, presence) };
  });
}

/** A server that was about to stop when it was joined is waited for, and started again. */
async function ensureServed(placement: Placement, database: string, running: Postmaster | undefined): Promise<{ url: string; owned: boolean }> {
  const { server, password } = await ensureServer(placement, running);
  const url = (name: string) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${server.port}/${name}`;
  try {
    await ensureDatabase(url("postgres"), database);
    return { url: url(database), owned: running === undefined };
  } catch (error) {
    if (running === undefined) throw error;
    const next = await joinServer(placement.home);
    if (next?.pid === running.pid) throw error;
    return ensureServed(placement, database, next);
  }
}

async function ensureServer(placement: Placement, running: Postmaster | undefined): Promise<{ server: Postmaster; password: string }> {
  const binaries = await prepareBinaries({ mustCopy: placement.runAs !== undefined, copiesFolder: placement.copiesFolder });
  const { password } = await ensureCluster(placement, binaries);
  return { server: running ?? (await startServer(placement, binaries)), password };
}

async function leave(dataDir: string, home: string, presence: OsLock): Promise<void> {
  await withLaunchLock(dataDir, async () => {
    presence.release();
    const alone = tryLockAlone(presencePath(dataDir));
    if (alone === undefined) return;
    try {
      await stopServer(home);
    } finally {
      alone.release();
    }
  });
}

/** Starting, joining and leaving happen one at a time per data folder, across processes. */
async function withLaunchLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = await lockAlone(join(dataDir, "launch.lock"), LAUNCH_WITHIN_MS);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** Held together by all processes that use the server. */
function presencePath(dataDir: string): string {
  return join(dataDir, "presence.lock");
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
