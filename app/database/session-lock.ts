/** A lock between processes, held by a database session of its own and never inside a transaction; it must not be used through a transaction-pooling proxy. */
import { Client, DatabaseError } from "pg";

/** PostgreSQL's `lock_not_available` (manual, appendix A): `lock_timeout` ran out. */
const LOCK_NOT_AVAILABLE = "55P03";

/** How long the server keeps the session of a machine that vanished: first probe after 10 s, then 3 probes 5 s apart. */
const NOTICE_LOST_PEER = "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

const CONNECT_WITHIN_MS = 10_000;

export type Locked<Value> = { acquired: true; value: Value } | { acquired: false };

/**
 * Runs `work` while no other session holds the lock `name`; waits for it at most `waitMs`.
 *
 * A session-level advisory lock needs no transaction, so nothing is kept open in the database while `work` talks to a remote service (law 5),
 * and it ends with its session: when the process is killed the kernel closes the socket and the server frees the lock at once, without a lease
 * to run out. The other side of that: if only the session dies (database restarted, connection cut) `work` goes on without the lock, so what it
 * writes must be guarded by a comparison with what it read.
 */
export async function withSessionLock<Value>(databaseUrl: string, name: string, waitMs: number, work: () => Promise<Value>): Promise<Locked<Value>> {
  const session = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_WITHIN_MS, keepAlive: true });
  // Without a listener a session that dies while `work` runs would end the process; the guarded write of the caller deals with it.
  session.on("error", () => undefined);
  await session.connect();
  try {
    return (await acquire(session, name, waitMs)) ? { acquired: true, value: await work() } : { acquired: false };
  } finally {
    await session.end();
  }
}

async function acquire(session: Client, name: string, waitMs: number): Promise<boolean> {
  await session.query(NOTICE_LOST_PEER);
  await session.query("SELECT set_config('lock_timeout', $1, false)", [`${waitMs}ms`]);
  try {
    await session.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [name]);
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
}
