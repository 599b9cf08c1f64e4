/** One order against the rule as it stands in its list, step by step. */
import type { BackTest } from "#app/domain/back-test/back-test.ts";
import { explainRule, type Step, testedOrder } from "#app/domain/back-test/try-rule.ts";
import { ACTION_BY_KEY } from "#app/domain/rules/actions/index.ts";
import { rowPhrase } from "#app/domain/rules/row-phrase.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { orderPath } from "../order-path.server.ts";
import { applyFix } from "./apply-fix.ts";
import { editedRow, rowsOf } from "./edited-rule.server.ts";
import { notNeeded } from "./not-needed.ts";
import type { EditedRule, StepFix, TraceStep, TraceView } from "./view.ts";
import { NO_FIX, TRACE } from "./words.ts";

export type TraceAsk = { edited: EditedRule; rule: Rule; rules: readonly Rule[]; at: number; backTest: BackTest; name: string };

export const isKnown = (backTest: BackTest, name: string): boolean => testedOrder(backTest, name) !== undefined;

export function traceView({ edited, rule, rules, at, backTest, name }: TraceAsk): TraceView | "unknown" {
  const explained = explainRule(backTest, rule, name);
  if (explained === null) return "unknown";
  const { order, matches, steps } = explained;
  const decision = backTest.decide(order, rules);
  const traced = decision.trace[at];
  const isUnless = rule.unless === true;
  const rows = rowsOf(edited);
  const idle = notNeeded(edited, new Set(rows.filter((_, index) => steps[index]?.holds).map(({ id }) => id)));
  return {
    order: order.name, url: orderPath(order.id), matches, verdict: verdictOf(traced?.outcome, matches, decision.treatment, order.name),
    note: isUnless && !matches ? TRACE.unless(order.name) : null,
    steps: steps.map((step, index): TraceStep => {
      const id = rows[index]?.id ?? "";
      const state = step.holds ? "holds" : idle.has(id) ? "not_needed" : "fails";
      return { row: id, words: rowPhrase(step.row), actual: step.actual, state, ...(state === "fails" && !isUnless ? fixOf(step, edited, id) : { fix: null, cannot: null }) };
    }),
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

/** Only what can be put into the rule is offered. */
function fixOf({ fix: found }: Step, edited: EditedRule, id: string): Pick<TraceStep, "fix" | "cannot"> {
  if (found === null) return { fix: null, cannot: null };
  if (!found.ok) return { fix: null, cannot: NO_FIX[found.failure] };
  const { id: _none, ...row } = editedRow(found.value.row, "");
  const fix: StepFix = { how: found.value.how, row, words: rowPhrase(found.value.row) };
  return applyFix(edited, id, fix, () => "") === null ? { fix: null, cannot: NO_FIX.no_place } : { fix, cannot: null };
}
