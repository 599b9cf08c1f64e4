/** Ready-made rules that a new one can start from. */
import { parseRules } from "#app/domain/rules/parse-rules.ts";
import type { Rule } from "#app/domain/rules/rule.ts";

export type RuleTemplate = { key: string; title: string; rule: Rule };

const TEMPLATES: readonly RuleTemplate[] = [];
export const RULE_TEMPLATES = TEMPLATES.filter(({ rule }) => parseRules([rule]).ok);
