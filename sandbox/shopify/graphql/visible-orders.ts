/** The orders an app can see: all, or without `read_all_orders` those of the last 60 days (design page 06, access scopes). */
import { Temporal } from "temporal-polyfill";
import { toSeconds } from "../orders/instants.ts";
import type { OrderRecord } from "../state/order-record.ts";
import type { ViewContext } from "./views/view-context.ts";

const HOURS_WITHOUT_ALL_ORDERS = 60 * 24;

export function visibleOrders({ shop, now }: ViewContext): readonly OrderRecord[] {
  if (!shop.recentOrdersOnly) return shop.orders;
  const earliest = toSeconds(Temporal.Instant.from(now).subtract({ hours: HOURS_WITHOUT_ALL_ORDERS }));
  return shop.orders.filter(({ createdAt }) => createdAt >= earliest);
}
