import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { money, parseMoney } from "../money/money.ts";
import { wildcardTest } from "./operators/matches.ts";
import { decisionOf, rowHolds } from "./testing/evaluate.ts";
import { lineWith, orderWith, transactionWith } from "./testing/orders.ts";

const vendor = (name: string | null) => orderWith({ lines: [lineWith({ vendor: name })] });

describe("text", () => {
  test("is compared in NFC: a letter and its combining accent are the same as the composed letter", () => {
    expect(rowHolds({ field: "line.vendor", op: "equals", value: "Cafe\u0301" }, vendor("CAF\u00c9"))).toBe(true);
  });

  test.each(["equals", "does_not_equal", "contains", "does_not_contain", "matches", "is_none_of"])("that is missing is false for %s", (op) => {
    expect(rowHolds({ field: "line.vendor", op, value: "Acme" }, vendor(null))).toBe(false);
    expect(rowHolds({ field: "line.vendor", op, value: "Acme" }, vendor("  "))).toBe(false);
  });

  test.each(["equals", "is_one_of", "contains", "starts_with", "matches"])("%s * holds for any value and for none that is missing", (op) => {
    expect(rowHolds({ field: "line.vendor", op, value: "*" }, vendor("anything"))).toBe(true);
    expect(rowHolds({ field: "line.vendor", op, value: "*" }, vendor(null))).toBe(false);
  });
});

describe("sets", () => {
  const tagged = (...tags: string[]) => orderWith({ tags });

  test("a comparison holds when any member passes, a negative one when none does", () => {
    expect(rowHolds({ field: "order.tags", op: "equals", value: "vip" }, tagged("b2b", "VIP"))).toBe(true);
    expect(rowHolds({ field: "order.tags", op: "does_not_equal", value: "vip" }, tagged("b2b", "VIP"))).toBe(false);
  });

  test("without members are a value: an order without tags is tagged with none of them", () => {
    expect(rowHolds({ field: "order.tags", op: "is_none_of", value: ["vip"] }, tagged())).toBe(true);
    expect(rowHolds({ field: "order.tags", op: "equals", value: "*" }, tagged())).toBe(false);
  });
});

describe("amounts", () => {
  test("are compared exactly, in the order's own minor units", () => {
    const yen = orderWith({ currency: "JPY", totals: { ...orderWith().totals, current: parseMoney("JPY", "1200") } });
    expect(rowHolds({ field: "order.total", op: "equals", value: "1200.00" }, yen)).toBe(true);
    const cents = orderWith({ totals: { ...orderWith().totals, current: money("USD", 9007199254740993n) } });
    expect(rowHolds({ field: "order.total", op: "equals", value: "90071992547409.93" }, cents)).toBe(true);
    expect(rowHolds({ field: "order.total", op: "equals", value: "90071992547409.92" }, cents)).toBe(false);
  });
});

describe("dates", () => {
  const lateEvening = orderWith({ createdAt: Temporal.Instant.from("2026-11-02T03:30:00Z") });
  const rules = [{ title: "first of November", when: { all: [{ field: "order.createdDate", op: "equals", value: "2026-11-01" }] }, then: [{ action: "hold_for_review" }] }];

  test("are the shop's days", () => {
    expect(decisionOf(rules, lateEvening, "America/New_York").treatment.kind).toBe("hold");
    expect(decisionOf(rules, lateEvening, "Europe/London").treatment.kind).toBe("sync");
  });
});

describe("lines", () => {
  const mixed = orderWith({ lines: [lineWith({ vendor: "Acme" }), lineWith({ vendor: "Other" })] });
  const acme = { field: "line.vendor", op: "equals", value: "Acme" };

  test("hold when any line passes, or every line where the row says so", () => {
    expect(rowHolds(acme, mixed)).toBe(true);
    expect(rowHolds({ ...acme, every: true }, mixed)).toBe(false);
    expect(rowHolds({ ...acme, every: true }, vendor("Acme"))).toBe(true);
  });

  test("that were removed do not count while others remain", () => {
    const edited = orderWith({ lines: [lineWith({ vendor: "Acme", quantity: 0 }), lineWith({ vendor: "Other" })] });
    expect(rowHolds(acme, edited)).toBe(false);
  });

  test("still speak for an order of which nothing remains, so that a refund does not undo a rule", () => {
    expect(rowHolds(acme, orderWith({ lines: [lineWith({ quantity: 0 })] }))).toBe(true);
  });

  test("of an order without lines are false, for every line too", () => {
    expect(rowHolds({ ...acme, every: true }, orderWith({ lines: [] }))).toBe(false);
  });
});

describe("payment method", () => {
  const paypal = { field: "order.paymentMethod", op: "equals", value: "PayPal" };
  const attempt = transactionWith({ succeeded: false, gateway: "paypal", gatewayName: "PayPal" });

  test("is known by the gateway's handle and by its name", () => {
    const order = orderWith({ transactions: [transactionWith()] });
    expect(rowHolds(paypal, order)).toBe(true);
    expect(rowHolds({ ...paypal, value: "PayPal Express Checkout" }, order)).toBe(true);
  });

  test("is not one whose attempt failed before another succeeded", () => {
    const card = transactionWith({ gateway: "shopify_payments", gatewayName: "Shopify Payments" });
    expect(rowHolds(paypal, orderWith({ gateways: ["paypal", "shopify_payments"], transactions: [attempt, card] }))).toBe(false);
    expect(rowHolds(paypal, orderWith({ transactions: [attempt] }))).toBe(true);
  });

  test("is the order's own list where nothing was attempted yet", () => {
    expect(rowHolds(paypal, orderWith({ gateways: ["paypal"] }))).toBe(true);
  });
});

describe("matches", () => {
  test.each([
    ["a*", "abc", true], ["*c", "abc", true], ["a*b*c", "a-b-c", true], ["a*b*c", "a-c-b", false], ["ab*ab", "ab", false],
    ["abc", "abc", true], ["abc", "abcd", false], ["**", "x", true], ["a**c", "ac", true], ["*b*b*", "b", false], ["a.c", "abc", false],
  ])("%s against %s is %s", (pattern, text, holds) => {
    expect(wildcardTest(pattern)(text)).toBe(holds);
  });

  test("does not back-track: a hostile pattern on a long text answers at once", () => {
    const startedMs = performance.now();
    expect(wildcardTest(`${"*a".repeat(240)}*b`)("a".repeat(100_000))).toBe(false);
    expect(performance.now() - startedMs).toBeLessThan(100);
  });
});
