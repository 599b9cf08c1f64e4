import { describe, expect, test } from "vitest";
import { zero } from "#app/domain/money/money.ts";
import type { Sale } from "#app/domain/order/change.ts";
import { offStockMarker } from "./restocking.ts";

const sale = (lineId: string, quantity: number, of: Sale["of"] = "product"): Sale => ({ of, lineId, title: lineId, quantity, amount: zero("USD"), taxLines: [] });
const refund = (...lines: [line: string, quantity: number, restockType: string][]) => ({
  id: "1", processedAt: null, createdAt: null, orderAdjustments: [], transactions: [], refundLineItems: lines.map(([id, quantity, restockType]) => ({ quantity, restockType, lineItem: { id } })),
});
/** Which of the sales stayed off the shelf. */
const off = (told: ReturnType<typeof refund> | undefined, ...sales: Sale[]): boolean[] => sales.map(offStockMarker(told)).map(({ offStock }) => offStock === true);

describe("goods that a refund takes back", () => {
  test("came back on the shelf as its line says, each with the line of as many units", () => {
    expect(off(refund(["A", 1, "RETURN"], ["A", 2, "NO_RESTOCK"], ["B", 1, "CANCEL"]), sale("A", -1), sale("A", -2), sale("B", -1))).toEqual([false, true, false]);
    expect(off(refund(["A", 1, "RETURN"], ["A", 1, "NO_RESTOCK"]), sale("A", -1), sale("A", -1))).toEqual([false, true]);
  });

  test("stayed away where one line of several does and none fits, and where the refund tells nothing of them", () => {
    expect(off(refund(["A", 1, "RETURN"], ["A", 2, "NO_RESTOCK"]), sale("A", -3))).toEqual([true]);
    expect(off(refund(["A", 1, "RETURN"], ["A", 2, "CANCEL"]), sale("A", -3))).toEqual([false]);
    expect(off(refund(["B", 1, "RETURN"]), sale("A", -1))).toEqual([true]);
  });

  test("are none of its business where it is an edit, what is no goods, and what is put in", () => {
    expect(off(undefined, sale("A", -1))).toEqual([false]);
    expect(off(refund(), sale("S", -1, "shipping"), sale("A", 1))).toEqual([false, false]);
  });
});
