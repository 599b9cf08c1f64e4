/** Rules as the tests write them: parsed like any that come from outside, then asked about one order. */
import { Temporal } from "temporal-polyfill";
import { ITEM_TYPES } from "../../books/books.ts";
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

/** The day on which the tests of this folder ask. */
export const TODAY = Temporal.PlainDate.from("2026-11-06");

export const decisionOf = (json: unknown, order: Order, timeZone = "America/New_York"): RuleDecision =>
  evaluateRules({ rules: compileRules(parsed(json)), order, timeZone, today: TODAY, itemType: (line) => ITEM_TYPES.find((type) => line.title === `an item of type ${type}`) ?? null });

type RowJson = { field: string; name?: string; op: string; value?: unknown; every?: boolean };

/** A rule of one row that skips the order. */
export const ruleOfRow = (row: RowJson) => ({ title: `${row.field} ${row.op}`, when: { all: [row] }, then: [{ action: "do_not_sync" }] });

export const rowHolds = (row: RowJson, order: Order): boolean => decisionOf([ruleOfRow(row)], order).treatment.kind === "skip";
