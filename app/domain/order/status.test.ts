import { describe, expect, it } from "vitest";
import { entryWords, fulfilmentWord, orderStatus, type StatusFacts } from "./status.ts";

const facts = (changes: Partial<StatusFacts>): StatusFacts =>
  ({ cancelled: false, paymentWord: "paid", somethingShipped: false, unfulfilledQuantity: 2, remainingQuantity: 2, ...changes });

describe("order status", () => {
  it.each([
    ["an unpaid order that has not shipped", facts({ paymentWord: "pending" }), "pending"],
    ["an authorised order", facts({ paymentWord: "authorized" }), "authorized"],
    ["a paid order that has not shipped", facts({}), "paid"],
    ["an order of which a part shipped", facts({ somethingShipped: true, unfulfilledQuantity: 1 }), "partially_fulfilled"],
    ["an order with nothing left to ship", facts({ somethingShipped: true, unfulfilledQuantity: 0 }), "fulfilled"],
    ["an unpaid order that shipped", facts({ paymentWord: "pending", somethingShipped: true, unfulfilledQuantity: 0 }), "fulfilled"],
    ["a cancelled order", facts({ cancelled: true }), "cancelled"],
    ["a cancelled order that had shipped", facts({ cancelled: true, somethingShipped: true, unfulfilledQuantity: 0 }), "cancelled"],
    ["an order whose every unit was removed before shipping", facts({ unfulfilledQuantity: 0, remainingQuantity: 0 }), "cancelled"],
    ["an order that shipped and of which everything came back", facts({ somethingShipped: true, unfulfilledQuantity: 0, remainingQuantity: 0 }), "fulfilled"],
  ])("%s", (_name, given, status) => {
    expect(orderStatus(given)).toBe(status);
  });

  it("gives an order its status and both facets as words to enter by", () => {
    const given = facts({ paymentWord: "pending", somethingShipped: true, unfulfilledQuantity: 0 });
    const order = { status: orderStatus(given), paymentWord: given.paymentWord, fulfilmentWord: fulfilmentWord(given) };
    expect(entryWords(order).sort()).toEqual(["fulfilled", "pending"]);
  });

  it("gives a cancelled order no facet to enter by", () => {
    expect(entryWords({ status: "cancelled", paymentWord: "paid", fulfilmentWord: "fulfilled" })).toEqual(["cancelled"]);
  });
});
