/** Ships an order, all of it or some quantities by SKU; must never ship more than was ordered and not yet shipped. */
import type { FulfillmentRecord, LineRecord, OrderRecord } from '../state/order-record.ts';
import type { ShopState } from '../state/shop-state.ts';
import { takeId } from '../state/shop-state.ts';
import { ShopifyActionError } from './order-errors.ts';
import { unfulfilledQuantity } from './order-status.ts';

export type FulfilInput = { lines?: readonly { sku: string; quantity: number }[] | undefined };

/** Default: everything unfulfilled. Throws ShopifyActionError for an unknown SKU, too large a quantity, or nothing left. */
export function fulfil(shop: ShopState, order: OrderRecord, input: FulfilInput, at: string): FulfillmentRecord {
  const shipped = input.lines ? chosenQuantities(order, input.lines) : allOpenQuantities(order);
  if (shipped.length === 0) throw new ShopifyActionError(`order ${order.name}: nothing is left to fulfil`);
  for (const { line, quantity } of shipped) line.fulfilledQuantity += quantity;
  const fulfillment: FulfillmentRecord = {
    id: takeId(shop),
    name: `${order.name}.${order.fulfillments.length + 1}`,
    status: 'SUCCESS',
    createdAt: at,
    updatedAt: at,
    lines: shipped.map(({ line, quantity }) => ({ id: takeId(shop), lineId: line.id, quantity })),
    tracking: [],
  };
  order.fulfillments.push(fulfillment);
  return fulfillment;
}

type Shipped = { line: LineRecord; quantity: number };

function allOpenQuantities(order: OrderRecord): Shipped[] {
  return order.lines.map((line) => ({ line, quantity: unfulfilledQuantity(line) })).filter(({ quantity }) => quantity > 0);
}

/** Lines of one SKU are filled in the order of the order. */
function chosenQuantities(order: OrderRecord, wanted: readonly { sku: string; quantity: number }[]): Shipped[] {
  const open = allOpenQuantities(order);
  const shipped = new Map<LineRecord, number>();
  for (const { sku, quantity } of wanted) {
    let left = quantity;
    for (const { line, quantity: available } of open.filter((candidate) => candidate.line.sku === sku)) {
      const already = shipped.get(line) ?? 0;
      const taken = Math.min(left, available - already);
      if (taken > 0) shipped.set(line, already + taken);
      left -= taken;
    }
    if (left > 0) throw new ShopifyActionError(`order ${order.name}: ${quantity} of ${sku} cannot be fulfilled, ${quantity - left} are left`);
  }
  return [...shipped].map(([line, quantity]) => ({ line, quantity }));
}
