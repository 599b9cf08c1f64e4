/** Rules as the tests write them: parsed like any that come from outside, then asked about one order. */
import type { Order } from "../../order/order.ts";
import { compileRules } from "../compile-rules.ts";
import { evaluateRules, type RuleDecision } from "../evaluate.ts";
import { parseRules } from "../parse-rules.ts";
import type { Rule } from "../rule.ts";

export function parsed(json: unknown): Rule[] {
  const rules = parseRules(json);
  if (!rules.ok) throw new Error(rules.failure.join("\n"));
  return rules.value;
}

export const decisionOf = (json: unknown, order: Order, timeZone = "America/New_York"): RuleDecision =>
  evaluateRules({ rules: compileRules(parsed(json)), order, timeZone });

type RowJson = { field: string; name?: string; op: string; value?: unknown; every?: boolean };

/** A rule of one row that skips the order. */
export const ruleOfRow = (row: RowJson) => ({ title: `${row.field} ${row.op}`, when: { all: [row] }, then: [{ action: "do_not_sync" }] });

export const rowHolds = (row: RowJson, order: Order): boolean => decisionOf([ruleOfRow(row)], order).treatment.kind === "skip";
