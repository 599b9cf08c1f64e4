/** Wakes a worker for a connection; what it is to do stands in our own rows. Send only after the commit that wrote them (02: inside it the wake-up can be lost). */
import { createBoss, DRAIN_QUEUE } from "./drain-queue.ts";
import type { DrainJob } from "./drain-queue.ts";
import { sendSweep } from "./sweep-work.ts";

export type Waker = {
  /** Rejects when the database does not answer; the caller may ignore that, because the scan for due rows finds the work all the same. */
  wake(connectionId: string): Promise<void>;
  /** Has the shop swept now; for tools that will not wait for the worker's next scan. */
  sweep(shopId: string): Promise<void>;
  close(): Promise<void>;
};

/** For processes that do not drain themselves. The queue's schema must be there (`migrateQueue`). */
export async function createWaker(options: { databaseUrl: string; onError: (error: Error) => void }): Promise<Waker> {
  const boss = createBoss(options.databaseUrl, "web", options.onError);
  await boss.start();
  return {
    // Null means that a job of this connection waits already, which will see what was just committed.
    wake: async (connectionId) => void (await boss.send(DRAIN_QUEUE, { connectionId } satisfies DrainJob, { singletonKey: connectionId })),
    sweep: async (shopId) => void (await sendSweep(boss, shopId)),
    close: () => boss.stop({ graceful: false }),
  };
}
