import { describe, expect, it } from "vitest";
import { parsed } from "#app/domain/rules/testing/evaluate.ts";
import { parseRulesCsv, rulesCsv } from "./csv.server.ts";

const RULES = parsed([
  { title: "=cmd()", when: { all: [{ field: "order.tags", op: "is_one_of", value: ["@a", "b"] }] }, then: [{ action: "set_class", class: "+Web" }], note: "-x, \"y\"\nz" },
  { title: "'=quoted", enabled: false, unless: true, when: { any: [{ field: "order.total", op: "at_least", value: -5 }, { all: [{ field: "order.test", op: "is_yes" }] }] }, then: [{ action: "hold_for_review" }] },
]);

describe("rules as CSV", () => {
  it("come back as they were", () => {
    expect(parseRulesCsv(rulesCsv(RULES))).toEqual({ ok: true, value: RULES });
  });

  it("hold no cell that a spreadsheet would calculate", () => {
    const cells = [...rulesCsv(RULES).matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = ""]) => cell);
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  });

  it("may be written by hand, with semicolons and in any order of columns", () => {
    const read = parseRulesCsv("Title;Action 1;Field 1;Comparison 1;Value 1\nOne;do_not_sync;order.tags;is_one_of;a | b\n");
    expect(read).toEqual({ ok: true, value: parsed([{ title: "One", when: { all: [{ field: "order.tags", op: "is_one_of", value: ["a", "b"] }] }, then: [{ action: "do_not_sync" }] }]) });
  });

  it("are refused with the line of the file", () => {
    const read = parseRulesCsv("title,action 1\nGood,do_not_sync\n\nBad,no_such_action\n");
    expect(read).toMatchObject({ ok: false, failure: [{ row: 4, sentence: expect.stringContaining("no_such_action") as string }] });
  });

  it.each([["", /first line/], ["nonsense", /first line/], ["title,action 1\n\"open", /no table/]])("of %j say what is wrong", (text, sentence) => {
    const read = parseRulesCsv(text);
    expect(read.ok ? "" : read.failure[0]?.sentence).toMatch(sentence);
  });

  it("of five thousand rows are read in under five seconds", () => {
    const text = `title,field 1,comparison 1,value 1,action 1,result 1\n${Array.from({ length: 5_000 }, (_, index) => `R${index},line.sku,equals,SKU-${index},use_item,"{""item"":""Item ${index}""}"`).join("\n")}`;
    const startedAt = performance.now();
    const read = parseRulesCsv(text);
    console.log(`CSV of 5,000 rows: ${Math.round(performance.now() - startedAt)} ms`);
    expect(read.ok && read.value.length).toBe(5_000);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
