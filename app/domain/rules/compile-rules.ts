/** Rules made ready once, so that asking a thousand of them about an order costs comparisons only. */
import type { Effect } from "./actions/action.ts";
import { ACTION_BY_KEY } from "./actions/index.ts";
import { compileRow, type CompiledRow } from "./compile-row.ts";
import type { Group, Row, Rule, RuleAction } from "./rule.ts";

export type Condition = { kind: "row"; row: CompiledRow } | { kind: "all" | "any"; members: readonly Condition[] };

export type CompiledRule = { title: string; enabled: boolean; unless: boolean; condition: Condition; effects: readonly Effect[]; /** It may concern lines that are in no condition of the order any more. */ setsLines: boolean };
export type CompiledRules = readonly CompiledRule[];

/** Takes rules that `parseRules` accepted; throws on any other, which is a defect and no input error. */
export function compileRules(rules: readonly Rule[]): CompiledRules {
  return rules.map(({ title, enabled, unless = false, when, then }) => {
    const effects = then.map((action) => effectOf(action, title));
    return { title, enabled, unless, condition: compileCondition(when, title), effects, setsLines: effects.some((effect) => "setsOnLines" in effect) };
  });
}

function compileCondition(condition: Row | Group, title: string): Condition {
  if ("all" in condition) return { kind: "all", members: condition.all.map((member) => compileCondition(member, title)) };
  if ("any" in condition) return { kind: "any", members: condition.any.map((member) => compileCondition(member, title)) };
  const row = compileRow(condition);
  if (!row.ok) throw new TypeError(`rule "${title}" was never parsed: ${row.failure}`);
  return { kind: "row", row: row.value };
}

function effectOf({ action: key, ...params }: RuleAction, title: string): Effect {
  const action = ACTION_BY_KEY.get(key);
  if (!action) throw new TypeError(`rule "${title}" was never parsed: unknown action "${key}"`);
  return action.effect(params);
}
