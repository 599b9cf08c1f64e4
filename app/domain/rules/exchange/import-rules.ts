/** Rules from a table or from JSON, all or none: everything wrong is told by row. Never changes a rule on the way in. */
import { failure, success, type Result } from "../../result.ts";
import { keyOf } from "../difference/rule-difference.ts";
import { parseRules } from "../parse-rules.ts";
import { RULE_LIMITS, type Rule } from "../rule.ts";
import { fromRecord, type RuleRecord } from "./rule-records.ts";

/** `row`: the file's line, or the rule's place in JSON; null for the file as a whole. */
export type ImportProblem = { row: number | null; sentence: string };

export function importRecords(records: readonly { row: number; record: RuleRecord }[]): Result<Rule[], ImportProblem[]> {
  return collect(records.map(({ row, record }) => ({ row, read: fromRecord(record) })));
}

/** A list of rules, or what `exportJson` writes. */
export function importJson(text: string): Result<Rule[], ImportProblem[]> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return failure([{ row: null, sentence: "This is not JSON." }]);
  }
  const list = typeof parsed === "object" && parsed !== null && "rules" in parsed ? parsed.rules : parsed;
  if (!Array.isArray(list)) return failure([{ row: null, sentence: "There is no list of rules in this file." }]);
  return collect(list.map((rule: unknown, index) => ({ row: index + 1, read: success(rule) })));
}

export const exportJson = (rules: readonly Rule[]): string => `${JSON.stringify({ rules }, null, 2)}\n`;

export const tooMany = (count: number): string =>
  `A shop has at most ${RULE_LIMITS.rules.toLocaleString("en")} rules; this would make ${count.toLocaleString("en")}. Nothing was imported.`;

function collect(read: readonly { row: number; read: Result<unknown, string> }[]): Result<Rule[], ImportProblem[]> {
  if (read.length > RULE_LIMITS.rules) return failure([{ row: null, sentence: tooMany(read.length) }]);
  if (read.length === 0) return failure([{ row: null, sentence: "There is no rule in this file." }]);
  const rules: Rule[] = [];
  const problems: ImportProblem[] = [];
  const rowOfTitle = new Map<string, number>();
  for (const { row, read: each } of read) {
    const parsed = each.ok ? parseRules([each.value]) : failure([each.failure]);
    const [rule] = parsed.ok ? parsed.value : [];
    if (!parsed.ok) problems.push(...parsed.failure.map((sentence) => ({ row, sentence: inItsRow(sentence) })));
    if (!rule) continue;
    const before = rowOfTitle.get(keyOf(rule));
    if (before !== undefined) problems.push({ row, sentence: `The title “${rule.title}” is taken by row ${before}.` });
    rowOfTitle.set(keyOf(rule), row);
    rules.push(rule);
  }
  return problems.length > 0 ? failure(problems) : success(rules);
}

/** The row says which rule it is. */
const inItsRow = (sentence: string): string => sentence.replace(/^rule 1(?: ".*?")?(?:, |: )/s, "");
