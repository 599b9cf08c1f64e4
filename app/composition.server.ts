/** The composition root: the one place that reads the environment and wires adapters to the pipeline. Routes get what they need from `services()`. */
import { createDrain } from "./composition/drain.ts";
import { DATA_FOLDER, type Foundations, openFoundations } from "./composition/foundations.ts";
import { createSweep } from "./composition/sweep.ts";
import { createWebServices, type WebServices } from "./composition/web.ts";
import { createClock } from "./config/clock.ts";
import { parseEnvironment, type Environment } from "./config/environment.ts";
import { runDatabaseCli } from "./database/cli.ts";
import { seeDatabase } from "./database/life.ts";
import type { Metrics } from "./observability/metrics.ts";
import type { Log } from "./pipeline/context.ts";
import { startWorker } from "./jobs/start-worker.ts";
import { createWaker } from "./jobs/waker.ts";

let current: WebServices | undefined;

/** For routes and the server half of screens, once `startWebServices` has run in this process. */
export function services(): WebServices {
  if (!current) throw new Error("services() was called before startWebServices()");
  return current;
}

/** What operators ask of either process. */
export type Operations = { checkDatabase: () => Promise<void>; metrics: Metrics["read"] };

/** Everything the web process needs. Throws EnvironmentError, DatabaseUnreachable or MigrationRefused, each with a sentence for the person who started it. */
export async function startWebServices(): Promise<WebServices & { environment: Environment; operations: Operations; close(): Promise<void> }> {
  const foundations = await openFoundations(process.env, "web");
  const { databaseUrl, environment, log } = foundations;
  const waker = await createWaker({ databaseUrl, onError: (error) => log.error({ err: error }, "the job engine reported an error") });
  current = createWebServices({ ...foundations, waker: foundations.failpoints.port("waker", waker) });
  return {
    ...current,
    environment,
    operations: operationsOf(foundations),
    close: async () => {
      await waker.close();
      await foundations.close();
    },
  };
}

/** Starts draining; `stop` finishes the operation in hand and gives the rest back. */
export async function startWorkerServices(): Promise<{ environment: Environment; operations: Operations; log: Log; stop(): Promise<void> }> {
  const foundations = await openFoundations(process.env, "worker");
  const { databaseUrl, environment, failpoints, prisma, directory, clock, log } = foundations;
  // Before anything is drained, and with every scan after it: a database that is a restored backup must be noticed first.
  const look = async (): Promise<void> => {
    const doubted = await seeDatabase(prisma, clock.now());
    if (doubted > 0) log.warn({ connections: doubted }, "the database was down or restored from a backup; earlier orders are looked up in the books first");
  };
  await look();
  const dueConnections = async (): Promise<string[]> => {
    await look();
    return directory.dueConnections(clock.now());
  };
  const { drain } = failpoints.port("worker", { drain: createDrain(foundations) });
  const worker = await startWorker({
    databaseUrl, log, drain, dueConnections,
    sweeps: { due: () => directory.dueSweeps(clock.now()), run: createSweep(foundations) },
  });
  return {
    environment,
    operations: operationsOf(foundations),
    log,
    stop: async () => {
      await worker.stop();
      await foundations.close();
    },
  };
}

const operationsOf = ({ checkDatabase, metrics }: Foundations): Operations => ({ checkDatabase, metrics: metrics.read });

/** The operator's commands of `npm run database`. Answers the exit code. */
export async function runDatabaseCommand(args: readonly string[]): Promise<number> {
  const { databaseUrl, encryptionKeys, sandbox } = parseEnvironment(process.env);
  const log = (line: string): void => void process.stdout.write(`${line}\n`);
  return runDatabaseCli(args, { databaseUrl, encryptionKeys, dataDir: DATA_FOLDER, log, now: createClock(sandbox.clockFile).now });
}
