/** Finds the units of an order that a person or a script means: by SKU (lines of one SKU are filled in the order's order) or by line. */
import type { LineRecord, OrderRecord } from "../state/order-record.ts";
import { ShopifyActionError } from "./order-errors.ts";

export type UnitChoice = { quantity: number } & ({ sku: string; lineId?: undefined } | { lineId: string; sku?: undefined });
export type ChosenUnits = { line: LineRecord; quantity: number };

/** Every line with all its units that are available. */
export function allUnits(order: OrderRecord, availableOf: (line: LineRecord) => number): ChosenUnits[] {
  return order.lines.map((line) => ({ line, quantity: availableOf(line) })).filter(({ quantity }) => quantity > 0);
}

/** `doing` completes "… cannot be …". Throws ShopifyActionError for an unknown SKU or line and where fewer units are left. */
export function chooseUnits(
  order: OrderRecord,
  wanted: readonly UnitChoice[],
  { availableOf, doing }: { availableOf: (line: LineRecord) => number; doing: string },
): ChosenUnits[] {
  const chosen = new Map<LineRecord, number>();
  for (const choice of wanted) {
    let left = choice.quantity;
    for (const line of order.lines.filter((candidate) => isMeant(candidate, choice))) {
      const already = chosen.get(line) ?? 0;
      const taken = Math.min(left, availableOf(line) - already);
      if (taken > 0) chosen.set(line, already + taken);
      left -= taken;
    }
    if (left > 0) {
      throw new ShopifyActionError(`order ${order.name}: ${choice.quantity} of ${choice.sku ?? `line ${choice.lineId}`} cannot be ${doing}, ${choice.quantity - left} are left`);
    }
  }
  return [...chosen].map(([line, quantity]) => ({ line, quantity }));
}

function isMeant(line: LineRecord, { sku, lineId }: UnitChoice): boolean {
  return lineId === undefined ? line.sku === sku : line.id === lineId;
}
