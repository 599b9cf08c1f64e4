import { describe, expect, test } from "vitest";
import { parseRules } from "./parse-rules.ts";

const paid = { field: "order.status", op: "equals", value: "paid" };
const rule = (change: object = {}) => ({ title: "Invoices later", when: { all: [paid] }, then: [{ action: "stop_creating_invoices" }], ...change });
const withRow = (row: object) => rule({ when: { all: [paid, row] } });

function mistakes(json: unknown): string[] {
  const parsed = parseRules(json);
  return parsed.ok ? [] : parsed.failure;
}

test("a rule is enabled unless it says otherwise, and keeps what it was written as", () => {
  expect(parseRules([rule({ note: "since May" })])).toEqual({ ok: true, value: [{ ...rule(), enabled: true, note: "since May" }] });
});

test("the play format's rules are accepted", () => {
  const when = { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }, { any: [{ field: "order.paymentMethod", op: "contains", value: "PayPal" }, { field: "order.total", op: "greater_than", value: 100 }] }] };
  expect(mistakes([rule({ when, then: [{ action: "stop_creating_invoices" }, { action: "mark_as_unpaid", value: true }] })])).toEqual([]);
});

describe("a mistake is said with the rule's title, the row, and what is allowed:", () => {
  test.each<[string, object, RegExp]>([
    ["unknown field", withRow({ field: "order.colour", op: "equals", value: "red" }), /^rule 1 "Invoices later", row 2: unknown field "order.colour"; allowed: order.status, /],
    ["unknown operator", withRow({ field: "order.total", op: "resembles", value: 1 }), /row 2: unknown comparison "resembles"; allowed for order.total: equals, .*between$/],
    ["operator of another type", withRow({ field: "order.status", op: "greater_than", value: "paid" }), /"greater_than" cannot compare order.status; allowed for order.status: equals, does_not_equal, is_one_of, is_none_of$/],
    ["choice that does not exist", withRow({ ...paid, value: "shipped" }), /"shipped" is not one of its values; allowed: pending, /],
    ["blank value", withRow({ field: "order.name", op: "contains", value: "  " }), /"contains" needs a value that is not blank/],
    ["missing value", withRow({ field: "order.name", op: "equals" }), /"equals" needs a value/],
    ["blank in a list", withRow({ field: "order.tags", op: "is_one_of", value: ["a", ""] }), /needs a value that is not blank/],
    ["list for one value", withRow({ field: "order.name", op: "equals", value: ["a", "b"] }), /takes one value, not a list; for a list use "is_one_of"/],
    ["value where none is taken", withRow({ field: "order.test", op: "is_yes", value: true }), /"is_yes" takes no value/],
    ["range of one", withRow({ field: "order.total", op: "between", value: [1] }), /two values: \[from, to\]/],
    ["number that is none", withRow({ field: "order.total", op: "at_least", value: "1,000" }), /"1,000" is not a number such as 100 or 99.50/],
    ["day that is none", withRow({ field: "order.createdDate", op: "before", value: "2026-02-30" }), /2026-02-30 is not a day of the calendar/],
    ["* that can never hold", withRow({ field: "line.sku", op: "does_not_equal", value: "*" }), /use "is_empty"/],
    ["every on an order field", withRow({ ...paid, every: true }), /"every" is for line fields/],
    ["unknown key", withRow({ ...paid, valeu: "paid" }), /row 2: .*valeu/],
    ["unknown action", rule({ then: [{ action: "make_coffee" }] }), /, action 1: unknown action "make_coffee"; allowed: do_not_sync, .*stop_creating_invoices, /],
    ["blank result", rule({ then: [{ action: "mark_as_unpaid" }] }), /action 1: "mark_as_unpaid": value must be true/],
    ["unknown parameter", rule({ then: [{ action: "do_not_sync", forever: true }] }), /action 1: "do_not_sync": .*forever/],
    ["no action", rule({ then: [] }), /^rule 1 "Invoices later": a rule needs at least one action/],
    ["blank title", rule({ title: " " }), /a rule needs a title/],
    ["empty group", rule({ when: { any: [] } }), /a group needs at least one condition/],
    ["both all and any", rule({ when: { all: [paid], any: [paid] } }), /all/],
    ["groups too deep", rule({ when: { all: [{ any: [{ all: [paid] }] }] } }), /row 1.1: only one nested level of groups is allowed/],
    ["row in a nested group", rule({ when: { all: [{ any: [paid, { ...paid, value: "x" }] }] } }), /row 1.2: order.status: "x" is not one of/],
    ["no rule", { titel: "x" }, /^rule 1: /],
  ])("%s", (_name, wrong, sentence) => {
    expect(mistakes([wrong]).join("\n")).toMatch(sentence);
  });
});

test("every mistake of every rule is said at once", () => {
  expect(mistakes([withRow({ ...paid, value: "x" }), rule(), rule({ title: "Third", then: [{ action: "x" }] })]).map((sentence) => sentence.slice(0, 15))).toEqual(["rule 1 \"Invoice", "rule 3 \"Third\","]);
});

test("more rows than the limit are refused, nested ones counted", () => {
  const nested = { any: Array.from({ length: 40 }, () => paid) };
  expect(mistakes([rule({ when: { all: Array.from({ length: 50 }, () => paid) } })])).toEqual([]);
  expect(mistakes([rule({ when: { all: Array.from({ length: 51 }, () => paid) } })]).join()).toMatch(/at most 50 conditions/);
  expect(mistakes([rule({ when: { all: [nested, ...Array.from({ length: 11 }, () => paid)] } })]).join()).toMatch(/at most 50 conditions/);
});

test("more rules than the limit are refused, and what is no list", () => {
  expect(mistakes(Array.from({ length: 5_001 }, () => rule()))).toEqual(["a shop has at most 5000 rules"]);
  expect(mistakes({ rules: [] })).toEqual(["rules must be a list"]);
});
