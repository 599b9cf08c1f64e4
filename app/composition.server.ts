/** The composition root: the one place that reads the environment and wires adapters to the pipeline. Routes get what they need from `services()`. */
import { createDrain } from "./composition/drain.ts";
import { openFoundations } from "./composition/foundations.ts";
import { createWebServices, type WebServices } from "./composition/web.ts";
import type { Environment } from "./config/environment.ts";
import { startWorker } from "./jobs/start-worker.ts";
import { createWaker } from "./jobs/waker.ts";

let current: WebServices | undefined;

/** For routes and the server half of screens, once `startWebServices` has run in this process. */
export function services(): WebServices {
  if (!current) throw new Error("services() was called before startWebServices()");
  return current;
}

/** Everything the web process needs. Throws EnvironmentError, DatabaseUnreachable or MigrationRefused, each with a sentence for the person who started it. */
export async function startWebServices(): Promise<WebServices & { environment: Environment; close(): Promise<void> }> {
  const foundations = await openFoundations(process.env, "web");
  const { databaseUrl, environment, log } = foundations;
  const waker = await createWaker({ databaseUrl, onError: (error) => log.error({ err: error }, "the job engine reported an error") });
  current = createWebServices({ ...foundations, waker });
  return {
    ...current,
    environment,
    close: async () => {
      await waker.close();
      await foundations.close();
    },
  };
}

/** Starts draining; `stop` finishes the operation in hand and gives the rest back. */
export async function startWorkerServices(): Promise<{ stop(): Promise<void> }> {
  const foundations = await openFoundations(process.env, "worker");
  const { databaseUrl, directory, clock, log } = foundations;
  const worker = await startWorker({ databaseUrl, log, drain: createDrain(foundations), dueConnections: () => directory.dueConnections(clock.now()) });
  return {
    stop: async () => {
      await worker.stop();
      await foundations.close();
    },
  };
}
