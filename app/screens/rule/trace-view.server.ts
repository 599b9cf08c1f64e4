/** One order against the rule as it stands in its list, step by step. */
import type { BackTest } from "#app/domain/back-test/back-test.ts";
import { explainRule, type Step, testedOrder } from "#app/domain/back-test/try-rule.ts";
import { ACTION_BY_KEY } from "#app/domain/rules/actions/index.ts";
import { NO_VALUE } from "#app/domain/rules/fields/field.ts";
import { FIELD_BY_KEY } from "#app/domain/rules/fields/index.ts";
import { rowPhrase } from "#app/domain/rules/row-phrase.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { orderPath } from "../order-path.server.ts";
import { rowsOf } from "./edited-rule.server.ts";
import type { EditedRule, TraceView } from "./view.ts";
import { TRACE } from "./words.ts";

export type TraceAsk = { edited: EditedRule; rule: Rule; rules: readonly Rule[]; at: number; backTest: BackTest; name: string };

export const isKnown = (backTest: BackTest, name: string): boolean => testedOrder(backTest, name) !== undefined;

export function traceView({ edited, rule, rules, at, backTest, name }: TraceAsk): TraceView | "unknown" {
  const explained = explainRule(backTest, rule, name);
  if (explained === null) return "unknown";
  const { order, matches, steps } = explained;
  const decision = backTest.decide(order, rules);
  const traced = decision.trace[at];
  const ids = rowsOf(edited).map(({ id }) => id);
  return {
    order: order.name, url: orderPath(order.id), matches, verdict: verdictOf(traced?.outcome, matches, decision.treatment, order.name),
    steps: steps.map((step, index) => ({ row: ids[index] ?? "", words: rowPhrase(step.row), holds: step.holds, actual: step.actual, fix: rule.unless === true || step.holds ? null : fixOf(step) })),
    effects: (traced?.did ?? []).map((did) => TRACE.did[did.outcome](labelOf(rule, did.slot), did.value ?? "", did.reason ?? "")),
  };
}

function verdictOf(outcome: string | undefined, matches: boolean, treatment: { kind: string; sentence?: string }, name: string): string {
  if (outcome === undefined) return TRACE.keptOut(name, treatment.sentence ?? "");
  if (outcome === "not_reached") return TRACE.notReached(name, treatment.sentence ?? "");
  return matches ? TRACE.matches(name) : TRACE.doesNotMatch(name);
}

/** A slot is told by the label of the action that sets it. */
function labelOf(rule: Rule, slot: string): string {
  const action = rule.then.map(({ action: key, ...params }) => ({ known: ACTION_BY_KEY.get(key), params })).find(({ known, params }) => {
    const effect = known?.effect(params);
    return effect !== undefined && (("sets" in effect && effect.sets === slot) || ("setsOnLines" in effect && effect.setsOnLines === slot));
  });
  return action?.known?.label ?? slot;
}

const FIXABLE = new Set(["equals", "is_one_of", "is_none_of", "does_not_equal", "greater_than", "at_least", "less_than", "at_most", "is_yes", "is_no"]);

/** The order's value as it would be written into the condition. */
function fixOf({ row, actual }: Step): string | null {
  if (!FIXABLE.has(row.op) || actual === NO_VALUE || actual === "") return null;
  const type = FIELD_BY_KEY.get(row.field)?.type;
  if (type === "set" || FIELD_BY_KEY.get(row.field)?.level === "line") return actual.split(", ")[0] ?? null;
  return type === "money" ? (actual.split(" ")[0] ?? null) : actual;
}
