/** Lets the app work through what is due, one connection after the other, and starts it again when it died. */
import { Crash } from "./crash.ts";
import { observe } from "./observe.ts";
import type { Member, World } from "./world.ts";

/** A killed worker's connection is taken over in about 12 s (design page 02, Jobs). */
const TAKEOVER_MS = 12_000;

export async function drainAll(world: World): Promise<void> {
  for (const member of world.members) await drainMember(world, member);
}

async function drainMember(world: World, { tenant }: Member): Promise<void> {
  try {
    const report = await world.process.drain(tenant);
    if (report && report.processed + report.postponed > 0) world.log.add(`drained ${tenant.name}`, report);
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    world.time.advance(TAKEOVER_MS);
    world.restart();
  }
  observe(world);
}
