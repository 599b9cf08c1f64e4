/** The worker engine: drains connections, each by one worker at a time, and finds what lost wake-ups left behind. Knows nothing of orders or books. */
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { DRAINS_PER_WORKER, DUE_SCAN_EVERY_MS, JOB_POLL_SECONDS, FINISH_WITHIN_MS } from "#app/config/limits.ts";
import { createBoss, DRAIN_QUEUE, SWEEP_QUEUE, WORKER_SESSIONS } from "./drain-queue.ts";
import type { DrainJob } from "./drain-queue.ts";
import { releaseOrphans } from "./release-orphans.ts";
import { startSweepWork } from "./sweep-work.ts";
import type { SweepOptions } from "./sweep-work.ts";

export type WorkerLog = {
  info(data: Record<string, unknown>, message: string): void;
  error(data: Record<string, unknown>, message: string): void;
};

export type WorkerOptions = {
  databaseUrl: string;
  /** Processes what is due of one connection. Aborted on stop, or when this worker lost the connection to another one: it then finishes the operation in hand and returns. */
  drain: (connectionId: string, signal: AbortSignal) => Promise<void>;
  /** Active connections with rows due by business time. */
  dueConnections: () => Promise<string[]>;
  /** Absent: this worker sweeps nothing. */
  sweeps?: SweepOptions;
  log: WorkerLog;
  concurrency?: number;
  scanEveryMs?: number;
};

export type RunningWorker = {
  /** Looks for due rows and due sweeps at once; for tools that will not wait for the next scan. */
  scan(): Promise<void>;
  /** Finishes what is in hand within FINISH_WITHIN_MS and gives the rest back (R10); a write still under way then is found as sent, and looked up, by whoever goes on. */
  stop(): Promise<void>;
};

const jobSchema = z.object({ connectionId: z.string() });

export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { log, drain } = options;
  const stopping = new AbortController();
  const ownName = `${WORKER_SESSIONS}-${randomUUID().slice(0, 13)}`;
  const boss = createBoss(options.databaseUrl, "worker", (error) => log.error({ err: error }, "the job engine reported an error"), ownName);
  const send = (connectionId: string) => boss.send(DRAIN_QUEUE, { connectionId } satisfies DrainJob, { singletonKey: connectionId });

  /** A drain that throws must not fail its job: its orders stay due, and the next scan wakes the connection again. */
  const run = async (connectionId: string, claim: AbortSignal): Promise<void> => {
    try {
      if (!stopping.signal.aborted) await drain(connectionId, AbortSignal.any([claim, stopping.signal]));
    } catch (error) {
      log.error({ err: error, connection: connectionId }, "a drain failed; its orders stay due");
    }
    // Cut short, so there may be more to do: another worker gets it at once. Sent while this job is active, it waits for its end.
    if (stopping.signal.aborted) await send(connectionId);
  };

  const scanDrains = async (): Promise<void> => {
    const connectionIds = await options.dueConnections();
    for (const connectionId of connectionIds) await send(connectionId);
  };

  await boss.start();
  const released = await releaseOrphans(boss, { ownName, anyName: WORKER_SESSIONS }, [DRAIN_QUEUE, SWEEP_QUEUE]);
  if (released > 0) log.info({ released }, "took over what workers that died had in hand");
  const pace = { localConcurrency: options.concurrency ?? DRAINS_PER_WORKER, pollingIntervalSeconds: JOB_POLL_SECONDS, notifyPollingIntervalSeconds: JOB_POLL_SECONDS };
  await boss.work(DRAIN_QUEUE, pace, async ([job]) => {
    if (job !== undefined) await run(jobSchema.parse(job.data).connectionId, job.signal);
  });
  const sweepWork = options.sweeps && (await startSweepWork(boss, options.sweeps, { stopping: stopping.signal, wake: send, log }));
  const scan = async (): Promise<void> => {
    // Trouble with one must not keep the other from being looked for.
    const outcomes = await Promise.allSettled([scanDrains(), sweepWork?.scan()]);
    for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
  };
  const scanning = scanUntilStopped(scan, options.scanEveryMs ?? DUE_SCAN_EVERY_MS, stopping.signal, log);
  log.info({ concurrency: options.concurrency ?? DRAINS_PER_WORKER }, "worker started");

  return {
    scan,
    stop: async () => {
      // No more jobs first: what the drains give back is for other workers.
      await Promise.all([DRAIN_QUEUE, SWEEP_QUEUE].map((queue) => boss.offWork(queue, { wait: false })));
      stopping.abort(new Error("the worker is stopping"));
      await scanning;
      await boss.stop({ graceful: true, timeout: FINISH_WITHIN_MS });
      log.info({}, "worker stopped");
    },
  };
}

/** Real time, never the business clock. Scans at once too: what was due before this process started need not wait. */
async function scanUntilStopped(scan: () => Promise<void>, everyMs: number, stopped: AbortSignal, log: WorkerLog): Promise<void> {
  while (!stopped.aborted) {
    await scan().catch((error: unknown) => log.error({ err: error }, "the scan for due orders failed; it is tried again"));
    await delay(everyMs, undefined, { signal: stopped }).catch(() => undefined);
  }
}
