import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "#app/database/testing.ts";
import type { TestDatabase } from "#app/database/testing.ts";
import { migrateQueue } from "./drain-queue.ts";
import { startWorker } from "./start-worker.ts";
import type { RunningWorker, WorkerOptions } from "./start-worker.ts";
import { createWaker } from "./waker.ts";
import type { Waker } from "./waker.ts";

const quiet = { info: () => undefined, error: () => undefined };
const fail = (error: Error): void => {
  throw error;
};

describe("the job engine", () => {
  let database: TestDatabase;
  let waker: Waker;
  let running: RunningWorker[];
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    database = await testDatabase();
    await migrateQueue(database.url, fail);
    waker = await createWaker({ databaseUrl: database.url, onError: fail });
  });
  afterAll(async () => {
    await waker.close();
    await database.drop();
  });
  beforeEach(() => {
    running = [];
  });
  afterEach(async () => {
    child?.kill("SIGKILL");
    await Promise.all(running.map((worker) => worker.stop()));
    await wipeJobs();
  });

  const wipeJobs = async (): Promise<void> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query("DELETE FROM pgboss.job");
    await client.end();
  };

  const start = async (drain: WorkerOptions["drain"], rest: Partial<WorkerOptions> = {}): Promise<RunningWorker> => {
    const worker = await startWorker({ databaseUrl: database.url, drain, dueConnections: () => Promise.resolve([]), log: quiet, scanEveryMs: 60_000, ...rest });
    running.push(worker);
    return worker;
  };

  it("turns any number of events during a run into exactly one more run", async () => {
    const firstRun = gate();
    const runs: string[] = [];
    const { until, changed } = observer();
    await start(async (connectionId) => {
      runs.push(connectionId);
      changed();
      if (runs.length === 1) await firstRun.opened;
    });
    await waker.wake("c1");
    await until(() => runs.length === 1);
    for (let n = 0; n < 5; n++) await waker.wake("c1");
    firstRun.open();
    await until(() => runs.length === 2);
    await waker.wake("c2");
    await until(() => runs.includes("c2"));
    expect(runs).toEqual(["c1", "c1", "c2"]);
  });

  it("never lets two workers drain one connection at once, while other connections go on", async () => {
    const inHand = new Map<string, number>();
    let mostOfOne = 0;
    let mostAtAll = 0;
    let runs = 0;
    const { until, changed } = observer();
    const drain = async (connectionId: string): Promise<void> => {
      const now = (inHand.get(connectionId) ?? 0) + 1;
      inHand.set(connectionId, now);
      mostOfOne = Math.max(mostOfOne, now);
      mostAtAll = Math.max(mostAtAll, [...inHand.values()].reduce((sum, count) => sum + count, 0));
      await waker.wake(connectionId === "a" ? "b" : "a");
      inHand.set(connectionId, now - 1);
      runs++;
      changed();
    };
    await start(drain);
    await start(drain);
    for (let n = 0; n < 20; n++) await Promise.all([waker.wake("a"), waker.wake("b")]);
    await until(() => runs > 20);
    expect(mostOfOne).toBe(1);
    expect(mostAtAll).toBe(2);
  });

  it("finds by its scan what a wiped jobs table forgot", async () => {
    const runs: string[] = [];
    const { until, changed } = observer();
    await waker.wake("forgotten");
    await wipeJobs();
    const due = ["forgotten"];
    await start(
      async (connectionId) => {
        due.splice(due.indexOf(connectionId), 1);
        runs.push(connectionId);
        changed();
      },
      { dueConnections: () => Promise.resolve([...due]), scanEveryMs: 200 },
    );
    await until(() => runs.length > 0);
    expect(runs).toEqual(["forgotten"]);
  });

  it("goes on after a drain that throws, and leaves its orders to the next scan", async () => {
    let runs = 0;
    const { until, changed } = observer();
    await start(
      () => {
        runs++;
        changed();
        return runs === 1 ? Promise.reject(new Error("QuickBooks is on fire")) : Promise.resolve();
      },
      { dueConnections: () => Promise.resolve(runs < 2 ? ["c"] : []), scanEveryMs: 100 },
    );
    await until(() => runs === 2);
  });

  it("tells a drain to stop, waits for it, and gives the connection back to another worker", async () => {
    const finished: string[] = [];
    const { until, changed } = observer();
    let started = false;
    const first = await start(async (connectionId, signal) => {
      started = true;
      changed();
      await once(signal, "abort");
      finished.push(`first ${connectionId}`);
    });
    await waker.wake("c");
    await until(() => started);
    await first.stop();
    expect(finished).toEqual(["first c"]);
    await start(async (connectionId) => {
      finished.push(`second ${connectionId}`);
      changed();
    });
    await until(() => finished.length === 2);
    expect(finished).toEqual(["first c", "second c"]);
  });

  it("takes over the connection of a worker that was killed", { timeout: 60_000 }, async () => {
    child = fork(fileURLToPath(new URL("testing/stuck-worker.ts", import.meta.url)), [database.url], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    await once(child, "message");
    await waker.wake("orphan");
    await once(child, "message");
    let takenOver = false;
    const { until, changed } = observer();
    await start(async () => {
      takenOver = true;
      changed();
    });
    child.kill("SIGKILL");
    const killedAt = performance.now();
    await until(() => takenOver, 40_000);
    const seconds = (performance.now() - killedAt) / 1000;
    console.log(`a killed worker's connection was taken over after ${seconds.toFixed(1)} s`);
    expect(seconds).toBeLessThan(20);
  });

  const jobStates = async (): Promise<string[]> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ state: string }>("SELECT state FROM pgboss.job");
    await client.end();
    return rows.map(({ state }) => state);
  };

  it("takes over at once when it is started after the only worker was killed", async () => {
    child = fork(fileURLToPath(new URL("testing/stuck-worker.ts", import.meta.url)), [database.url], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    await once(child, "message");
    await waker.wake("orphan");
    await once(child, "message");
    child.kill("SIGKILL");
    await once(child, "exit");
    const killedAt = performance.now();
    let takenOver = false;
    const { until, changed } = observer();
    await start(async () => {
      takenOver = true;
      changed();
    });
    await until(() => takenOver, 40_000);
    const seconds = (performance.now() - killedAt) / 1000;
    console.log(`the only worker was killed; the next took over after ${seconds.toFixed(1)} s`);
    expect(seconds).toBeLessThan(5);
  });

  it("leaves a worker that lives what it has in hand when another is started", async () => {
    child = fork(fileURLToPath(new URL("testing/stuck-worker.ts", import.meta.url)), [database.url], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    await once(child, "message");
    await waker.wake("held");
    await once(child, "message");
    await start(() => Promise.resolve());
    expect(await jobStates()).toEqual(["active"]);
  });

  it("sweeps a shop on one worker at a time, wakes its connection after it, and goes on with drains while sweeps fail", async () => {
    const { until, changed } = observer();
    const [first, second] = [gate(), gate()];
    const sweeps: string[] = [];
    const drains: string[] = [];
    const drain = async (connectionId: string): Promise<void> => {
      drains.push(connectionId);
      changed();
      return Promise.resolve();
    };
    const run = async (shopId: string): Promise<string | null> => {
      sweeps.push(shopId);
      changed();
      if (shopId === "broken") throw new Error("Shopify is on fire");
      await (sweeps.length === 1 ? first : second).opened;
      return "c-of-shop";
    };
    const workers = await Promise.all([start(drain, { sweeps: { due: () => Promise.resolve(["shop"]), run } }), start(drain, { sweeps: { due: () => Promise.resolve(["shop"]), run } })]);
    await until(() => sweeps.length === 1);
    for (let n = 0; n < 5; n++) await Promise.all([...workers.map((worker) => worker.scan()), waker.sweep("shop")]);
    await waker.wake("other");
    await until(() => drains.includes("other"));
    expect(sweeps).toEqual(["shop"]);
    await waker.sweep("broken");
    await until(() => sweeps.includes("broken"));
    first.open();
    await until(() => drains.includes("c-of-shop"));
    second.open();
  });

  it("wakes a worker within milliseconds", async () => {
    const latenciesMs: number[] = [];
    let sentAt = 0;
    const { until, changed } = observer();
    await start(async () => {
      latenciesMs.push(performance.now() - sentAt);
      changed();
    });
    for (let n = 1; n <= 40; n++) {
      sentAt = performance.now();
      await waker.wake(`c${n}`);
      await until(() => latenciesMs.length === n);
    }
    const sorted = latenciesMs.toSorted((a, b) => a - b);
    const p50 = sorted[20] ?? Infinity;
    console.log(`wake-up latency: p50 ${p50.toFixed(1)} ms, max ${sorted.at(-1)?.toFixed(1)} ms`);
    expect(p50).toBeLessThan(250);
  });
});

function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

/** Waits for a condition that is looked at whenever something changed, without sleeping. */
function observer(): { until: (condition: () => boolean, withinMs?: number) => Promise<void>; changed: () => void } {
  let look = (): void => undefined;
  return {
    changed: () => look(),
    until: (condition, withinMs = 15_000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("what was waited for did not happen")), withinMs);
        look = () => {
          if (!condition()) return;
          clearTimeout(timer);
          look = () => undefined;
          resolve();
        };
        look();
      }),
  };
}
