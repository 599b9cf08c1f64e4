import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileRules } from "./compile-rules.ts";
import { evaluateRules } from "./evaluate.ts";
import { FIELD_EXAMPLES } from "./testing/examples.ts";
import { decisionOf, parsed } from "./testing/evaluate.ts";
import { orderWith } from "./testing/orders.ts";

const paid = { field: "order.status", op: "equals", value: "paid" };
const fulfilled = { field: "order.status", op: "equals", value: "fulfilled" };
const rule = (title: string, row: object, action: object, more: object = {}) => ({ title, when: { all: [row] }, then: [action], ...more });
const stopInvoices = { action: "stop_creating_invoices" };
const skip = { action: "do_not_sync" };

describe("a list of rules", () => {
  test("without any says: sync, nothing set", () => {
    expect(decisionOf([], orderWith())).toEqual({ treatment: { kind: "sync" }, slots: {}, lineSlots: {}, trace: [] });
  });

  test("lets the first rule that sets a slot keep it", () => {
    const { slots } = decisionOf([rule("first", paid, stopInvoices), rule("second", paid, stopInvoices)], orderWith());
    expect(slots).toEqual({ stopInvoices: { rule: "first", value: "yes" } });
  });

  test("sets each slot by its own rule, several actions of one rule together", () => {
    const rules = [
      { title: "both", when: { any: [fulfilled, paid] }, then: [stopInvoices, { action: "stop_creating_sales_orders", value: true }] },
      rule("unpaid", paid, { action: "mark_as_unpaid", value: true }),
    ];
    expect(decisionOf(rules, orderWith()).slots).toEqual({ stopInvoices: { rule: "both", value: "yes" }, stopSalesOrders: { rule: "both", value: "yes" }, markAsUnpaid: { rule: "unpaid", value: "yes" } });
  });

  test.each([["do_not_sync", "skip"], ["hold_for_review", "hold"]])("ends at %s", (action, kind) => {
    const decision = decisionOf([rule("end", paid, { action }), rule("later", paid, stopInvoices)], orderWith());
    expect(decision.treatment).toEqual({ kind, rule: "end" });
    expect(decision.slots).toEqual({});
    expect(decision.trace.map(({ outcome }) => outcome)).toEqual(["matched", "not_reached"]);
  });

  test("of which one says all of nothing applies it to every order", () => {
    expect(decisionOf([{ title: "always", when: { all: [] }, then: [skip] }], orderWith()).treatment.kind).toBe("skip");
  });
});

describe("the trace", () => {
  test("names the first condition that failed, with the order's value", () => {
    const [trace] = decisionOf([{ title: "r", when: { all: [paid, fulfilled, { field: "line.sku", op: "is_empty" }] }, then: [skip] }], orderWith()).trace;
    expect(trace).toEqual({ title: "r", enabled: true, outcome: "not_matched", failed: { ...fulfilled, actual: "paid" } });
  });

  test("names the first row of a group in which none holds", () => {
    const rules = [{ title: "r", when: { all: [paid, { any: [fulfilled, { field: "order.total", op: "greater_than", value: 100 }] }] }, then: [skip] }];
    expect(decisionOf(rules, orderWith()).trace[0]?.failed?.field).toBe("order.status");
  });

  test("says no value where there is none, and amounts with their currency", () => {
    const rules = [rule("po", { field: "order.shippingCountry", op: "equals", value: "US" }, skip), rule("big", { field: "order.total", op: "at_least", value: 100 }, skip)];
    expect(decisionOf(rules, orderWith()).trace.map(({ failed }) => failed?.actual)).toEqual(["no value", "20.00 USD"]);
  });

  test("shows a disabled rule as disabled", () => {
    expect(decisionOf([rule("off", paid, skip, { enabled: false })], orderWith()).trace).toEqual([{ title: "off", enabled: false, outcome: "disabled" }]);
  });
});

