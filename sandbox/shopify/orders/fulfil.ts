/** Ships an order, all of it or some quantities by SKU; must never ship more than was ordered and not yet shipped. */
import type { FulfillmentRecord, OrderRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";
import type { ChosenUnits, UnitChoice } from "./choose-units.ts";
import { allUnits, chooseUnits } from "./choose-units.ts";
import { ShopifyActionError } from "./order-errors.ts";
import { unfulfilledQuantity } from "./order-status.ts";

export type FulfilInput = { lines?: readonly UnitChoice[] | undefined; service?: string | undefined; location?: string | undefined };

/** Default: everything unfulfilled. Throws ShopifyActionError for a cancelled order, an unknown SKU, too large a quantity, or nothing left. */
export function fulfil(shop: ShopState, order: OrderRecord, input: FulfilInput, at: string): FulfillmentRecord {
  if (order.cancelledAt !== null) throw new ShopifyActionError(`order ${order.name}: a cancelled order is not shipped`);
  const shipped: ChosenUnits[] = input.lines
    ? chooseUnits(order, input.lines, { availableOf: unfulfilledQuantity, doing: "fulfilled" })
    : allUnits(order, unfulfilledQuantity);
  if (shipped.length === 0) throw new ShopifyActionError(`order ${order.name}: nothing is left to fulfil`);
  for (const { line, quantity } of shipped) line.fulfilledQuantity += quantity;
  const fulfillment: FulfillmentRecord = {
    id: takeId(shop),
    name: `${order.name}.${order.fulfillments.length + 1}`,
    status: "SUCCESS",
    createdAt: at,
    updatedAt: at,
    lines: shipped.map(({ line, quantity }) => ({ id: takeId(shop), lineId: line.id, quantity })),
    tracking: [],
    service: input.service ?? null,
    location: input.location ?? null,
  };
  order.fulfillments.push(fulfillment);
  return fulfillment;
}
