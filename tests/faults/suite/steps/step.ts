/** One thing that happens in a world. */
import type { OrderRecord } from "#sandbox/shopify/state/order-record.ts";
import { ShopifyActionError } from "#sandbox/shopify/orders/order-errors.ts";
import { meet } from "../faults/coverage.ts";
import type { Member, World } from "../world/world.ts";

/** False where there was nothing to do it to. */
export type Step = (world: World) => Promise<boolean> | boolean;

export const someMember = ({ random, members }: World): Member => random.pick(members);

export function someOrder(world: World, fits: (order: OrderRecord) => boolean = () => true): { member: Member; order: OrderRecord } | null {
  const member = someMember(world);
  const orders = member.tenant.shop().orders.filter((order) => order.cancelledAt === null && fits(order));
  return orders.length > 0 ? { member, order: world.random.pick(orders) } : null;
}

/** Does it to an order of the shop (null: to the one it makes), and takes what Shopify tells of it: most arrives at once, some a day late, some never. False where Shopify refuses, or `act` says that there was nothing to do. */
export function inShop(world: World, { tenant, story }: Member, orderId: string | null, what: string, act: () => unknown): boolean {
  const { random, log, post, coverage } = world;
  try {
    if (act() === false) return false;
  } catch (error) {
    if (error instanceof ShopifyActionError) return false;
    throw error;
  }
  log.add(`${tenant.name}: ${what}`);
  const told = orderId === null ? story.orders.at(-1) : story.orders.find(({ id }) => id === orderId);
  if (told) told.changes += 1;
  const late = random.chance(0.08);
  if (late) meet(coverage, "webhook a day late", "inbox");
  post.collect(tenant.domain, late ? 24 * 3_600_000 : random.between(0, 5_000), () => {
    const lost = random.chance(0.05);
    if (lost) meet(coverage, "webhook lost", "inbox");
    return lost;
  });
  return true;
}
