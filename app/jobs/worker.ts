/** Entry of the worker process: `npm run worker`. */
import { startWorkerServices } from "#app/composition.server.ts";
import { exitWithReason } from "#app/server/exit-with-reason.ts";
import { untilStopped } from "#app/server/until-stopped.ts";

try {
  const worker = await startWorkerServices();
  await untilStopped(worker.stop, exitWithReason);
} catch (error) {
  exitWithReason(error);
}
