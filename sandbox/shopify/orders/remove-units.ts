/** Takes units out of an order and tells what they were worth; must never touch money. */
import type { MinorBag } from "../money/bag.ts";
import { addBags, formatBag, parseBag, subtractBags } from "../money/bag.ts";
import type { LineRecord, OrderRecord, RefundRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";
import { lineAmounts } from "./current-amounts.ts";
import { unfulfilledQuantity } from "./order-status.ts";

export type RemovedUnits = { line: LineRecord; quantity: number; restock: boolean };
type RefundLine = RefundRecord["lines"][number];

/** Units that have not shipped go first. One refund line per line and way of restocking (schema: RefundLineItemRestockType). */
export function removeUnits(shop: ShopState, order: OrderRecord, removed: readonly RemovedUnits[]): RefundLine[] {
  return removed.flatMap(({ line, quantity, restock }) => {
    const unshipped = Math.min(quantity, unfulfilledQuantity(line));
    if (!restock) return [takeOut(shop, order, line, quantity, "NO_RESTOCK")];
    const parts = [{ units: unshipped, restockType: "CANCEL" }, { units: quantity - unshipped, restockType: "RETURN" }];
    return parts.filter(({ units }) => units > 0).map(({ units, restockType }) => takeOut(shop, order, line, units, restockType));
  });
}

/** What is worth giving back for these lines, with the tax that comes on top. */
export function worthOfLines(lines: readonly RefundLine[], order: OrderRecord): MinorBag {
  return addBags(...lines.map(({ subtotal, tax }) => addBags(parseBag(subtotal, order), ...(order.taxesIncluded ? [] : [parseBag(tax, order)]))));
}

function takeOut(shop: ShopState, order: OrderRecord, line: LineRecord, quantity: number, restockType: string): RefundLine {
  const before = lineAmounts(line, order);
  line.currentQuantity -= quantity;
  const after = lineAmounts(line, order);
  return {
    id: takeId(shop),
    lineId: line.id,
    quantity,
    restockType,
    subtotal: formatBag(subtractBags(before.net, after.net), order),
    tax: formatBag(subtractBags(before.tax, after.tax), order),
  };
}
