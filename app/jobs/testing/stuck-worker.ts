/** A worker process for tests that says when it is ready and when it drains, and then never ends its drain. */
import { startWorker } from "../start-worker.ts";

const [databaseUrl = ""] = process.argv.slice(2);
const quiet = { info: () => undefined, error: () => undefined };

await startWorker({
  databaseUrl,
  drain: async () => {
    process.send?.("draining");
    await new Promise(() => undefined);
  },
  dueConnections: () => Promise.resolve([]),
  log: quiet,
});
process.send?.("ready");
