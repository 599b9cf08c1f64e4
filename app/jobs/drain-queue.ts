/**
 * The queues: a job says "this connection has something to do" or "this shop is to be swept", never what. What is due lies in our own rows, so losing every job loses nothing (R6).
 * Must never carry data that exists nowhere else.
 */
import { PgBoss } from "pg-boss";
import { DRAIN_EXPIRES_SECONDS, SUPERVISE_SECONDS, SWEEP_EXPIRES_SECONDS, WORKER_HEARTBEAT_SECONDS } from "#app/config/limits.ts";

export const DRAIN_QUEUE = "drain";
export const SWEEP_QUEUE = "sweep";

/** Its own schema: `public` holds Prisma's tables only, so that Prisma's tools see no strangers. */
const SCHEMA = "pgboss";

export type DrainJob = { connectionId: string };
export type SweepJob = { shopId: string };

/**
 * `stately` with the connection as `singletonKey`: one job active and one waiting per connection, so an event during a run causes exactly one more
 * (`exclusive` drops it, `short` lets two run: measured, 02). A dead worker's job is retried by whoever is alive; a drain that fails does not fail its job.
 */
const QUEUE = {
  policy: "stately",
  notify: true,
  heartbeatSeconds: WORKER_HEARTBEAT_SECONDS,
  expireInSeconds: DRAIN_EXPIRES_SECONDS,
  // Only workers that die use these up; a job that runs out is made anew by the next scan for due rows.
  retryLimit: 1_000,
  retryDelay: 0,
  // Done is done: our rows hold the history.
  deleteAfterSeconds: 3_600,
} as const;

/** `exclusive` with the shop as `singletonKey`: while a sweep of a shop waits or runs, on whichever worker, no second one is taken in. */
const SWEEPS = { ...QUEUE, policy: "exclusive", expireInSeconds: SWEEP_EXPIRES_SECONDS } as const;

/** Begins the name of every worker's connections in `pg_stat_activity`. */
export const WORKER_SESSIONS = "tieout-jobs-worker";

/** A client of the queue that neither creates nor changes its schema. `name` is that of its connections in `pg_stat_activity`. */
export function createBoss(databaseUrl: string, role: "web" | "worker" | "migration", onError: (error: Error) => void, name = `tieout-jobs-${role}`): PgBoss {
  const isWorker = role === "worker";
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: SCHEMA,
    application_name: name,
    max: isWorker ? 6 : 2,
    migrate: role === "migration",
    createSchema: role === "migration",
    supervise: isWorker,
    // Nothing is scheduled by pg-boss: business time may be a sandbox's.
    schedule: false,
    registerInstance: false,
    useListenNotify: isWorker,
    openTelemetry: { enabled: false },
    ...(isWorker ? { superviseIntervalSeconds: SUPERVISE_SECONDS, monitorIntervalSeconds: SUPERVISE_SECONDS, queueCacheIntervalSeconds: SUPERVISE_SECONDS } : {}),
  });
  boss.on("error", onError);
  return boss;
}

/** Creates or updates pg-boss's schema and the queues; called under the migration lock, so that one process does it and the others wait. */
export async function migrateQueue(databaseUrl: string, onError: (error: Error) => void): Promise<void> {
  const boss = createBoss(databaseUrl, "migration", onError);
  await boss.start();
  try {
    for (const [name, { policy, ...changeable }] of [[DRAIN_QUEUE, QUEUE], [SWEEP_QUEUE, SWEEPS]] as const) {
      await boss.createQueue(name, { policy, ...changeable });
      // Does nothing new to a queue just made; brings one of an earlier release to these options.
      await boss.updateQueue(name, changeable);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
