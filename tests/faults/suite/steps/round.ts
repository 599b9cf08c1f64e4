/** One round of a world: something happens in the shops, something is about to go wrong, and the app gets to work. Rounds rather than loose steps, so that what is planned also meets work. */
import { observe } from "../world/observe.ts";
import type { World } from "../world/world.ts";
import { advance, changeSettings, deliver, drain, resync, sweep } from "./app-steps.ts";
import { bookByHand, bringToBank, closeBooks, takeAway, writeMemo } from "./bookkeeper-steps.ts";
import { giveBack } from "./give-back.ts";
import { createOrder, editOrder, fulfilOrder, payOrder } from "./shop-steps.ts";
import type { Step } from "./step.ts";
import { loseTokenAnswer, planCrash, planInterrupt, planQuickBooksFault, planShopifyFault, refreshTwice, revoke } from "./trouble-steps.ts";

type Weighted = readonly (readonly [weight: number, step: Step])[];

const IN_THE_SHOP: Weighted = [[6, createOrder], [4, payOrder], [5, fulfilOrder], [1.5, editOrder]];
const COMES_BACK: Weighted = [...IN_THE_SHOP.slice(0, 3), [9, giveBack]];
const ABOUT_TO_GO_WRONG: Weighted = [[12, planQuickBooksFault], [2, planShopifyFault], [3, planCrash], [2.5, planInterrupt]];
const BESIDES: Weighted = [
  [3, takeAway], [2, resync], [2, writeMemo], [1, changeSettings], [1, sweep], [2, bookByHand], [6, bringToBank], [0.5, closeBooks], [1, refreshTwice], [0.7, loseTokenAnswer], [0.4, revoke],
];

/** Where the oracle of the month judges, nobody but the app writes into the books, and what is wished for stays. */
const BESIDES_GIVING_BACK: Weighted = [[3, resync], [2, writeMemo], [1, sweep], [1, refreshTwice], [0.7, loseTokenAnswer], [0.4, revoke]];

export async function playRound(world: World): Promise<void> {
  const { random, time } = world;
  for (let left = random.between(1, 3); left > 0; left -= 1) await take(world, world.givesBack ? COMES_BACK : IN_THE_SHOP);
  for (let left = random.between(0, 4); left > 0; left -= 1) await take(world, ABOUT_TO_GO_WRONG);
  if (random.chance(0.5)) await take(world, world.givesBack ? BESIDES_GIVING_BACK : BESIDES);
  time.advance(random.between(1, 8) * 1_000);
  if (random.chance(0.9)) await deliver(world);
  await drain(world);
  // What was postponed comes again after a few seconds.
  for (let left = random.between(0, 2); left > 0; left -= 1) {
    time.advance(random.between(2, 90) * 1_000);
    await drain(world);
  }
  if (random.chance(0.4)) await advance(world);
}

/** What an order is worth and asks for is written down after every step: the next one may change it. */
async function take(world: World, steps: Weighted): Promise<void> {
  await draw(world, steps)(world);
  observe(world);
}

function draw({ random }: World, steps: Weighted): Step {
  let left = random.next() * steps.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, step] of steps) {
    left -= weight;
    if (left < 0) return step;
  }
  return drain;
}
