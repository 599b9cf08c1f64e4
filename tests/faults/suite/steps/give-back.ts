/** What comes back to a shop, in money or in goods, and what else changes an order after it was placed. */
import { ACTS } from "../../../month/draw-life.ts";
import { act } from "../../../month/act.ts";
import type { World } from "../world/world.ts";
import { booksOf } from "./bookkeeper-steps.ts";
import { inShop, someOrder, type Step } from "./step.ts";

/** Paying and shipping are steps of their own. */
const CHANGES = ACTS.filter((each) => each !== "pay" && each !== "payPart" && each !== "fulfil" && each !== "fulfilPart");

export const giveBack: Step = (world) => {
  const found = someOrder(world);
  if (!found) return false;
  const { member, order } = found;
  const what = world.random.pick(CHANGES);
  if (!isSeen(world, found, what === "cancel" || what === "cancelUnpaid")) return false;
  return inShop(world, member, order.id, `${what} ${order.name}`, () => act({ shopify: world.simulators.shopify, domain: member.tenant.domain, order, random: world.random }, what));
};

/**
 * An order that is cancelled, or empty, before the app has looked never enters the books. One that shipped and was cancelled before the app looked is never
 * invoiced, and what of it was kept is then nobody's income. The oracle cannot know when the app looked.
 */
function isSeen(world: World, { member, order }: NonNullable<ReturnType<typeof someOrder>>, isCancelled: boolean): boolean {
  const own = booksOf(world, member).filter(({ live, origin }) => live && origin?.orderId === order.id);
  return own.some(({ entity }) => entity === "Invoice") || (own.length > 0 && !(isCancelled && order.fulfillments.length > 0));
}
