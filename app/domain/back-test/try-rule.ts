/** One rule against the orders of a back-test: which it matches, what each of its rows lets through, and one order step by step. Whatever stands above it in the list. */
import type { Order } from "../order/order.ts";
import { compileRules, type Condition } from "../rules/compile-rules.ts";
import { firstFailure } from "../rules/conditions.ts";
import type { Day } from "../rules/operators/operator.ts";
import type { Reading } from "../rules/reading.ts";
import type { Group, Row, Rule } from "../rules/rule.ts";
import type { Result } from "../result.ts";
import type { BackTest, TestedOrder } from "./back-test.ts";
import { dayOf } from "./day.ts";
import { fixRow, type NoFix, type RowFix } from "./fix-row.ts";

/** `keepsOut`: orders that the rule would match without this row. */
export type RowCount = { passes: number; keepsOut: Order[] };
export type RuleTrial = { matched: Order[]; /** In the order of the rule's rows, groups' rows in their places. */ rows: RowCount[] };

/** Of rules with more rows it is not worked out which order a row alone keeps out: every row would be tried without. */
const MOST_TAKEN_OUT = 20;

export function tryRule({ orders, today }: BackTest, rule: Rule): RuleTrial {
  const day = dayOf(today);
  const matches = matcher(rule, day);
  const rows = rowsOf(rule.when);
  const passing = rows.map((row) => matcher({ ...rule, unless: false, when: { all: [row] } }, day));
  const without = rows.length > MOST_TAKEN_OUT || rows.length < 2 ? [] : rows.map((row) => matcher({ ...rule, when: withoutRow(rule.when, row) }, day));
  const matched: Order[] = [];
  const counts = rows.map((): RowCount => ({ passes: 0, keepsOut: [] }));
  for (const { order, reading } of orders) {
    const isMatch = matches(reading);
    if (isMatch) matched.push(order);
    for (const [index, count] of counts.entries()) {
      if (passing[index]?.(reading) === true) count.passes += 1;
      if (!isMatch && without[index]?.(reading) === true) count.keepsOut.push(order);
    }
  }
  return { matched, rows: counts };
}

/** By its name, with or without `#`. */
export function testedOrder({ orders }: Pick<BackTest, "orders">, name: string): TestedOrder | undefined {
  const wanted = name.trim().replace(/^#/, "").toLowerCase();
  return orders.find(({ order }) => order.name.replace(/^#/, "").toLowerCase() === wanted);
}

/** `actual`: what the order has there, as people would write it; `fix`: what would make a row hold that does not. */
export type Step = { row: Row; holds: boolean; actual: string; fix: Result<RowFix, NoFix> | null };

/** Null where the order is none of the tested ones. */
export function explainRule(backTest: BackTest, rule: Rule, name: string): { order: Order; matches: boolean; steps: Step[] } | null {
  const tested = testedOrder(backTest, name);
  if (!tested) return null;
  const day = dayOf(backTest.today);
  const steps = rowsOf(rule.when).map((row): Step => {
    const holds = matcher({ ...rule, unless: false, when: { all: [row] } }, day)(tested.reading);
    return { row, holds, actual: actualOf(row, tested.reading), fix: holds ? null : fixRow(row, tested.reading, day) };
  });
  return { order: tested.order, matches: matcher(rule, day)(tested.reading), steps };
}

export const rowsOf = (group: Group): Row[] => membersOf(group).flatMap((member) => ("field" in member ? [member] : rowsOf(member)));

const membersOf = (group: Group): (Row | Group)[] => ("all" in group ? group.all : group.any);

function matcher(rule: Pick<Rule, "when" | "unless" | "then" | "title">, day: Day): (reading: Reading) => boolean {
  const [compiled] = compileRules([{ ...rule, enabled: true }]);
  if (!compiled) return () => false;
  const { condition, unless } = compiled;
  return (reading) => (firstFailure(condition, reading, day) === null) !== unless;
}

/** Groups that are empty then are left out too: an empty "any" holds for nothing. */
function withoutRow(group: Group, row: Row): Group {
  const members = membersOf(group).flatMap((member): (Row | Group)[] => {
    if (member === row) return [];
    if ("field" in member) return [member];
    const left = withoutRow(member, row);
    return membersOf(left).length === 0 ? [] : [left];
  });
  return "all" in group || members.length === 0 ? { all: members } : { any: members };
}

function actualOf(row: Row, reading: Reading): string {
  const [compiled] = compileRules([{ title: "", enabled: true, when: { all: [row] }, then: [] }]);
  const use = compiled && firstRow(compiled.condition)?.use;
  return use ? [...new Set(reading.asked(use).map(({ shown }) => shown))].slice(0, 5).join(", ") : "";
}

const firstRow = (condition: Condition) => (condition.kind === "all" && condition.members[0]?.kind === "row" ? condition.members[0].row : null);
