import { describe, expect, test } from "vitest";
import { parseRules } from "./parse-rules.ts";
import { decisionOf } from "./testing/evaluate.ts";
import { lineWith, orderShippedTo, orderWith } from "./testing/orders.ts";

const always = { all: [] };
const rule = (then: object, when: object = always, title = "r") => ({ title, when, then: [then] });
const poNumber = (value: unknown, order = orderWith()) => decisionOf([rule({ action: "set_po_number", value })], order);

describe("a result", () => {
  test("is a constant, a copy of a field, or a template, and blank fields of a template are left out", () => {
    const order = orderShippedTo("US");
    expect(poNumber("  A-1 ", order).slots.poNumber?.value).toBe("A-1");
    expect(poNumber({ copy: "order.shippingCountry" }, order).slots.poNumber?.value).toBe("US");
    expect(poNumber({ template: "{order.name}-{shipping.country}{order.note}" }, order).slots.poNumber?.value).toBe("#1001-US");
    expect(poNumber({ template: "{order.attribute:gift note}!" }, orderWith({ attributes: [{ name: "Gift Note", value: "yes" }] })).slots.poNumber?.value).toBe("yes!");
  });

  test("that is blank for an order sets nothing, and the next rule may", () => {
    const { slots, trace } = decisionOf([rule({ action: "set_po_number", value: { copy: "order.note" } }, always, "blank"), rule({ action: "set_po_number", value: "B" }, always, "next")], orderWith());
    expect(slots).toEqual({ poNumber: { rule: "next", value: "B" } });
    expect(trace.map(({ did }) => did)).toEqual([[{ slot: "poNumber", outcome: "blank", value: null }], [{ slot: "poNumber", outcome: "set", value: "B" }]]);
  });

  test("of a template without any value is blank", () => {
    expect(poNumber({ template: "PO {order.note}" }).slots).toEqual({});
  });

  test("that is too long to stand there is refused, and the trace says why", () => {
    const { slots, trace } = poNumber({ copy: "order.note" }, orderWith({ note: "x".repeat(32) }));
    expect(slots).toEqual({});
    expect(trace[0]?.did?.[0]).toMatchObject({ outcome: "refused", reason: expect.stringContaining("more than 31 characters") as unknown });
  });

  test("that came second is told as taken", () => {
    const { trace } = decisionOf([rule({ action: "set_memo", value: "a" }, always, "first"), rule({ action: "set_memo", value: "b" }, always, "second")], orderWith());
    expect(trace[1]?.did).toEqual([{ slot: "memo", outcome: "taken", value: "b", reason: "first" }]);
  });
});

describe("refused when a rule is saved:", () => {
  test.each<[string, object, RegExp]>([
    ["a blank constant", { action: "set_memo", value: "  " }, /"value" needs a value that is not blank/],
    ["a missing result", { action: "set_class" }, /"class" needs a value/],
    ["the same number for every order", { action: "set_document_number", value: "1001" }, /the same value for every order would not do/],
    ["a template without a field", { action: "set_document_number", value: { template: "1001" } }, /needs a field in braces/],
    ["a template with an unknown field", { action: "set_memo", value: { template: "{order.colour}" } }, /unknown field "order.colour"/],
    ["an open brace", { action: "set_memo", value: { template: "{order.name" } }, /not closed/],
    ["a copy of nothing", { action: "set_memo", value: { copy: "" } }, /unknown field/],
    ["an attribute without a name", { action: "set_memo", value: { copy: "order.attribute" } }, /needs the attribute name in "name"/],
    ["a line's field for the order", { action: "set_memo", value: { copy: "line.sku" } }, /belongs to a line/],
    ["a prefix that is too long", { action: "set_document_prefix", value: "12345678901" }, /at most 10 characters/],
    ["a day that is none", { action: "set_ship_date", value: "2026-02-30" }, /not a day of the calendar/],
    ["a part of a unit", { action: "multiply_quantity", by: 0.5 }, /whole number of 1 or more/],
    ["a kind that is none", { action: "use_transaction_type", type: "poem" }, /must be one of sales_order, invoice, sales_receipt/],
    ["a table without rows", { action: "rewrite_sku", method: "map", table: {} }, /method must be|at least one SKU/],
  ])("%s", (_name, then, sentence) => {
    const parsed = parseRules([rule(then)]);
    expect(parsed.ok ? "accepted" : parsed.failure.join()).toMatch(sentence);
  });
});

describe("actions on lines", () => {
  const [mug, tee, gone] = [lineWith({ id: "1", sku: "MUG", vendor: "Acme" }), lineWith({ id: "2", sku: "TEE", vendor: "Other" }), lineWith({ id: "3", sku: "OLD", vendor: "Acme", quantity: 0 })];
  const order = orderWith({ lines: [mug, tee, gone] });
  const on = (when: object, then: object = { action: "use_item", item: "X" }) => Object.keys(decisionOf([rule(then, when)], order).lineSlots);

  test("apply to the lines that match the rule's rows, those that left the order included", () => {
    expect(on({ all: [{ field: "line.vendor", op: "equals", value: "Acme" }] })).toEqual(["1", "3"]);
    expect(on({ any: [{ field: "line.sku", op: "equals", value: "TEE" }, { field: "line.sku", op: "equals", value: "OLD" }] })).toEqual(["2", "3"]);
  });

  test("apply to all lines where no row is about a line, or a row asks every line", () => {
    expect(on(always)).toEqual(["1", "2", "3"]);
    expect(on({ all: [{ field: "line.quantity", op: "at_least", value: 1, every: true }] })).toEqual(["1", "2", "3"]);
  });

  test("apply to no line that only some rows match", () => {
    expect(on({ all: [{ field: "line.sku", op: "equals", value: "MUG" }, { field: "line.vendor", op: "equals", value: "Other" }] })).toEqual([]);
  });

  test("of a rule about a line that left the order still hold for that line, and nothing else of the rule does", () => {
    const { lineSlots, slots } = decisionOf([{ title: "r", when: { all: [{ field: "line.sku", op: "equals", value: "OLD" }] }, then: [{ action: "use_item", item: "X" }, { action: "set_memo", value: "m" }] }], order);
    expect([lineSlots, slots]).toEqual([{ 3: { item: { rule: "r", value: "X" } } }, {}]);
  });

  test("keep what an earlier rule said of a line, line by line", () => {
    const { lineSlots, trace } = decisionOf([rule({ action: "use_item", item: "A" }, { all: [{ field: "line.sku", op: "equals", value: "MUG" }] }, "one"), rule({ action: "use_item", item: { template: "B {line.sku}" } }, always, "two")], order);
    expect(Object.values(lineSlots).map(({ item }) => item?.value)).toEqual(["A", "B TEE", "B OLD"]);
    expect(trace[1]?.did).toEqual([
      { slot: "item", outcome: "taken", value: "B MUG", reason: "one", lines: 1 }, { slot: "item", outcome: "set", value: "B TEE", lines: 1 }, { slot: "item", outcome: "set", value: "B OLD", lines: 1 },
    ]);
  });

  test.each<[string, object, string | undefined]>([
    ["remove_prefix", { text: "mu" }, "G"], ["remove_suffix", { text: "G" }, "MU"], ["before", { text: "U" }, "M"], ["after", { text: "U" }, "G"], ["remove_prefix", { text: "MUG" }, undefined], ["after", { text: "-" }, undefined],
  ])("rewrite SKUs: %s %o", (method, more, sku) => {
    expect(decisionOf([rule({ action: "rewrite_sku", method, ...more })], orderWith({ lines: [mug] })).lineSlots["1"]?.sku?.value).toBe(sku);
  });
});
