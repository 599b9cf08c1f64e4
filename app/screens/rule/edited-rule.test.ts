import { describe, expect, it } from "vitest";
import { ruleDifference } from "#app/domain/rules/difference/rule-difference.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { TEMPLATES } from "#app/domain/rules/templates/index.ts";
import { parsed } from "#app/domain/rules/testing/evaluate.ts";
import { fromEdited, toEdited } from "./edited-rule.server.ts";
import type { EditedRule } from "./view.ts";
import { PROBLEMS } from "./words.ts";
import { vocabulary } from "./vocabulary.server.ts";
import { withFix } from "./with-fix.ts";

const back = (rule: Rule) => fromEdited(toEdited(rule));

describe("a rule in the editor", () => {
  it.each(TEMPLATES.map(({ key, rule }) => [key, rule] as const))("comes out as it went in: %s", (_, rule) => {
    const come = back(rule);
    expect(come.ok && ruleDifference([rule], [come.value])).toEqual([]);
  });

  it("keeps groups, unless, every, names, copies, templates and tables", () => {
    const [rule] = parsed([{
      title: "Everything", unless: true, note: "n",
      when: { any: [{ field: "line.sku", op: "equals", value: "A", every: true }, { all: [{ field: "order.attribute", name: "gift", op: "is_one_of", value: ["x", "y"] }, { field: "order.total", op: "between", value: ["10", "20"] }] }] },
      then: [{ action: "set_memo", value: { template: "{order.name} x" } }, { action: "set_class", class: { copy: "order.attribute", name: "gift" } }, { action: "rewrite_sku", method: "map", table: { A: "B", "C D": "E" } }],
    }]);
    expect(rule && back(rule)).toEqual({ ok: true, value: rule });
  });

  it("says what is wrong at each place at once", () => {
    const edited: EditedRule = {
      title: "", enabled: true, note: "", unless: false, joined: "all",
      members: [
        { id: "a", field: "", name: "", op: "", values: [], every: false },
        { id: "g", joined: "any", rows: [{ id: "b", field: "order.total", name: "", op: "greater_than", values: ["much"], every: false }] },
        { id: "c", field: "order.tags", name: "", op: "equals", values: [""], every: false },
      ],
      actions: [{ id: "d", action: "set_class", results: {} }, { id: "e", action: "", results: {} }],
    };
    expect(fromEdited(edited)).toEqual({
      ok: false,
      failure: { "row:a": PROBLEMS.noField, "row:b": expect.stringContaining("not a number") as string, "row:c": PROBLEMS.blank, "action:d": PROBLEMS.blank, "action:e": PROBLEMS.noAction },
    });
  });

  it("without conditions is for every order, and without actions is none", () => {
    const edited: EditedRule = { title: "x", enabled: true, note: "", unless: false, joined: "any", members: [], actions: [{ id: "a", action: "do_not_sync", results: {} }] };
    expect(fromEdited(edited)).toMatchObject({ ok: true, value: { when: { all: [] } } });
    expect(fromEdited({ ...edited, actions: [] })).toEqual({ ok: false, failure: { "": PROBLEMS.noAction } });
  });
});

describe("the vocabulary", () => {
  const { fields, comparisons, actions } = vocabulary();

  it("gives every field a label, a group and comparisons that are known", () => {
    const known = new Set(comparisons.map(({ key }) => key));
    expect(fields.filter(({ label, group, comparisons: own }) => label === "" || group === "" || own.length === 0 || own.some((key) => !known.has(key)))).toEqual([]);
    expect(fields.length).toBeGreaterThan(40);
  });

  it("gives every action a label, a group and parameters that can be drawn", () => {
    const odd = actions.filter(({ label, group, parameters }) => label === "" || group === "" || parameters.some(({ sources, kind, choices }) => sources.length === 0 || (kind === "choice" && choices.length === 0)));
    expect(odd).toEqual([]);
    expect(actions.length).toBeGreaterThan(30);
  });
});

describe("making an order match", () => {
  const row = (op: string, values: string[]) => ({ id: "r", field: "order.tags", name: "", op, values, every: false });
  it.each<[string, string[], string, string, string[]]>([
    ["equals", ["a"], "b", "is_one_of", ["a", "b"]], ["is_one_of", ["a"], "b", "is_one_of", ["a", "b"]], ["is_none_of", ["a", "B"], "b", "is_none_of", ["a"]],
    ["does_not_equal", ["b"], "b", "is_not_empty", []], ["greater_than", ["100"], "80", "at_least", ["80"]], ["at_most", ["10"], "80", "at_most", ["80"]], ["is_yes", [], "no", "is_no", []], ["matches", ["x*"], "b", "matches", ["x*"]],
  ])("turns %s %j with %s into %s %j", (op, values, actual, newOp, newValues) => {
    expect(withFix([row(op, values)], "r", actual)).toEqual([row(newOp, newValues)]);
    expect(withFix([{ id: "g", joined: "any", rows: [row(op, values)] }], "r", actual)).toEqual([{ id: "g", joined: "any", rows: [row(newOp, newValues)] }]);
  });
});
