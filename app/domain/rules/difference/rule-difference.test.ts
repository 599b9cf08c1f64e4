import { describe, expect, it } from "vitest";
import type { Rule } from "../rule.ts";
import { ruleDifference } from "./rule-difference.ts";

const rule = (title: string, change: Partial<Rule> = {}): Rule => ({
  title, enabled: true, when: { all: [{ field: "order.tags", op: "equals", value: change.note ?? title }] }, then: [{ action: "do_not_sync" }], ...change,
});
const told = (before: Rule[], after: Rule[]): string[] => ruleDifference(before, after).map(({ title, words }) => `${title}: ${words.join(", ")}`);

describe("ruleDifference", () => {
  it("is empty for the same list, whatever the order of keys", () => {
    const { title, enabled, when, then } = rule("A");
    expect(told([{ title, enabled, when, then }], [{ then, when, enabled, title }])).toEqual([]);
  });

  it("takes a number for the same as its text, as the engine does", () => {
    const of = (value: unknown) => rule("A", { when: { all: [{ field: "order.total", op: "at_least", value }] } });
    expect(told([of(100)], [of("100")])).toEqual([]);
    expect(told([of(100)], [of("100.5")])).toEqual(["A: changed"]);
  });

  it("tells what was added, removed, changed and switched", () => {
    const before = [rule("A"), rule("B"), rule("C"), rule("D", { enabled: false })];
    const after = [rule("A", { note: "other" }), rule("C", { enabled: false }), rule("D"), rule("E")];
    expect(told(before, after)).toEqual(["A: changed", "C: switched_off", "D: switched_on", "E: added", "B: removed"]);
  });

  it("names only the rule that was moved, not those that it passed", () => {
    expect(told([rule("A"), rule("B"), rule("C"), rule("D")], [rule("D"), rule("A"), rule("B"), rule("C")])).toEqual(["D: moved"]);
    expect(told([rule("A"), rule("B"), rule("C"), rule("D")], [rule("B"), rule("C"), rule("A"), rule("D")])).toEqual(["A: moved"]);
  });

  it("takes a rule of the same content under another name for renamed", () => {
    expect(told([rule("A"), rule("B", { note: "n" })], [rule("A"), rule("Better", { note: "n" })])).toEqual(["Better: renamed"]);
  });

  it("follows a rule whose title changed in capitals only", () => {
    expect(told([rule("PayPal", { note: "n" })], [rule("PAYPAL", { note: "n", enabled: false })])).toEqual(["PAYPAL: renamed, switched_off"]);
  });
});
