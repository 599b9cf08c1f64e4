/** Something happens in the shop in the middle of a drain, and the app hears of it before the drain has ended. */
import { observe } from "../world/observe.ts";
import type { World } from "../world/world.ts";
import { handIn } from "./app-steps.ts";
import { fulfilOrder, payOrder } from "./shop-steps.ts";

export async function interrupt(world: World): Promise<void> {
  world.log.add("meanwhile");
  const step = world.random.chance(0.5) ? payOrder : fulfilOrder;
  await step(world);
  observe(world);
  world.time.advance(5_000);
  for (const letter of world.post.take()) await handIn(world, letter, 1);
}
