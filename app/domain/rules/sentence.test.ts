import { describe, expect, it } from "vitest";
import { ACTIONS } from "./actions/index.ts";
import { FIELDS } from "./fields/index.ts";
import { OPERATORS, operatorsFor } from "./operators/index.ts";
import { parseRules } from "./parse-rules.ts";
import type { Group, Row } from "./rule.ts";
import { ruleSentence, ruleSentenceParts } from "./sentence.ts";
import { FIELD_EXAMPLES } from "./testing/examples.ts";

const INVOICES = [{ action: "stop_creating_invoices" }];
const condition = (row: Row): string => ruleSentence({ when: { all: [row] }, then: INVOICES }).replace(/^When (.*) → create no invoice$/, "$1");

describe("ruleSentence", () => {
  it("says the two first rules as people say them", () => {
    expect(ruleSentence({ when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: INVOICES })).toBe(
      "When order status is not fulfilled → create no invoice",
    );
    expect(ruleSentence({ when: { all: [{ field: "order.paymentMethod", op: "equals", value: "PayPal" }] }, then: [{ action: "mark_as_unpaid", value: true }] })).toBe(
      "When payment method is PayPal → record no payment (Shopify is not changed)",
    );
  });

  it.each<[Row, string]>([
    [{ field: "order.status", op: "is_one_of", value: ["partially_paid", "paid"] }, "order status is partially paid or paid"],
    [{ field: "order.financialStatus", op: "is_none_of", value: ["paid", "authorized"] }, "financial status is neither paid nor authorized"],
    [{ field: "order.financialStatus", op: "is_none_of", value: ["paid"] }, "financial status is not paid"],
    [{ field: "order.total", op: "at_least", value: 100 }, "order total is at least 100"],
    [{ field: "order.total", op: "greater_than", value: "99.50" }, "order total is more than 99.50"],
    [{ field: "order.total", op: "between", value: [10, 20] }, "order total is between 10 and 20"],
    [{ field: "order.createdDate", op: "before", value: "2026-11-02" }, "created date is before 2026-11-02"],
    [{ field: "order.name", op: "matches", value: "#1*" }, "order name matches “#1*”"],
    [{ field: "order.shippingCountry", op: "is_empty" }, "shipping country is empty"],
    [{ field: "order.paymentMethod", op: "equals", value: " * " }, "payment method has any value"],
    [{ field: "order.tags", op: "equals", value: "wholesale" }, "an order tag is wholesale"],
    [{ field: "order.tags", op: "is_none_of", value: ["b2b", "wholesale"] }, "no order tag is b2b or wholesale"],
    [{ field: "order.discountCodes", op: "does_not_contain", value: "VIP" }, "no discount code contains “VIP”"],
    [{ field: "order.discountCodes", op: "is_empty" }, "there is no discount code"],
    [{ field: "order.tags", op: "is_not_empty" }, "there is an order tag"],
    [{ field: "order.test", op: "is_yes" }, "the order is a test order"],
    [{ field: "order.test", op: "does_not_equal", value: "yes" }, "the order is not a test order"],
    [{ field: "line.giftCard", op: "is_no", every: true }, "every line is not a gift card"],
    [{ field: "line.sku", op: "starts_with", value: "TEE-" }, "a line's SKU starts with “TEE-”"],
    [{ field: "line.quantity", op: "at_most", value: 2, every: true }, "every line's quantity is at most 2"],
  ])("%j", (row, words) => {
    expect(condition(row)).toBe(words);
  });

  it("joins rows, nested groups and several actions", () => {
    const paypal: Row = { field: "order.paymentMethod", op: "equals", value: "PayPal" };
    const big: Row = { field: "order.total", op: "greater_than", value: 500 };
    const test: Row = { field: "order.test", op: "is_yes" };
    const then = [{ action: "hold_for_review" }, { action: "stop_creating_sales_orders" }];
    expect(ruleSentence({ when: { all: [test, { any: [paypal, big] }] }, then })).toBe(
      "When the order is a test order and (payment method is PayPal or order total is more than 500) → hold the order for review, and create no sales order",
    );
    expect(ruleSentence({ when: { any: [paypal, { all: [big] }] }, then: INVOICES })).toBe("When payment method is PayPal or order total is more than 500 → create no invoice");
  });

  it("says so when a rule is for every order", () => {
    expect(ruleSentence({ when: { all: [] }, then: [{ action: "do_not_sync" }] })).toBe("For every order → do not sync the order");
  });

  it("has words for every field with every comparison it allows, and never shows a key or a blank", () => {
    for (const field of FIELDS) {
      for (const { op, value } of FIELD_EXAMPLES[field.key]?.cases ?? []) {
        const when: Group = { all: [{ field: field.key, ...(field.parameter ? { name: "gift" } : {}), op, ...(value === undefined ? {} : { value }) }] };
        expect(parseRules([{ title: "x", when, then: INVOICES }]).ok, `${field.key} ${op}`).toBe(true);
        const words = ruleSentence({ when, then: INVOICES });
        expect(words, `${field.key} ${op}`).not.toMatch(/order\.|line\.|undefined|_| {2}|“”|\[object/);
        expect(words.endsWith(" → create no invoice")).toBe(true);
      }
      expect(FIELD_EXAMPLES[field.key]?.cases.length).toBe(operatorsFor(field.type).length);
    }
    expect(OPERATORS.length).toBeGreaterThan(0);
  });

  it("has words for every action, filled with its results", () => {
    for (const { key, parameters } of ACTIONS) {
      const params = Object.fromEntries(parameters.map(({ name, choices }) => [name, choices[0]?.value ?? "Given"]));
      const words = ruleSentence({ when: { all: [] }, then: [{ action: key, ...params }] });
      expect(words, key).not.toMatch(/_| {2}|“”|[{}]|undefined|\[object/);
      for (const { name, kind } of parameters) if (kind !== "flag" && kind !== "table" && kind !== "choice") expect(words, `${key} ${name}`).toContain("Given");
    }
  });

  it("tells where a result comes from", () => {
    const then = [{ action: "set_po_number", value: { copy: "order.attribute", name: "po" } }, { action: "use_item", item: { template: "{line.sku}-X" } }, { action: "drop_ship" }];
    expect(ruleSentence({ when: { all: [{ field: "line.vendor", op: "equals", value: "Acme" }] }, unless: true, then })).toBe(
      "Unless a line's vendor is Acme → use PO number the attribute “po”, and use item {line.sku}-X for those lines, and have the item's vendor ship those lines",
    );
  });

  it("shows a rule from a newer version by its keys instead of failing", () => {
    expect(ruleSentence({ when: { all: [{ field: "order.moon", op: "rises" }] }, then: [{ action: "set_moon" }] })).toBe("When order.moon rises → set_moon");
  });
});

describe("the parts of a sentence", () => {
  const told = (rule: Parameters<typeof ruleSentenceParts>[0]) => ruleSentenceParts(rule).flatMap(({ words, place }) => (place === null ? [] : [[words, Object.values(place).join(" ")]]));

  it("name what each of the words stands for", () => {
    const when: Group = { all: [{ field: "order.test", op: "is_no" }, { any: [{ field: "order.paymentMethod", op: "is_one_of", value: ["PayPal", "Klarna"] }, { field: "line.sku", op: "contains", value: "TEE" }] }, { field: "order.total", op: "between", value: [1, 2] }] };
    expect(told({ when, unless: true, then: [{ action: "set_class_on_lines", class: "Web" }, { action: "hold_for_review" }] })).toEqual([
      ["Unless", "how"], ["the order", "field 0"], ["is not a test order", "comparison 0"], ["and", "joined "],
      ["payment method", "field 1"], ["is", "comparison 1"], ["PayPal or Klarna", "value 1"], ["or", "joined 0"], ["a line's SKU", "field 2"], ["contains", "comparison 2"], ["“TEE”", "value 2"], ["and", "joined "],
      ["order total", "field 3"], ["is between", "comparison 3"], ["1 and 2", "value 3"],
      ["use class", "action 0"], ["Web", "result 0 class"], ["for", "action 0"], ["hold the order for review", "action 1"],
    ]);
  });

  it("are there while a rule is made, with a place for what is not chosen yet", () => {
    const rows: Row[] = [{ field: "", op: "" }, { field: "order.paymentMethod", op: "equals", value: "" }, { field: "order.name", op: "contains", value: " " }, { field: "order.total", op: "between", value: [] }, { field: "order.tags", op: "is_one_of", value: [] }];
    const sentence = { when: { all: rows }, then: [{ action: "" }, { action: "set_class", class: "" }, { action: "set_memo", value: { copy: "" } }] };
    expect(ruleSentence(sentence)).toBe("When choose a field and payment method is … and order name contains … and order total is between … and … and an order tag is … → choose what happens, and use class …, and write the memo “…”");
    expect(told(sentence)).toContainEqual(["…", "result 1 class"]);
    expect(ruleSentence({ when: { all: [] }, then: [] })).toBe("For every order → choose what happens");
  });
});
