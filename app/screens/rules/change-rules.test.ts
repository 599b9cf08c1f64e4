import { describe, expect, it } from "vitest";
import type { Rule } from "#app/domain/rules/rule.ts";
import { presetFor } from "#app/domain/settings/presets.ts";
import { changeRules, type ListChange } from "./change-rules.server.ts";
import { rulesSubmissionSchema } from "./schema.server.ts";

const SHIPPED: Rule = presetFor({ invoice: "when_shipped", payments: "tieout", supplier: "no" }).rules[0] ?? { title: "", enabled: false, when: { all: [] }, then: [] };
const UNPAID: Rule = { title: "PayPal", enabled: true, when: { all: [{ field: "order.paymentMethod", op: "equals", value: "PayPal" }] }, then: [{ action: "mark_as_unpaid", value: true }] };
const THIRD: Rule = { ...UNPAID, title: "Third" };
const RULES = [SHIPPED, UNPAID, THIRD];

const titles = (change: ListChange) => changeRules(RULES, change)?.map(({ title }) => title) ?? null;

describe("changeRules", () => {
  it("switches and deletes one rule and leaves the others alone", () => {
    expect(changeRules(RULES, { kind: "switch", index: 0, enabled: false })).toEqual([{ ...SHIPPED, enabled: false }, UNPAID, THIRD]);
    expect(changeRules(RULES, { kind: "remove", index: 0 })).toEqual([UNPAID, THIRD]);
    expect(RULES).toHaveLength(3);
  });

  it("moves a rule up or down by one place, and over several as when it is dragged", () => {
    expect(titles({ kind: "move", index: 1, by: -1 })).toEqual(["PayPal", SHIPPED.title, "Third"]);
    expect(titles({ kind: "move", index: 0, by: 2 })).toEqual(["PayPal", "Third", SHIPPED.title]);
    expect(titles({ kind: "move", index: 2, by: -2 })).toEqual(["Third", SHIPPED.title, "PayPal"]);
  });

  it("changes nothing where there is no such rule or no such place", () => {
    expect(changeRules(RULES, { kind: "switch", index: 3, enabled: true })).toBeNull();
    expect(changeRules(RULES, { kind: "move", index: 0, by: -1 })).toBeNull();
    expect(changeRules(RULES, { kind: "move", index: 0, by: 3 })).toBeNull();
    expect(changeRules(RULES, { kind: "move", index: 0, by: 0 })).toBeNull();
  });
});

describe("a submission of the rules page", () => {
  it.each<[unknown, boolean]>([
    [{ revision: 1, change: { kind: "switch", index: 0, enabled: true } }, true],
    [{ revision: 1, change: { kind: "publish", unsentToo: false, accepted: false } }, true],
    [{ revision: 1, change: { kind: "discard" } }, true],
    [{ revision: 1, change: { kind: "switch", index: 0.5, enabled: true } }, false],
    [{ revision: -1, change: { kind: "discard" } }, false],
    [{ revision: 1, change: { kind: "publish" } }, false],
    [{ revision: 1, change: { kind: "drop", index: 0 } }, false],
  ])("%j is taken: %s", (submission, taken) => {
    expect(rulesSubmissionSchema.safeParse(submission).success).toBe(taken);
  });
});
