/**
 * The end of many worlds: something is taken away in QuickBooks, the shop goes on as if nothing had happened, and a person asks for the order again. By chance
 * alone these three hardly ever meet. It comes after all rounds, so that it changes nothing of what a seed was before.
 */
import type { OrderStory } from "../oracle/story.ts";
import { observe } from "../world/observe.ts";
import type { Member, World } from "../world/world.ts";
import { advance, askFor, deliver, drain } from "./app-steps.ts";
import { takeAway } from "./bookkeeper-steps.ts";
import { edit } from "./shop-steps.ts";

type Robbed = { member: Member; told: OrderStory };

export async function goOnAfterRemoval(world: World): Promise<void> {
  if (world.givesBack || !world.random.chance(0.6)) return;
  await takeAway(world);
  if (world.random.chance(0.6)) await goOn(world, editOne);
  if (world.random.chance(0.6)) await goOn(world, ({ member, told }) => askFor(world, member, told));

  function editOne({ member, told }: Robbed): void {
    const order = member.tenant.shop().orders.find(({ id, cancelledAt }) => id === told.id && cancelledAt === null);
    if (order) edit(world, { member, order });
  }
}

/** Does it to one of the orders of which something was taken away that nobody has asked for since. */
async function goOn(world: World, act: (robbed: Robbed) => Promise<void> | void): Promise<void> {
  const robbed = world.members.flatMap((member) => member.story.orders.filter(({ removals }) => removals.some(({ resynced }) => !resynced)).map((told) => ({ member, told })));
  if (robbed.length === 0) return;
  await act(world.random.pick(robbed));
  observe(world);
  await advance(world);
  await deliver(world);
  await drain(world);
}
