import { describe, expect, it } from "vitest";
import { parsed } from "../testing/evaluate.ts";
import type { Rule } from "../rule.ts";
import { fromCell, toCell } from "./cells.ts";
import { exportJson, importJson, importRecords } from "./import-rules.ts";
import { toRecords } from "./rule-records.ts";

const RULES: Rule[] = parsed([
  { title: "Plain", when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }] },
  { title: "=HYPERLINK(1)", enabled: false, when: { all: [] }, then: [{ action: "hold_for_review" }], note: "-a note, with \"quotes\"\nand a second line" },
  { title: "Lists", when: { any: [{ field: "order.tags", op: "is_one_of", value: ["a", "b | c", "007"] }, { field: "line.sku", op: "equals", value: "1e5", every: true }] }, then: [{ action: "mark_as_unpaid", value: true }] },
  { title: "Numbers", when: { all: [{ field: "order.total", op: "between", value: [-10, "99.50"] }, { field: "order.name", op: "equals", value: 1001 }, { field: "order.name", op: "does_not_equal", value: "1001" }] }, then: [{ action: "do_not_sync" }] },
  { title: "Nested", when: { all: [{ field: "order.test", op: "is_no" }, { any: [{ field: "order.currency", op: "equals", value: "USD" }, { field: "order.currency", op: "equals", value: "EUR" }] }] }, then: [{ action: "stop_creating_invoices" }, { action: "mark_as_unpaid", value: true }] },
  { title: "Unless", unless: true, when: { any: [{ field: "order.tags", op: "contains", value: "'=x" }] }, then: [{ action: "stop_creating_invoices", value: true }] },
]);

const numbered = (records: ReturnType<typeof toRecords>["records"]) => records.map((record, index) => ({ row: index + 2, record }));

describe("rules as a table", () => {
  it("come back as they were", () => {
    expect(importRecords(numbered(toRecords(RULES).records))).toEqual({ ok: true, value: RULES });
  });

  it.each(["a", "007", "1e5", "12", "true", "yes", " spaced ", "a|b", "[x", "{}", "\"q\"", "", "-5", "'=1", "''=1", "=1", "a\nb", 12, -3.5, true, false, ["a"], ["a", "b"], ["a", 3], [1, 2], { field: "order.name" }])("keeps %j in a cell", (value) => {
    expect(fromCell(toCell(value))).toEqual(value);
  });

  it("has no more columns than its widest rule", () => {
    expect(toRecords(RULES.slice(0, 1)).columns).toEqual(["title", "enabled", "match", "field 1", "comparison 1", "value 1", "action 1", "result 1", "conditions", "note"]);
  });

  it("is imported as a whole or not at all, with everything wrong told by row", () => {
    const { records } = toRecords(RULES.slice(0, 1));
    const [good = {}] = records;
    const rows = [
      { row: 2, record: good },
      { row: 3, record: { ...good, title: "plain" } },
      { row: 4, record: { ...good, title: "No such field", "field 1": "order.colour" } },
      { row: 5, record: { ...good, title: "Half", enabled: "perhaps" } },
      { row: 6, record: { ...good, title: "", "action 1": "" } },
    ];
    const answer = importRecords(rows);
    expect(answer.ok).toBe(false);
    const told = answer.ok ? [] : answer.failure.map(({ row, sentence }) => `${String(row)}: ${sentence}`);
    expect(told[0]).toBe("3: The title “plain” is taken by row 2.");
    expect(told[1]).toMatch(/^4: .*unknown field "order.colour"/);
    expect(told[2]).toBe("5: “enabled” must be yes or no, not “perhaps”");
    expect(told.slice(3).join()).toContain("6: a rule needs a title");
    expect(told.slice(3).join()).toContain("6: a rule needs at least one action");
  });

  it("refuses the 5,001st rule in words, and takes 5,000 in under five seconds", () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ row: index + 2, record: { title: `Rule ${index}`, "field 1": "line.sku", "comparison 1": "equals", "value 1": `SKU-${index}`, "action 1": "hold_for_review" } }));
    const startedAt = performance.now();
    const taken = importRecords(many(5_000));
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(taken.ok && taken.value.length).toBe(5_000);
    expect(importRecords(many(5_001))).toEqual({ ok: false, failure: [{ row: null, sentence: "A shop has at most 5,000 rules; this would make 5,001. Nothing was imported." }] });
  });
});

describe("rules as JSON", () => {
  it("come back as they were", () => {
    expect(importJson(exportJson(RULES))).toEqual({ ok: true, value: RULES });
    expect(importJson(JSON.stringify(RULES))).toEqual({ ok: true, value: RULES });
  });

  it.each([["{", "This is not JSON."], ["{}", "There is no list of rules in this file."], ["[]", "There is no rule in this file."]])("says what is wrong with %s", (text, sentence) => {
    expect(importJson(text)).toEqual({ ok: false, failure: [{ row: null, sentence }] });
  });
});
