/** The end of a world in which things come back: orders are paid and shipped and in the books, then something comes back while something goes wrong. By chance alone these hardly ever meet. */
import { observe } from "../world/observe.ts";
import type { World } from "../world/world.ts";
import { advance, deliver, drain } from "./app-steps.ts";
import { giveBack } from "./give-back.ts";
import { fulfilOrder, payOrder } from "./shop-steps.ts";
import type { Step } from "./step.ts";
import { planCrash, planTroubleGivingBack } from "./trouble-steps.ts";

/** Not everything can happen to every order. */
const TRIES = 3;

export async function goOnGivingBack(world: World): Promise<void> {
  if (!world.givesBack) return;
  const { random } = world;
  for (let left = random.between(1, 3); left > 0; left -= 1) {
    if (random.chance(0.8)) await doThen(world, payOrder);
    if (random.chance(0.6)) await doThen(world, fulfilOrder);
    await work(world);
    if (random.chance(0.6)) await doThen(world, planTroubleGivingBack);
    if (random.chance(0.15)) await doThen(world, planCrash);
    for (let tries = TRIES; tries > 0; tries -= 1) {
      const happened = await giveBack(world);
      observe(world);
      if (happened) break;
    }
    await work(world);
  }
}

async function doThen(world: World, step: Step): Promise<void> {
  await step(world);
  observe(world);
}

async function work(world: World): Promise<void> {
  await advance(world);
  await deliver(world);
  await drain(world);
  observe(world);
}
