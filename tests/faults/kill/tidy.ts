/** Brings a world back to where every run starts: web runs, no worker does. */
import type { World } from "#sandbox/launch/world.ts";

export async function tidy({ app }: World): Promise<void> {
  for (const name of ["worker", "second-worker"] as const) if (app.pid(name) !== undefined) await app.stop(name, "SIGKILL");
  try {
    app.assertAlive();
  } catch {
    await app.stop("web", "SIGKILL");
    await app.start("web");
  }
}
