import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { sampleBooks } from "../books/sample-books.ts";
import { sampleOrder } from "../order/sample-order.ts";
import type { Order } from "../order/order.ts";
import type { Rule } from "../rules/rule.ts";
import { parsed } from "../rules/testing/evaluate.ts";
import { FIELD_BY_KEY } from "../rules/fields/index.ts";
import { DEFAULT_SETTINGS } from "../settings/settings.ts";
import { type BackTest, createBackTest } from "./back-test.ts";
import { shopValues } from "./shop-values.ts";
import { explainRule, tryRule } from "./try-rule.ts";

const order = (number: number, gateway: string, shipped = false): Order => ({
  ...sampleOrder({ name: `#${number}`, gateway, paid: ["43.20"], fulfilled: shipped ? "everything" : "nothing" }), id: `gid://shopify/Order/${number}`,
});
const ORDERS = [order(1003, "paypal"), order(1002, "shopify_payments", true), order(1001, "paypal", true)];

const opened = (published: Rule[] = [], books: BackTestBooks = sampleBooks(["TEE"])): BackTest => createBackTest({
  shop: { domain: "test.myshopify.com", timeZone: "America/New_York" }, settings: DEFAULT_SETTINGS, books, orders: ORDERS, published,
  today: Temporal.PlainDate.from("2026-11-26"), itemType: () => null,
});
type BackTestBooks = Parameters<typeof createBackTest>[0]["books"];

const [UNPAID, SHIPPED] = parsed([
  { title: "PayPal is unpaid", when: { all: [{ field: "order.paymentMethod", op: "equals", value: "paypal" }] }, then: [{ action: "mark_as_unpaid", value: true }] },
  { title: "Invoice when shipped", unless: true, when: { all: [{ field: "order.status", op: "equals", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }] },
]) as [Rule, Rule];

const told = (test: BackTest, rules: Rule[]): string[] => test.compare(rules).changed.map(({ order: { name }, changes }) => `${name}: ${changes.map(({ document, name: fact }) => `${document ?? "order"} ${fact}`).join(", ")}`);

describe("a back-test", () => {
  it("finds the orders that a new rule would change, and what of each", () => {
    expect(told(opened(), [UNPAID])).toEqual(["#1003: payment document", "#1001: payment document"]);
    expect(told(opened(), [UNPAID, SHIPPED])).toEqual(["#1003: invoice document, payment document", "#1001: payment document"]);
  });

  it("finds what taking a rule away would change, and nothing where nothing changes", () => {
    expect(told(opened([UNPAID]), [])).toEqual(["#1003: payment document", "#1001: payment document"]);
    expect(told(opened([UNPAID]), [UNPAID])).toEqual([]);
    expect(told(opened([UNPAID]), [{ ...UNPAID, title: "Another name" }])).toEqual([]);
  });

  it("says the same when it is asked again and again, as with every key that somebody presses", () => {
    const test = opened();
    const first = [told(test, [UNPAID]), told(test, [SHIPPED]), told(test, [])];
    expect([told(test, [UNPAID]), told(test, [SHIPPED]), told(test, [])]).toEqual(first);
    expect(first[2]).toEqual([]);
  });

  it("says what moves between accounts, to the cent", () => {
    expect(opened().compare([UNPAID]).moved.map(({ account, amount }) => [account, amount.minor]).sort()).toEqual([["Accounts Receivable", 8640n], ["Shopify Clearing", -8640n]]);
  });

  it("tells kinds of documents alone while no company is connected", () => {
    expect(told(opened([], null), [UNPAID])).toEqual(["#1003: payment document", "#1001: payment document"]);
  });

  it("follows the list: behind a rule that skips the order, nothing changes", () => {
    const skip = parsed([{ title: "Skip", when: { all: [] }, then: [{ action: "do_not_sync" }] }]);
    expect(told(opened(skip), [...skip, UNPAID])).toEqual([]);
  });
});

describe("one rule", () => {
  const rule = parsed([{ title: "Both", when: { all: [{ field: "order.paymentMethod", op: "equals", value: "paypal" }, { field: "order.status", op: "equals", value: "fulfilled" }] }, then: [{ action: "mark_as_unpaid", value: true }] }])[0] as Rule;

  it("says what it matches, what each row lets through, and whom a row alone keeps out", () => {
    const { matched, rows } = tryRule(opened(), rule);
    expect(matched.map(({ name }) => name)).toEqual(["#1001"]);
    expect(rows.map(({ passes, keepsOut }) => [passes, keepsOut.map(({ name }) => name)])).toEqual([[2, ["#1002"]], [2, ["#1003"]]]);
  });

  it("is explained for an order step by step, with the order's own values, found with or without its sign", () => {
    const explained = explainRule(opened(), rule, "1003");
    expect(explained).toMatchObject({ matches: false, steps: [{ holds: true, actual: "paypal" }, { holds: false, actual: "paid" }] });
    expect(explainRule(opened(), rule, "#1001")).toMatchObject({ matches: true });
    expect(explainRule(opened(), rule, "9999")).toBeNull();
  });

  it("matches the others below unless", () => {
    expect(tryRule(opened(), SHIPPED).matched.map(({ name }) => name)).toEqual(["#1003"]);
  });
});

it("suggests the values that the shop's orders have, the most frequent first", () => {
  const field = FIELD_BY_KEY.get("order.paymentMethod");
  const values = field ? shopValues(opened(), field) : [];
  expect(values[0]).toMatchObject({ value: "paypal", orders: 2 });
});
