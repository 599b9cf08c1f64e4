/** Brings a world back to where every run starts: an unharmed web process runs, no worker does. Whatever a run left, also no web process at all. */
import type { World } from "#sandbox/launch/world.ts";

export async function tidy({ app }: World): Promise<void> {
  for (const name of ["worker", "second-worker", "web"] as const) if (app.pid(name) !== undefined) await app.stop(name, "SIGKILL");
  await app.start("web");
}
