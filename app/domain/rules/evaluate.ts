/** What a shop's rules say about one order. Pure: never asks the clock, never throws on an order's values, never changes the order. */
import type { Order } from "../order/order.ts";
import type { Slots } from "./actions/action.ts";
import { NO_VALUE, type Field, type FieldContext, type FieldValue } from "./fields/field.ts";
import type { CompiledRow } from "./compile-row.ts";
import type { CompiledRule, CompiledRules, Condition } from "./compile-rules.ts";

/** `skip` and `hold` name the rule that settled it. */
export type Treatment = { kind: "sync" } | { kind: "skip" | "hold"; rule: string };

/** The first condition that kept a rule from matching, with the order's own value. */
export type FailedRow = { field: string; op: string; value: unknown; actual: string };

export type RuleTrace = {
  title: string;
  enabled: boolean;
  /** `not_reached`: an earlier rule skipped or held the order. */
  outcome: "matched" | "not_matched" | "disabled" | "not_reached";
  failed?: FailedRow;
};

export type { CompiledRules };

export type RuleDecision = { treatment: Treatment; slots: Slots; trace: RuleTrace[] };

export type RuleQuestion = {
  rules: CompiledRules;
  order: Order;
  /** The shop's IANA time zone: dates are the shop's days. */
  timeZone: string;
};

/** Top to bottom; each slot belongs to the first rule that sets it; skipping or holding ends the list. */
export function evaluateRules({ rules, order, timeZone }: RuleQuestion): RuleDecision {
  const read = readOnce(order, { timeZone });
  const decision: RuleDecision = { treatment: { kind: "sync" }, slots: {}, trace: [] };
  for (const rule of rules) {
    const trace = traceOf(rule, decision.treatment, read);
    decision.trace.push(trace);
    if (trace.outcome === "matched") apply(rule, decision);
  }
  return decision;
}

type ReadField = (field: Field) => readonly FieldValue[];

/** Each field is read from the order at most once, however many rules ask for it. */
function readOnce(order: Order, context: FieldContext): ReadField {
  const known = new Map<Field, readonly FieldValue[]>();
  return (field) => {
    const values = known.get(field) ?? field.read(order, context);
    known.set(field, values);
    return values;
  };
}

function traceOf({ title, enabled, condition }: CompiledRule, treatment: Treatment, read: ReadField): RuleTrace {
  if (!enabled) return { title, enabled, outcome: "disabled" };
  if (treatment.kind !== "sync") return { title, enabled, outcome: "not_reached" };
  const failed = firstFailure(condition, read);
  return failed ? { title, enabled, outcome: "not_matched", failed: describe(failed, read) } : { title, enabled, outcome: "matched" };
}

/** Null when the condition holds. Of an `any` group in which nothing holds, the first row is named. */
function firstFailure(condition: Condition, read: ReadField): CompiledRow | null {
  switch (condition.kind) {
    case "row":
      return condition.row.holds(read(condition.row.field)) ? null : condition.row;
    case "all":
      for (const member of condition.members) {
        const failed = firstFailure(member, read);
        if (failed) return failed;
      }
      return null;
    case "any": {
      let first: CompiledRow | null = null;
      for (const member of condition.members) {
        const failed = firstFailure(member, read);
        if (!failed) return null;
        first ??= failed;
      }
      return first;
    }
  }
}

/** Enough to recognise the value; an order of 700 lines must not fill the trace. */
const SHOWN_VALUES = 5;

const describe = ({ row, field }: CompiledRow, read: ReadField): FailedRow => ({ field: row.field, op: row.op, value: row.value, actual: shownOf(read(field)) });

/** Hundreds of rules may ask for one field of one order, whose values are read once. */
const shownBefore = new WeakMap<readonly FieldValue[], string>();

function shownOf(values: readonly FieldValue[]): string {
  const before = shownBefore.get(values);
  if (before !== undefined) return before;
  const shown = [...new Set(values.map((value) => value.shown))];
  const rest = shown.length - SHOWN_VALUES;
  const text = shown.slice(0, SHOWN_VALUES).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
  shownBefore.set(values, text === "" ? NO_VALUE : text);
  return text === "" ? NO_VALUE : text;
}

function apply(rule: CompiledRule, decision: RuleDecision): void {
  for (const effect of rule.effects) {
    if ("sets" in effect) decision.slots[effect.sets] ??= { rule: rule.title };
    else if (decision.treatment.kind === "sync") decision.treatment = { kind: effect.settles, rule: rule.title };
  }
}
