/** One thing that happens in a world. */
import type { TopicEvent } from "#sandbox/shopify/webhooks/order-events.ts";
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

/** Does it in the shop, and posts what Shopify tells of it: most at once, some late, some never. False where Shopify refuses. */
export function inShop(world: World, { tenant, story: _ }: Member, what: string, act: () => TopicEvent[]): boolean {
  const { random, log, post, coverage } = world;
  try {
    const events = act();
    log.add(`${tenant.name}: ${what}`);
    const heard = events.filter(() => {
      if (!random.chance(0.05)) return true;
      meet(coverage, "webhook lost", "inbox");
      return false;
    });
    const late = random.chance(0.08);
    if (late) meet(coverage, "webhook a day late", "inbox");
    post.post(tenant.domain, heard, late ? 24 * 3_600_000 : random.between(0, 5_000));
    return true;
  } catch (error) {
    if (error instanceof ShopifyActionError) return false;
    throw error;
  }
}
