import { describe, expect, it } from "vitest";
import { ruleDifference } from "#app/domain/rules/difference/rule-difference.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { TEMPLATES } from "#app/domain/rules/templates/index.ts";
import { parsed } from "#app/domain/rules/testing/evaluate.ts";
import { applyFix } from "./apply-fix.ts";
import { fromEdited, toEdited } from "./edited-rule.server.ts";
import { sentenceView } from "./sentence-view.server.ts";
import type { EditedRule } from "./view.ts";
import { PROBLEMS } from "./words.ts";
import { vocabulary } from "./vocabulary.server.ts";

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
      failure: { "row:a": PROBLEMS.noField, "row:b": '"much" is not a number such as 100 or 99.50', "row:c": PROBLEMS.blank, "action:d": PROBLEMS.blank, "action:e": PROBLEMS.noAction },
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
  const row = (id: string, op = "contains") => ({ id, field: "order.name", name: "", op, values: ["x"], every: false });
  const { id: _none, ...added } = row("new", "equals");
  const ids = () => "new";

  it("puts the new condition in the old one's place, in groups too", () => {
    const conditions = { joined: "all" as const, members: [row("a"), { id: "g", joined: "all" as const, rows: [row("b"), row("c")] }] };
    expect(applyFix(conditions, "c", { how: "instead", row: added }, ids)).toEqual({ joined: "all", members: [row("a"), { id: "g", joined: "all", rows: [row("b"), row("c", "equals")] }] });
  });

  it.each<[string, Parameters<typeof applyFix>[0], ReturnType<typeof applyFix>]>([
    ["alone", { joined: "all", members: [row("a")] }, { joined: "any", members: [row("a"), row("new", "equals")] }],
    ["one of several, of which one is enough", { joined: "any", members: [row("a"), row("b")] }, { joined: "any", members: [row("a"), row("new", "equals"), row("b")] }],
    ["one of several that all must hold", { joined: "all", members: [row("a"), row("b")] }, { joined: "all", members: [{ id: "new", joined: "any", rows: [row("a"), row("new", "equals")] }, row("b")] }],
    ["alone in a group", { joined: "all", members: [row("b"), { id: "g", joined: "all", rows: [row("a")] }] }, { joined: "all", members: [row("b"), { id: "g", joined: "any", rows: [row("a"), row("new", "equals")] }] }],
    ["in a group that must hold as a whole", { joined: "any", members: [{ id: "g", joined: "all", rows: [row("a"), row("b")] }] }, null],
  ])("lets another condition be enough beside one that stands %s", (_, conditions, result) => {
    expect(applyFix(conditions, "a", { how: "besides", row: added }, ids)).toEqual(result);
  });
});

describe("the sentence of a rule that is edited", () => {
  it("knows each of its words by the row, group or action it stands for", () => {
    const [rule] = parsed([{ title: "x", when: { all: [{ field: "order.test", op: "is_no" }, { any: [{ field: "order.tags", op: "equals", value: "a" }, { field: "order.total", op: "at_least", value: 5 }] }] }, then: [{ action: "set_class", class: "Web" }] }]);
    if (!rule) throw new Error("no rule");
    const edited = toEdited(rule);
    const [test, group] = edited.members;
    if (!test || !group || !("rows" in group)) throw new Error("no group");
    const [tag, total] = group.rows;
    expect(sentenceView(edited).flatMap(({ words, place }) => (place === null ? [] : [[words, place]]))).toEqual([
      ["When", { of: "how" }], ["the order", { of: "field", id: test.id }], ["is not a test order", { of: "comparison", id: test.id }], ["and", { of: "joined", id: null }],
      ["an order tag", { of: "field", id: tag?.id }], ["is", { of: "comparison", id: tag?.id }], ["a", { of: "value", id: tag?.id }], ["or", { of: "joined", id: group.id }],
      ["order total", { of: "field", id: total?.id }], ["is at least", { of: "comparison", id: total?.id }], ["5", { of: "value", id: total?.id }],
      ["use class", { of: "action", id: edited.actions[0]?.id }], ["Web", { of: "result", id: edited.actions[0]?.id, parameter: "class" }],
    ]);
  });
});
