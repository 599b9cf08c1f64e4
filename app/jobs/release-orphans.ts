/**
 * Gives back the jobs of workers that died, where a worker that starts finds no other alive: it then need not wait until their heartbeats run out.
 * Must never take a job from a worker that is connected.
 */
import type { PgBoss } from "pg-boss";
import { z } from "zod";

/** `ownName`: what this worker's sessions are called; every worker's begins with `anyName`. */
export type WorkerNames = { ownName: string; anyName: string };

const activeSchema = z.array(z.object({ name: z.string(), id: z.string() }));
const othersSchema = z.array(z.object({ others: z.coerce.number() }));

/**
 * A killed process loses its sessions at once, and every live worker keeps at least the one it listens on, so no session means no worker. Jobs are read first: one that was active then and belongs
 * to a living worker shows that worker among the sessions read after it, and a worker that comes later cannot have one of these. A worker whose machine vanished keeps its sessions until the server
 * notices; then, as with other workers alive, the heartbeat decides.
 */
export async function releaseOrphans(boss: PgBoss, { ownName, anyName }: WorkerNames, queues: readonly string[]): Promise<number> {
  const database = boss.getDb();
  const active = activeSchema.parse((await database.executeSql("SELECT name, id FROM pgboss.job WHERE name = ANY($1) AND state = 'active'", [[...queues]])).rows);
  if (active.length === 0) return 0;
  const sessions = await database.executeSql(
    "SELECT COUNT(*)::int AS others FROM pg_stat_activity WHERE datname = current_database() AND starts_with(application_name, $1) AND application_name <> $2", [anyName, ownName]);
  if (othersSchema.parse(sessions.rows)[0]?.others !== 0) return 0;
  for (const queue of queues) {
    const ids = active.flatMap(({ name, id }) => (name === queue ? [id] : []));
    if (ids.length > 0) await boss.fail(queue, ids, { reason: "its worker died" });
  }
  return active.length;
}
