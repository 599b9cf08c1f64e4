/** One change applied to a shop's list of rules; the list that comes in is never touched. */
import { rowPhrase } from "#app/domain/rules/row-phrase.ts";
import { failure, success, type Result } from "#app/domain/result.ts";
import { RULE_LIMITS, type Rule } from "#app/domain/rules/rule.ts";
import { methodsOf, ruleParts } from "./templates.server.ts";
import type { RuleChange, RuleForm } from "./view.ts";
import { PROBLEMS } from "./words.ts";

/** A failure names the form's fields. Null: there is no such rule, or no such place to move it to. */
export function changeRules(rules: readonly Rule[], change: RuleChange): Result<Rule[], Record<string, string>> | null {
  if (change.kind === "save") return saveRule(rules, change.index, change.form);
  const rule = rules[change.index];
  if (!rule) return null;
  switch (change.kind) {
    case "switch":
      return success(rules.with(change.index, { ...rule, enabled: change.enabled }));
    case "remove":
      return success(rules.toSpliced(change.index, 1));
    case "move": {
      const neighbour = rules[change.index + change.by];
      return neighbour ? success(rules.with(change.index, neighbour).with(change.index + change.by, rule)) : null;
    }
  }
}

function saveRule(rules: readonly Rule[], index: number | null, form: RuleForm): Result<Rule[], Record<string, string>> | null {
  const parts = ruleParts(form);
  const title = form.title === "" ? titleFor(form) : form.title;
  const key = title.toLowerCase();
  // Decisions name rules by their title: two of one name could not be told apart.
  if (rules.some((rule, at) => at !== index && rule.title.toLowerCase() === key)) return failure({ title: PROBLEMS.titleTaken });
  if (index === null) return success([...rules, { title, enabled: true, ...parts }]);
  const before = rules[index];
  return before ? success(rules.with(index, { ...before, title, ...parts })) : null;
}

/** Named after what it does. */
function titleFor(form: RuleForm): string {
  const words =
    form.template === "mark_as_unpaid"
      ? `Mark as unpaid when ${rowPhrase({ field: "order.paymentMethod", op: "is_one_of", value: methodsOf(form.methods) })}`
      : `Create the invoice only when ${rowPhrase({ field: form.field, op: "is_one_of", value: form.values })}`;
  return words.slice(0, RULE_LIMITS.titleLength);
}
