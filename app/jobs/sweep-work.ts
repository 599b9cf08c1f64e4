/** The sweeps' share of a worker: finds shops that are to be swept and runs each on one worker at a time. A sweep that fails never holds up a drain. */
import type { PgBoss } from "pg-boss";
import { z } from "zod";
import { JOB_POLL_SECONDS, SWEEPS_PER_WORKER } from "#app/config/limits.ts";
import { SWEEP_QUEUE } from "./drain-queue.ts";
import type { SweepJob } from "./drain-queue.ts";

export type SweepOptions = {
  /** Shops to be swept now, by business time. */
  due: () => Promise<string[]>;
  /** Reads the shop's changes. Answers the connection that has something to do now, if any. Aborted on stop. */
  run: (shopId: string, signal: AbortSignal) => Promise<string | null>;
};

const jobSchema = z.object({ shopId: z.string() });

/** One job per shop, waiting or active, over all workers (policy `exclusive`): while a shop is swept another sweep of it is not wanted. */
export const sendSweep = (boss: PgBoss, shopId: string): Promise<string | null> => boss.send(SWEEP_QUEUE, { shopId } satisfies SweepJob, { singletonKey: shopId });

export type SweepWork = { scan(): Promise<void> };

export async function startSweepWork(
  boss: PgBoss, { due, run }: SweepOptions, { stopping, wake, log }: { stopping: AbortSignal; wake: (connectionId: string) => Promise<unknown>; log: { error(data: Record<string, unknown>, message: string): void } },
): Promise<SweepWork> {
  const pace = { localConcurrency: SWEEPS_PER_WORKER, pollingIntervalSeconds: JOB_POLL_SECONDS, notifyPollingIntervalSeconds: JOB_POLL_SECONDS };
  await boss.work(SWEEP_QUEUE, pace, async ([job]) => {
    if (job === undefined || stopping.aborted) return;
    const { shopId } = jobSchema.parse(job.data);
    try {
      const connectionId = await run(shopId, AbortSignal.any([job.signal, stopping]));
      if (connectionId !== null) await wake(connectionId);
    } catch (error) {
      log.error({ err: error, shop: shopId }, "a sweep failed; it is tried again");
    }
  });
  return {
    scan: async () => {
      for (const shopId of await due()) await sendSweep(boss, shopId);
    },
  };
}
