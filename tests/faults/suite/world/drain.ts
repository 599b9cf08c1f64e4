/** Lets the app work through what is due, one connection after the other, and starts it again when it died. */
import { createShopDirectory } from "#app/database/repositories/shops.ts";
import { Crash } from "./crash.ts";
import { observe } from "./observe.ts";
import type { Member, World } from "./world.ts";

/** A killed worker's connection is taken over in about 12 s (design page 02, Jobs). */
const TAKEOVER_MS = 12_000;

/** What the scan for due rows does: connections with something due, and one drain at a time for each. */
export async function drainAll(world: World): Promise<void> {
  const due = new Set(await createShopDirectory(world.prisma).dueConnections(world.time.now()));
  for (const member of world.members) if (due.has(member.tenant.connectionId)) await drainMember(world, member);
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
