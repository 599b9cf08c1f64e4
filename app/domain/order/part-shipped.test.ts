import { describe, expect, it } from "vitest";
import { add, equals, subtract, sum } from "../money/money.ts";
import type { Order } from "./order.ts";
import { partShipped, type Units } from "./part-shipped.ts";
import { sampleOrder } from "./sample-order.ts";

const ORDER = sampleOrder({ lines: [{ sku: "PRINT", price: "20.00", quantity: 3, discount: "10.00", tax: "4.00" }, { sku: "LAMP", price: "30.00", quantity: 1, tax: "2.41" }], shipping: "6.00", tip: "1.00" });
const [PRINT = "", LAMP = ""] = ORDER.lines.map(({ id }) => id);

/** The parts of these shipments, one after the other. */
function parts(shipments: readonly Units[], sold: Order = ORDER): Order[] {
  const before = new Map<string, number>();
  return shipments.map((units, index) => {
    const part = partShipped({ sold, agreed: ORDER, before, units, isFirst: index === 0 });
    for (const [id, quantity] of units) before.set(id, (before.get(id) ?? 0) + quantity);
    return part;
  });
}

const worth = (orders: readonly Order[]) => sum("USD", orders.map(({ totals }) => totals.current));
const amounts = ({ lines }: Order): string[] => lines.map(({ quantity, gross, discount, taxLines }) => [quantity, gross.minor, discount.minor, ...taxLines.map(({ amount }) => amount.minor)].join(" "));

describe("the part of an order that a shipment holds", () => {
  it("comes to the order with the others, however it ships", () => {
    for (const split of [[[PRINT, 3], [LAMP, 1]], [[PRINT, 1], [LAMP, 1], [PRINT, 2]], [[LAMP, 1], [PRINT, 1], [PRINT, 1], [PRINT, 1]]] as const) {
      const shipped = parts(split.map(([id, quantity]) => new Map([[id, quantity]])));
      expect(equals(worth(shipped), ORDER.totals.current)).toBe(true);
      expect(equals(sum("USD", shipped.map(({ totals }) => totals.tax)), ORDER.totals.tax)).toBe(true);
    }
  });

  it("has its share of what does not divide, to the cent", () => {
    expect(parts([1, 1, 1].map((units) => new Map([[PRINT, units]]))).map(amounts)).toEqual([["1 2000 333 133"], ["1 2000 334 134"], ["1 2000 333 133"]]);
  });

  it("has what is no goods with the first alone", () => {
    const [first, second] = parts([new Map([[LAMP, 1]]), new Map([[PRINT, 3]])]);
    expect([first?.shipping.length, first?.tip.minor, second?.shipping.length, second?.tip.minor]).toEqual([1, 100n, 0, 0n]);
  });

  it("does not move because units that had not shipped are taken out, and what is left then is Shopify's", () => {
    const [before] = parts([new Map([[PRINT, 1]])]);
    const lowered: Order = { ...ORDER, lines: ORDER.lines.map((line) => (line.id === PRINT ? { ...line, quantity: 2, gross: subtract(line.gross, line.unitPrice), discount: { currency: "USD", minor: 667n }, taxLines: line.taxLines.map((tax) => ({ ...tax, amount: { currency: "USD", minor: 267n } })) } : line)) };
    const [first, second] = parts([new Map([[PRINT, 1]]), new Map([[PRINT, 1]])], lowered);
    expect(first && amounts(first)).toEqual(before && amounts(before));
    expect(second && amounts(second)).toEqual(["1 2000 334 134"]);
  });

  it("never holds more than was sold", () => {
    const [all] = parts([new Map([[PRINT, 9], [LAMP, 9]])]);
    expect(all && equals(add(all.totals.current, sum("USD", [])), ORDER.totals.current)).toBe(true);
  });
});
