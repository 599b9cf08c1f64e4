/** Ends the worker at the end of a run as an orchestrator does. It must obey SIGTERM and say that all was well (R10), whatever it lived through. */
import { setTimeout as pause } from "node:timers/promises";
import type { World } from "#sandbox/launch/world.ts";

const POLL_MS = 100;
/** Far above what a start takes. */
const STARTED_WITHIN_MS = 60_000;

/** A sentence when it did not. A process that has not begun to run the app yet cannot hear a signal, so its start is waited for. */
export async function stopWorker({ app }: World): Promise<string[]> {
  const deadline = performance.now() + STARTED_WITHIN_MS;
  while (!app.output("worker").includes('"worker started"') && performance.now() < deadline) {
    app.assertAlive();
    await pause(POLL_MS);
  }
  const ended = await app.stop("worker", "SIGTERM");
  return ended === "ended with code 0" ? [] : [`the worker, asked to stop, ${ended}`];
}
