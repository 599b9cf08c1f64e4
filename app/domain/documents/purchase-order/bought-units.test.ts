import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import type { Fulfilment, Order } from "../../order/order.ts";
import { sampleOrder, usd } from "../../order/sample-order.ts";
import { boughtUnits } from "./bought-units.ts";

const TEE = "gid://shopify/LineItem/1";
const day = (of: number) => Temporal.Instant.from(`2026-11-${String(of).padStart(2, "0")}T15:00:00Z`);
const shipped = (on: number, units?: number | null, succeeded = true): Fulfilment =>
  ({ id: `f${on}`, at: day(on), succeeded, service: null, location: null, ...(units === undefined ? {} : { units: units === null ? null : [{ lineId: TEE, quantity: units }] }) });

/** Ten were ordered; each taken back on a day. */
function left(back: readonly [on: number, units: number][], fulfilments: Fulfilment[]): number {
  const order: Order = sampleOrder({ lines: [{ sku: "TEE", price: "1.00", quantity: 10 - back.reduce((sum, [, units]) => sum + units, 0) }] });
  const changes = back.map(([on, units], index): Order["changes"][number] => ({
    id: String(index + 1), kind: "refund", at: day(on), transactionIds: [], discrepancy: usd("0"), sales: [{ of: "product", lineId: TEE, title: "TEE", quantity: -units, amount: usd("0"), taxLines: [] }],
  }));
  const [line] = order.lines;
  return line ? boughtUnits({ ...order, changes, fulfilments }, line) : -1;
}

it.each<[string, [number, number][], Fulfilment[], number]>([
  ["nothing was taken back", [], [], 10],
  ["some were taken out before anything shipped", [[3, 4]], [shipped(5)], 6],
  ["all were", [[3, 10]], [], 0],
  ["some came back after all had shipped", [[9, 4]], [shipped(5)], 10],
  ["some were taken out before, and others came back later", [[3, 4], [9, 2]], [shipped(5)], 6],
  ["some were taken out while others had shipped: those that had not shipped go first", [[9, 5]], [shipped(5, 4)], 5],
  ["more were taken back than were still to ship", [[9, 8]], [shipped(5, 4)], 4],
  ["twice, each time more than were still to ship", [[9, 7], [10, 2]], [shipped(5, 4)], 4],
  ["what a shipment held is not known: it counts as all of it", [[9, 4]], [shipped(5, null)], 10],
  ["the shipment was cancelled", [[9, 4]], [shipped(5, undefined, false)], 6],
])("when %s", (_name, back, fulfilments, units) => {
  expect(left(back, fulfilments)).toBe(units);
});
