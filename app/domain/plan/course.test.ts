import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { parseMoney, zero } from "../money/money.ts";
import type { Order } from "../order/order.ts";
import { sampleOrder } from "../order/sample-order.ts";
import { courseOf } from "./course.ts";

const usd = (text: string) => parseMoney("USD", text);
const at = (time: string) => Temporal.Instant.from(`2026-11-24T${time}Z`);

/** Two tees were shipped and not paid for; a third, 20.00, was added at 10:00:00, and the whole was paid in one payment. */
function addedAndPaid(paidAt: string): Order {
  const order = sampleOrder({ lines: [{ sku: "TEE", price: "20.00", quantity: 3 }], paid: ["60.00"], fulfilled: "everything" });
  const sale = { of: "product" as const, lineId: order.lines[0]?.id ?? "", title: "Tee", quantity: 1, amount: usd("20.00"), taxLines: [] };
  return {
    ...order,
    transactions: order.transactions.map((transaction) => ({ ...transaction, at: at(paidAt) })),
    changes: [{ id: "7", kind: "edit", at: at("10:00:00"), sales: [sale], transactionIds: [], discrepancy: zero("USD") }],
  };
}

describe("the course of an order", () => {
  it.each([
    ["09:59:59", false], ["10:00:00", true], ["10:00:01", true],
  ])("what was added at 10:00:00 and paid for at %s belongs into the open invoice: %s", (paidAt, folded) => {
    const order = addedAndPaid(paidAt);
    const { steps, owed } = courseOf({ order, existing: [], closedThrough: null, sale: { kind: "invoice", at: at("09:00:00") }, recordsMoney: true, accountOf: () => "Shopify Clearing" });
    expect(steps.map((step) => [step.folded, step.added])).toEqual([[folded, usd("20.00")]]);
    expect(owed).toEqual(zero("USD"));
  });
});
