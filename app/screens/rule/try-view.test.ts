import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { createBackTest } from "#app/domain/back-test/back-test.ts";
import { sampleBooks } from "#app/domain/books/sample-books.ts";
import { sampleOrder } from "#app/domain/order/sample-order.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { parsed } from "#app/domain/rules/testing/evaluate.ts";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { formatFor } from "../format.server.ts";
import { toEdited } from "./edited-rule.server.ts";
import { ruleLikeOrder } from "./rule-like-order.server.ts";
import { traceView } from "./trace-view.server.ts";
import { trialView } from "./trial-view.server.ts";

const FORMAT = formatFor({ country: "US", timeZone: "America/New_York" });
const order = (number: number, gateway: string) => ({ ...sampleOrder({ name: `#${number}`, gateway, paid: ["43.20"] }), id: `gid://shopify/Order/${number}` });
const ORDERS = [order(1002, "paypal"), order(1001, "shopify_payments")];
const backTest = (published: Rule[] = []) => createBackTest({
  shop: { domain: "test.myshopify.com", timeZone: "America/New_York" }, settings: DEFAULT_SETTINGS, books: sampleBooks(["TEE"]), orders: ORDERS, published, today: Temporal.PlainDate.from("2026-11-26"), itemType: () => null,
});
const only = (json: object): Rule => {
  const [rule] = parsed([json]);
  if (!rule) throw new Error("no rule");
  return rule;
};
const UNPAID = only({ title: "PayPal", when: { all: [{ field: "order.paymentMethod", op: "equals", value: "PayPal" }, { field: "order.status", op: "equals", value: "paid" }] }, then: [{ action: "mark_as_unpaid", value: true }] });
const tried = (rule: Rule, rules: Rule[] = [rule]) =>
  trialView({ edited: toEdited(rule), rule, rules, at: rules.indexOf(rule), tested: { backTest: backTest(), names: { class: ["Web"] }, incomeAccounts: new Set() }, mode: DEFAULT_SETTINGS.mode, format: FORMAT });

describe("the panel", () => {
  it("counts what the rule matches and changes, and shows both before and after", () => {
    const view = tried(UNPAID);
    expect([view.total, view.matches, view.changes, view.changed.map(({ name }) => name)]).toEqual([2, 1, 1, ["#1002"]]);
    expect(view.changed[0]?.changes).toEqual([{ label: "Payment", before: "$43.20", after: "not made" }]);
    expect(view.accounts).toContainEqual({ account: "Shopify Clearing", change: "-$43.20" });
  });

  it("counts all orders, however many it lists", () => {
    const many = Array.from({ length: 30 }, (_, index) => order(2000 + index, index < 25 ? "paypal" : "manual"));
    const rule = only({ title: "Many", when: { all: [] }, then: [{ action: "mark_as_unpaid", value: true }] });
    const backTestOfMany = createBackTest({ shop: { domain: "test.myshopify.com", timeZone: "America/New_York" }, settings: DEFAULT_SETTINGS, books: sampleBooks(["TEE"]), orders: many, published: [], today: Temporal.PlainDate.from("2026-11-26"), itemType: () => null });
    const view = trialView({ edited: toEdited(rule), rule, rules: [rule], at: 0, tested: { backTest: backTestOfMany, names: {}, incomeAccounts: new Set() }, mode: DEFAULT_SETTINGS.mode, format: FORMAT });
    expect([view.changed.length, view.counts]).toEqual([20, { changed: 30, unchanged: 0, problems: 0 }]);
  });

  it("counts each row, and names the orders that it alone keeps out", () => {
    expect(Object.values(tried(UNPAID).rows)).toEqual([{ passes: 1, keepsOut: ["#1001"], keepsOutCount: 1 }, { passes: 2, keepsOut: [], keepsOutCount: 0 }]);
  });

  it("warns of what lint finds in this rule alone", () => {
    const gone = only({ title: "Gone", when: { all: [] }, then: [{ action: "set_class", class: "Retail" }] });
    expect(tried(gone).warnings).toEqual(["QuickBooks has no class “Retail” in use."]);
    expect(tried(UNPAID, [gone, UNPAID]).warnings).toEqual([]);
  });
});

describe("the steps of one order", () => {
  const traced = (rule: Rule, name: string, rules: Rule[] = [rule]) => traceView({ edited: toEdited(rule), rule, rules, at: rules.indexOf(rule), backTest: backTest(), name });

  it("say which condition failed, with the order's value and a way to make it match", () => {
    expect(traced(UNPAID, "1001")).toMatchObject({ matches: false, verdict: "#1001 does not match this rule.", steps: [
      { state: "fails", fix: { how: "instead", row: { op: "is_one_of", values: ["PayPal", "shopify_payments"] }, words: "payment method is PayPal or shopify_payments" }, cannot: null }, { state: "holds", actual: "paid", fix: null },
    ] });
  });

  it("say why no change of a condition helps, and leave alone what is not needed", () => {
    const rule = only({ title: "Either", when: { all: [{ field: "order.status", op: "does_not_equal", value: "paid" }, { any: [{ field: "order.name", op: "starts_with", value: "#1" }, { field: "order.note", op: "contains", value: "gift" }] }] }, then: [{ action: "hold_for_review" }] });
    expect(traced(rule, "1001")).toMatchObject({ steps: [{ state: "fails", fix: null, cannot: expect.stringContaining("just what this order has") as string }, { state: "holds" }, { state: "not_needed", fix: null, cannot: null }] });
    expect(traced(only({ ...rule, unless: true, when: { all: [{ field: "order.name", op: "starts_with", value: "#1" }] } }), "1001")).toMatchObject({ matches: false, note: expect.stringContaining("unless") as string, steps: [{ state: "holds" }] });
  });

  it("say what became of the actions", () => {
    expect(traced(UNPAID, "#1002")).toMatchObject({ matches: true, effects: ["Mark as unpaid: applies."] });
    const first = { ...UNPAID, title: "First" };
    expect(traced(UNPAID, "#1002", [first, UNPAID])).toMatchObject({ effects: [expect.stringContaining("an earlier rule was first")] });
  });

  it("say when the order does not get here", () => {
    const skip = only({ title: "Skip", when: { all: [] }, then: [{ action: "do_not_sync" }] });
    expect(traced(UNPAID, "1002", [skip, UNPAID])).toMatchObject({ verdict: "#1002 does not get here. Not synced: your rule \"Skip\"." });
    expect(traced(UNPAID, "77")).toBe("unknown");
  });
});

it("a rule like an order has what tells the order apart, and offers what else it has with how many share it", () => {
  const tested = backTest();
  const [first] = tested.orders;
  if (!first) throw new Error("no order");
  const { rule, like } = ruleLikeOrder(tested, first.reading, FORMAT);
  expect(rule.members).toMatchObject([{ field: "order.paymentMethod", op: "equals", values: ["paypal"] }, { field: "order.sourceName", values: ["web"] }, { field: "order.status", values: ["paid"] }]);
  expect(like.find(({ row }) => row.field === "order.paymentMethod")).toMatchObject({ words: "payment method is paypal", shared: "1 of 2 orders" });
  expect(like.find(({ row }) => row.field === "order.total")).toMatchObject({ words: "order total is at least 43.20", shared: "2 of 2 orders" });
  expect(like.find(({ row }) => row.field === "line.sku")).toMatchObject({ words: "a line's SKU is TEE" });
});
