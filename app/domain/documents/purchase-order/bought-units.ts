/**
 * How many units of a line are bought from a vendor: those still part of the order, and those that were taken back after they had shipped, which he has
 * sent and will bill. Must never count a unit that was taken out before it shipped.
 */
import { withoutChanges } from "../../order/change.ts";
import type { Order, OrderLine } from "../../order/order.ts";

export function boughtUnits(order: Order, line: Pick<OrderLine, "id" | "quantity">): number {
  const changes = order.changes.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
  let sentBack = 0;
  for (const [index, change] of changes.entries()) {
    const removed = change.sales.filter(({ of, lineId, quantity }) => of === "product" && lineId === line.id && quantity < 0).reduce((units, { quantity }) => units - quantity, 0);
    if (removed === 0) continue;
    const before = withoutChanges(order, changes.slice(index)).lines.find(({ id }) => id === line.id)?.quantity ?? 0;
    const atTheBuyer = Math.max(0, shippedBy(order, line.id, change.at.epochMilliseconds) - sentBack);
    const neverShipped = Math.max(0, before - atTheBuyer);
    sentBack += Math.max(0, removed - neverShipped);
  }
  return line.quantity + sentBack;
}

/** What a shipment held is known only of orders that went out in parts; any other one, and one that does not say, held all of them. */
function shippedBy({ fulfilments }: Order, lineId: string, at: number): number {
  const shipped = fulfilments.filter((fulfilment) => fulfilment.succeeded && fulfilment.at.epochMilliseconds <= at);
  return shipped.reduce((units, fulfilment) => units + (fulfilment.units ? fulfilment.units.filter((each) => each.lineId === lineId).reduce((held, { quantity }) => held + quantity, 0) : Infinity), 0);
}
