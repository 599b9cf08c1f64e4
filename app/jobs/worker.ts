/** Entry of the worker process: `npm run worker`. */
import { startWorkerServices } from "#app/composition.server.ts";
import { exitWithReason } from "#app/server/exit-with-reason.ts";
import { startOperations } from "#app/server/start-operations.ts";
import { stopRequested } from "#app/server/stop-requested.ts";

const stopping = stopRequested();
try {
  const worker = await startWorkerServices();
  const { environment, operations, log } = worker;
  const port = environment.workerPort;
  const server = port === undefined ? undefined : await startOperations({ port, operations, log });
  await stopping;
  await Promise.all([server?.stop(), worker.stop()]);
  process.exit(0);
} catch (error) {
  exitWithReason(error);
}