describe("laws", () => {
  const rows = Object.entries(FIELD_EXAMPLES).flatMap(([field, { cases, name }]) => cases.map(({ op, value }) => ({ field, ...(name === undefined ? {} : { name }), op, ...(value === undefined ? {} : { value }) })));
  const orders = Object.values(FIELD_EXAMPLES).flatMap(({ cases }) => cases.flatMap(({ matching, other }) => [matching, other]));
  const actions = [stopInvoices, { action: "stop_creating_sales_orders" }, { action: "mark_as_unpaid", value: true }, skip, { action: "hold_for_review" }];
  const row = fc.constantFrom(...rows);
  const group = fc.oneof(fc.record({ all: fc.array(row, { minLength: 1, maxLength: 4 }) }), fc.record({ any: fc.array(row, { minLength: 1, maxLength: 4 }) }));
  const when = fc.oneof(group, fc.record({ all: fc.array(fc.oneof(row, group), { minLength: 1, maxLength: 3 }) }));
  const anyRule = fc.record({ title: fc.stringMatching(/^[a-z]{1,8}$/), enabled: fc.boolean(), when, then: fc.array(fc.constantFrom(...actions), { minLength: 1, maxLength: 3 }) });
  const anyRules = fc.array(anyRule, { maxLength: 8 });
  const anyOrder = fc.constantFrom(...orders);
  const outcome = (json: unknown, order: (typeof orders)[number]) => {
    const { treatment, slots, lineSlots } = decisionOf(json, order);
    return { treatment, slots, lineSlots };
  };

  test("a disabled rule is as good as absent", () => {
    fc.assert(fc.property(anyRules, anyOrder, (rules, order) => {
      expect(outcome(rules, order)).toEqual(outcome(rules.filter(({ enabled }) => enabled), order));
    }));
  });

  test("a rule that does not match changes nothing", () => {
    fc.assert(fc.property(anyRules, anyOrder, (rules, order) => {
      const matched = decisionOf(rules, order).trace.map((trace) => trace.outcome === "matched");
      expect(outcome(rules, order)).toEqual(outcome(rules.filter((_, index) => matched[index]), order));
    }));
  });

  const STRONG = ["set_class", "set_memo", "set_customer", "set_deposit_account"] as const;
  const setting = fc.record({ action: fc.constantFrom(...STRONG), index: fc.nat(3) });
  const oneOf = (action: string, index: number) => ({ action, ...(action === "set_class" ? { class: `c${index}` } : action === "set_memo" ? { value: `m${index}` } : action === "set_customer" ? { customer: `k${index}` } : { account: `a${index}` }) });

  test("reordering rules that set different things changes nothing", () => {
    const independent = fc.uniqueArray(setting, { selector: ({ action }) => action, minLength: 2, maxLength: 4 }).chain((settings) =>
      fc.tuple(fc.constant(settings), fc.array(when, { minLength: settings.length, maxLength: settings.length }), fc.shuffledSubarray(settings.map((_, index) => index), { minLength: settings.length })));
    fc.assert(fc.property(independent, anyOrder, ([settings, conditions, shuffled], order) => {
      const rules = settings.map(({ action, index }, at) => ({ title: `r${at}`, when: conditions[at], then: [oneOf(action, index)] }));
      expect(outcome(shuffled.map((at) => rules[at]), order)).toEqual(outcome(rules, order));
    }));
  });

  test("every slot that is set is told by the trace of the rule that set it, with its value, and by no other", () => {
    const lineAction = fc.constantFrom({ action: "use_item", item: { copy: "line.vendor" } }, { action: "set_description", value: "given" }, { action: "set_po_number", value: { copy: "order.note" } }, { action: "set_class", class: "Retail" });
    const rules = fc.array(fc.record({ title: fc.stringMatching(/^[a-z]{1,8}$/), enabled: fc.boolean(), unless: fc.boolean(), when, then: fc.array(lineAction, { minLength: 1, maxLength: 3 }) }), { maxLength: 8 });
    fc.assert(fc.property(rules, anyOrder, (json, order) => {
      const { slots, lineSlots, trace } = decisionOf(json.map((each, index) => ({ ...each, title: `${each.title}${index}` })), order);
      const told = trace.flatMap(({ title, did = [] }) => did.filter((each) => each.outcome === "set").map(({ slot, value, lines }) => [title, slot, value, lines ?? 1].join("|"))).toSorted();
      const all = [...Object.entries(slots), ...Object.values(lineSlots).flatMap((each) => Object.entries(each))];
      const counted = new Map<string, number>();
      for (const [slot, set] of all) if (set) counted.set(`${set.rule}|${slot}|${set.value}`, (counted.get(`${set.rule}|${slot}|${set.value}`) ?? 0) + 1);
      expect(told).toEqual([...counted].map(([key, lines]) => `${key}|${lines}`).toSorted());
    }));
  });

  test("unless turns a rule round", () => {
    fc.assert(fc.property(when, anyOrder, (condition, order) => {
      const treatment = (unless: boolean) => decisionOf([{ title: "r", when: condition, unless, then: [skip] }], order).treatment.kind;
      expect(new Set([treatment(true), treatment(false)])).toEqual(new Set(["skip", "sync"]));
    }));
  });

  test("every rule has one trace, and a failed condition exactly where it did not match", () => {
    fc.assert(fc.property(anyRules, anyOrder, (rules, order) => {
      const { trace } = decisionOf(rules, order);
      expect(trace.map(({ title }) => title)).toEqual(rules.map(({ title }) => title));
      expect(trace.every((entry) => (entry.failed !== undefined) === (entry.outcome === "not_matched"))).toBe(true);
    }));
  });
});

test("a thousand rules are asked about one order in under 5 ms", () => {
  const rows = Object.entries(FIELD_EXAMPLES).flatMap(([field, { cases, name }]) => cases.map(({ op, value }) => ({ field, ...(name === undefined ? {} : { name }), op, value })));
  const json = Array.from({ length: 1_000 }, (_, index) => ({
    title: `rule ${index}`,
    when: { all: [{ field: "order.status", op: "is_one_of", value: ["paid", "fulfilled"] }, { any: [0, 1, 2].map((step) => rows[(index * 3 + step) % rows.length]) }] },
    then: [stopInvoices],
  }));
  const rules = compileRules(parsed(json));
  const order = orderWith();
  // The best of many: what the work takes, however busy the machine is with other tests.
  const durationsMs = Array.from({ length: 300 }, () => {
    const startedMs = performance.now();
    evaluateRules({ rules, order, timeZone: "America/New_York" });
    return performance.now() - startedMs;
  });
  expect(Math.min(...durationsMs)).toBeLessThan(5);
});
