/** Entry of the worker process: `npm run worker`. */
import { startWorkerServices } from "#app/composition.server.ts";
import { exitWithReason } from "#app/server/exit-with-reason.ts";
import { stopRequested } from "#app/server/stop-requested.ts";

const stopping = stopRequested();
try {
  const worker = await startWorkerServices();
  await stopping;
  await worker.stop();
  process.exit(0);
} catch (error) {
  exitWithReason(error);
}
