/** A world for kills: simulators, database and web process; workers come and go. Several stand side by side. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Teardown } from "#sandbox/launch/teardown.ts";
import { startWorld, type World } from "#sandbox/launch/world.ts";

/** `server`: the folder of the embedded PostgreSQL below .cache; worlds that share one share its 200 connections. */
export async function openKillWorld(server: string, teardown: Teardown): Promise<World> {
  const runFolder = mkdtempSync(join(tmpdir(), "tieout-kill-"));
  teardown.defer(() => Promise.resolve(rmSync(runFolder, { recursive: true, force: true })));
  return startWorld({ dataFolder: join(".cache", server), runFolder, processes: ["web"] }, teardown);
}
