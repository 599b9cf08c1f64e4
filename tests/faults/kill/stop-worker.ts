/** Ends the worker at the end of a run as an orchestrator does. It must obey SIGTERM and say that all was well (R10), whatever it lived through. */
import type { World } from "#sandbox/launch/world.ts";

/** A sentence when it did not. */
export async function stopWorker({ app }: World): Promise<string[]> {
  const ended = await app.stop("worker", "SIGTERM");
  return ended === "ended with code 0" ? [] : [`the worker, asked to stop, ${ended}`];
}
