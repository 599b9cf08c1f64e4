/** One change applied to a shop's list of rules; the list that comes in is never touched. */
import type { Rule } from "#app/domain/rules/rule.ts";
import type { RuleChange } from "./view.ts";

export type ListChange = Extract<RuleChange, { index: number }>;

/** Null: there is no such rule, or no such place to move it to. */
export function changeRules(rules: readonly Rule[], change: ListChange): Rule[] | null {
  const rule = rules[change.index];
  if (!rule) return null;
  switch (change.kind) {
    case "switch":
      return rules.with(change.index, { ...rule, enabled: change.enabled });
    case "remove":
      return rules.toSpliced(change.index, 1);
    case "move": {
      const to = change.index + change.by;
      return change.by !== 0 && rules[to] ? rules.toSpliced(change.index, 1).toSpliced(to, 0, rule) : null;
    }
  }
}
