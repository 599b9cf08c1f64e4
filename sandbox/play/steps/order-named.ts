/** Finds an order of the story's shop by the name a script uses. */
import type { OrderSummary } from "#sandbox/shopify/start-shopify.ts";
import { sameOrderName } from "../result/result.ts";
import type { Stage } from "../set-stage.ts";
import { StepRefused } from "./step-refused.ts";

/** The latest order of that name, with or without `#`; one that was deleted in Shopify where no other has the name. Throws StepRefused. */
export function orderNamed({ world, tenant }: Stage, name: string): OrderSummary {
  const orders = world.shopify.orders(tenant.shop);
  const isMeant = (order: OrderSummary): boolean => sameOrderName(order.name, name);
  const found = orders.findLast(isMeant) ?? world.shopify.deletedOrders(tenant.shop).findLast(isMeant);
  if (found !== undefined) return found;
  const known = orders.map((order) => order.name).join(", ") || "none";
  throw new StepRefused(`there is no order "${name}" at this point; orders so far: ${known}`);
}
