/** Heals everything that can be healed and lets time pass until nothing can run any more. */
import { handIn } from "../steps/app-steps.ts";
import { drainAll } from "./drain.ts";
import { observe } from "./observe.ts";
import { repositoriesOf } from "./repositories-of.ts";
import type { Member, World } from "./world.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Retries come at the latest after 15 minutes, the latest commit after six hours, the latest webhook after a day. */
const PAUSES = [0, 40 * SECOND, 16 * MINUTE, 7 * HOUR, 18 * HOUR, 16 * MINUTE, 16 * MINUTE];

export async function comeToRest(world: World): Promise<void> {
  world.log.add("heal");
  world.crashIn = null;
  for (const member of world.members) await heal(world, member);
  for (const pause of PAUSES) {
    world.time.advance(pause);
    await deliverAll(world);
    await drainAll(world);
  }
  if (!(await askAgain(world))) return;
  await drainAll(world);
  world.time.advance(16 * MINUTE);
  await drainAll(world);
}

async function heal(world: World, member: Member): Promise<void> {
  const { tenant, story } = member;
  const company = world.simulators.quickbooks.company(tenant.realmId);
  observe(world);
  company.faults = [];
  member.troubles = [];
  member.shopifyTroubles = [];
  const connection = await world.prisma.connection.findFirst({ where: { id: tenant.connectionId }, select: { status: true } });
  if (connection?.status !== "active" || !world.simulators.quickbooks.isConnected(tenant.realmId)) {
    await tenant.connect();
    world.log.add(`${tenant.name}: reconnected`);
  }
  await repositoriesOf(world, tenant).due.mark(story.orders.map(({ id }) => gid(id)), "sweep", world.time.now());
}

async function deliverAll(world: World): Promise<void> {
  for (const letter of world.post.take()) await handIn(world, letter, 1);
}

/** A refusal that was planned stops its order until a person asks again. */
async function askAgain(world: World): Promise<boolean> {
  let asked = false;
  for (const { tenant, story } of world.members) {
    const stopped = await world.prisma.issueOrder.findMany({ where: { shopId: tenant.shopId, issue: { state: "open", code: "rejected_by_quickbooks" } }, select: { orderGid: true } });
    for (const { orderGid } of stopped) {
      const told = story.orders.find(({ id }) => gid(id) === orderGid);
      for (const removal of told?.removals ?? []) removal.resynced = true;
      await repositoriesOf(world, tenant).due.mark([orderGid], "person", world.time.now());
      world.log.add(`${tenant.name}: resync ${told?.name ?? orderGid} after a refusal`);
      asked = true;
    }
  }
  return asked;
}

export const gid = (id: string): string => `gid://shopify/Order/${id}`;
