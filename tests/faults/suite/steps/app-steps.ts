/** What the app gets to do: webhooks through its door, drains, a person's resync, other settings, and time. */
import { repositoriesOf } from "../world/repositories-of.ts";
import { drawConfig } from "../world/config.ts";
import { drainAll } from "../world/drain.ts";
import { configure } from "../world/configure.ts";
import { meet } from "../faults/coverage.ts";
import type { Letter } from "../world/post-office.ts";
import type { OrderStory } from "../oracle/story.ts";
import type { Member, World } from "../world/world.ts";
import { someMember, someOrder, type Step } from "./step.ts";

/** What has arrived by now, shuffled and repeated as the seed says. */
export const deliver: Step = async (world) => {
  const { random, post } = world;
  const ready = post.take();
  if (ready.length === 0) return false;
  const shuffled = random.chance(0.3);
  if (shuffled && ready.length > 1) meet(world.coverage, "webhooks shuffled", "inbox");
  for (const letter of shuffled ? random.shuffle(ready) : ready) await handIn(world, letter, copies(world));
  return true;
};

function copies({ random, coverage }: World): number {
  if (!random.chance(0.15)) return 1;
  meet(coverage, "webhook repeated", "inbox");
  return random.between(2, 5);
}

export async function handIn(world: World, { webhook, domain }: Letter, times: number): Promise<void> {
  for (let copy = 0; copy < times; copy += 1) {
    const outcome = await world.post.deliver(webhook);
    world.log.add(`webhook ${webhook.topic} ${webhook.orderName ?? ""} ${outcome.kind}`);
    if (outcome.kind === "stored") hear(world, domain, webhook.orderName);
  }
}

/** Whatever a webhook says, the app reads the order anew: it knows all that happened until now. */
function hear({ members }: World, domain: string, orderName: string | null): void {
  const member = members.find(({ tenant }) => tenant.domain === domain);
  const told = member?.story.orders.find(({ name }) => name === orderName);
  if (member && told) told.heard = { changes: told.changes, configurations: member.configurations };
}

export const drain: Step = async (world) => {
  await drainAll(world);
  return true;
};

export const sweep: Step = async (world) => {
  const { tenant } = someMember(world);
  const { marked, missed } = await world.process.sweep(tenant);
  world.log.add(`swept ${tenant.name}`, { marked, missed });
  return true;
};

export const advance: Step = (world) => {
  const { random, time, log } = world;
  const by = random.pickFavourite([random.between(1, 30), random.between(30, 600), random.between(600, 7_200), random.between(7_200, 100_000)]);
  time.advance(by * 1_000);
  log.add(`advance ${by} s`);
  return true;
};

export const resync: Step = async (world) => {
  const found = someOrder(world);
  const told = found?.member.story.orders.find(({ id }) => id === found.order.id);
  // A person's resync lets a held order pass, from the moment it is looked at: that is told in tests/pipeline, where the moment is known.
  if (!found || !told || found.order.tags.includes("hold")) return false;
  await askFor(world, found.member, told);
  return true;
};

/** A person's resync of one order: from now on the app may make again what was taken away until now. */
export async function askFor(world: World, { tenant }: Member, told: OrderStory): Promise<void> {
  const { due } = repositoriesOf(world, tenant);
  await due.mark([`gid://shopify/Order/${told.id}`], "person", world.time.now());
  for (const removal of told.removals) removal.resynced = true;
  world.log.add(`${tenant.name}: resync ${told.name}`);
}

export const changeSettings: Step = async (world) => {
  const member = someMember(world);
  const { paypalAccount } = member.story.config;
  await configure(world, member, { ...drawConfig(world.random), paypalAccount });
  return true;
};
