/** What a change of an order that ships in parts takes out: goods that had shipped, and so stand on an invoice, or goods that had not, and never will. Must never call it one of them where it is both. */
import { isNegative, isZero } from "../money/money.ts";
import { type OrderChange, withoutChanges } from "../order/change.ts";
import type { Order } from "../order/order.ts";
import type { Shipment } from "./shipments.ts";

/** `unsold`: it changes what is still to be invoiced. `sold`: it takes back what is invoiced. */
export type Touched = "unsold" | "sold" | "both";

/** By the change's id; `changes` in order of time. */
export function touchedBy(order: Order, shipments: readonly Shipment[], changes: readonly OrderChange[]): Map<string, Touched> {
  const back = new Map<string, number>();
  return new Map(changes.map((change, index) => {
    const shipped = shipments.filter(({ at }) => at.epochMilliseconds <= change.at.epochMilliseconds);
    const before = withoutChanges(order, changes.slice(index));
    const touched = new Set<Touched>();
    for (const sale of change.sales.filter(({ amount, quantity }) => !isZero(amount) || quantity !== 0)) {
      if (shipped.length === 0) touched.add("unsold");
      else if (sale.of !== "product") touched.add("sold");
      else if (!isNegative(sale.amount) && sale.quantity >= 0) touched.add("unsold");
      else {
        const id = sale.lineId ?? "";
        const outside = shipped.reduce((units, shipment) => units + (shipment.units.get(id) ?? 0), 0) - (back.get(id) ?? 0);
        const inside = Math.max(0, (before.lines.find((line) => line.id === id)?.quantity ?? 0) - outside);
        const fromOutside = Math.max(0, -sale.quantity - inside);
        if (fromOutside < -sale.quantity) touched.add("unsold");
        if (fromOutside > 0) touched.add("sold");
        back.set(id, (back.get(id) ?? 0) + fromOutside);
      }
    }
    return [change.id, touched.size > 1 ? "both" : (touched.values().next().value ?? "unsold")];
  }));
}
