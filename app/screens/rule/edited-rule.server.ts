/** A rule as the editor holds it, plain text throughout, and as it is stored; and back. What cannot be a rule is told by place. */
import { z } from "zod";
import { failure, success, type Result } from "#app/domain/result.ts";
import { ACTION_BY_KEY } from "#app/domain/rules/actions/index.ts";
import type { Parameter } from "#app/domain/rules/actions/parameter.ts";
import { OPERATOR_BY_KEY } from "#app/domain/rules/operators/index.ts";
import { parseRules } from "#app/domain/rules/parse-rules.ts";
import { type Group, type Row, type Rule, type RuleAction, RULE_LIMITS } from "#app/domain/rules/rule.ts";
import type { EditedAction, EditedGroup, EditedResult, EditedRow, EditedRule, EditorErrors } from "./view.ts";
import { PROBLEMS } from "./words.ts";

const short = z.string().max(200);
const rowSchema = z.object({ id: short, field: short, name: z.string().max(1_000), op: short, values: z.array(z.string().max(1_000)).max(RULE_LIMITS.values), every: z.boolean() });
const joined = z.enum(["all", "any"]);
const groupSchema = z.object({ id: short, joined, rows: z.array(rowSchema).max(RULE_LIMITS.rows) });
const resultSchema = z.object({ source: z.enum(["constant", "copy", "template"]), value: z.string().max(200_000), name: z.string().max(1_000) });
export const editedRuleSchema: z.ZodType<EditedRule> = z.object({
  title: z.string().trim().max(RULE_LIMITS.titleLength, PROBLEMS.titleLength),
  enabled: z.boolean(),
  note: z.string().max(RULE_LIMITS.noteLength),
  unless: z.boolean(),
  joined,
  members: z.array(z.union([groupSchema, rowSchema])).max(RULE_LIMITS.rows),
  actions: z.array(z.object({ id: short, action: short, results: z.record(short, resultSchema) })).max(RULE_LIMITS.actions),
});

export function toEdited(rule: Rule): EditedRule {
  const [name, members] = "all" in rule.when ? (["all", rule.when.all] as const) : (["any", rule.when.any] as const);
  let drawn = 0;
  const id = (): string => `r${(drawn += 1)}`;
  return {
    title: rule.title, enabled: rule.enabled, note: rule.note ?? "", unless: rule.unless === true, joined: name,
    members: members.map((member) => ("field" in member ? editedRow(member, id()) : editedGroup(member, id))),
    actions: rule.then.map((action) => editedAction(action, id())),
  };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value));

export function editedRow({ field, name = "", op, value, every = false }: Row, id: string): EditedRow {
  const values: unknown[] = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return { id, field, name, op, values: values.map(textOf), every };
}

/** Deeper groups do not exist (one nested level). */
function editedGroup(group: Group, id: () => string): EditedGroup {
  const [name, members] = "all" in group ? (["all", group.all] as const) : (["any", group.any] as const);
  return { id: id(), joined: name, rows: members.flatMap((member) => ("field" in member ? [editedRow(member, id())] : [])) };
}

function editedAction({ action, ...params }: RuleAction, id: string): EditedAction {
  return { id, action, results: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, editedResult(value)])) };
}

function editedResult(value: unknown): EditedResult {
  if (typeof value !== "object" || value === null) return { source: "constant", value: textOf(value), name: "" };
  if ("copy" in value) return { source: "copy", value: textOf(value.copy), name: "name" in value ? textOf(value.name) : "" };
  if ("template" in value) return { source: "template", value: textOf(value.template), name: "" };
  return { source: "constant", value: Object.entries(value).map(([from, to]) => `${from} = ${textOf(to)}`).join("\n"), name: "" };
}

/** Everything wrong at once, by place. A blank title is filled in by the caller. */
export function fromEdited(edited: EditedRule): Result<Rule, EditorErrors> {
  const errors: EditorErrors = {};
  if (edited.actions.length === 0) errors[""] = PROBLEMS.noAction;
  for (const row of rowsOf(edited)) {
    const problem = row.field === "" ? PROBLEMS.noField : problemIn({ when: { all: [ruleRow(row)] }, then: [{ action: "do_not_sync" }] });
    if (problem !== null) errors[`row:${row.id}`] = problem;
  }
  for (const action of edited.actions) {
    const problem = action.action === "" ? PROBLEMS.noAction : problemIn({ when: { all: [] }, then: [ruleAction(action)] });
    if (problem !== null) errors[`action:${action.id}`] = problem;
  }
  if (Object.keys(errors).length > 0) return failure(errors);
  const whole = parseRules([asRule(edited)]);
  const [rule] = whole.ok ? whole.value : [];
  return rule ? success(rule) : failure({ "": whole.ok ? PROBLEMS.noAction : inWords(whole.failure[0] ?? "") });
}

/** What can be tried: the rule, or its conditions alone while it is not said what happens. */
export function triable(edited: EditedRule): Result<Rule, EditorErrors> {
  const whole = fromEdited(edited);
  if (whole.ok) return whole;
  const conditions = fromEdited({ ...edited, actions: [{ id: "", action: "do_not_sync", results: {} }] });
  return conditions.ok ? success({ ...conditions.value, then: [] }) : conditions;
}

export const rowsOf = ({ members }: Pick<EditedRule, "members">): EditedRow[] => members.flatMap((member) => ("rows" in member ? member.rows : [member]));

export function asRule({ title, enabled, note, unless, joined: name, members, actions }: EditedRule): Rule {
  const when = members.flatMap((member): (Row | Group)[] => ("rows" in member ? (member.rows.length === 0 ? [] : [grouped(member.joined, member.rows.map(ruleRow))]) : [ruleRow(member)]));
  return {
    title: title === "" ? PROBLEMS.untitled : title, enabled,
    // Only "all" may be empty: a rule for every order.
    when: when.length === 0 ? { all: [] } : grouped(name, when),
    ...(unless && { unless }),
    then: actions.map(ruleAction),
    ...(note.trim() !== "" && { note: note.trim() }),
  };
}

const grouped = (name: EditedRule["joined"], members: (Row | Group)[]): Group => (name === "all" ? { all: members } : { any: members });

export function ruleRow({ field, name, op, values, every }: EditedRow): Row {
  const operator = OPERATOR_BY_KEY.get(op);
  const operands = operator?.kind === "comparison" ? operator.operands : "none";
  const kept = values.map((value) => value.trim());
  const value = operands === "none" ? {} : { value: operands === "one" ? (kept[0] ?? "") : kept };
  return { field, ...(name.trim() !== "" && { name: name.trim() }), op, ...value, ...(every && { every }) };
}

function ruleAction({ action: key, results }: EditedAction): RuleAction {
  const parameters = ACTION_BY_KEY.get(key)?.parameters ?? [];
  return { action: key, ...Object.fromEntries(parameters.flatMap((parameter) => resultEntry(parameter, results[parameter.name]))) };
}

function resultEntry({ name, kind, required }: Parameter, result: EditedResult | undefined): [string, unknown][] {
  if (kind === "flag") return [[name, true]];
  const { source, value, name: of } = result ?? { source: "constant", value: "", name: "" };
  if (value.trim() === "" && !required) return [];
  if (source === "copy") return [[name, { copy: value, ...(of.trim() !== "" && { name: of.trim() }) }]];
  if (source === "template") return [[name, { template: value }]];
  return [[name, kind === "table" ? tableOf(value) : value.trim()]];
}

/** One pair a line, with `=`, a tab, a comma or a semicolon between. */
const tableOf = (text: string): Record<string, string> =>
  Object.fromEntries(text.split(/\r?\n/).flatMap((line) => {
    const [, from, to] = /^\s*(.+?)\s*(?:=|\t|,|;)\s*(.+?)\s*$/.exec(line) ?? [];
    return from === undefined || to === undefined ? [] : [[from, to] as const];
  }));

function problemIn(rule: Pick<Rule, "when" | "then">): string | null {
  const parsed = parseRules([{ title: "x", enabled: true, ...rule }]);
  return parsed.ok ? null : inWords(parsed.failure[0] ?? "");
}

/** The place is clear from where it stands; keys are told by their labels elsewhere on the page. */
export function inWords(sentence: string): string {
  const plain = sentence.replace(/^rule 1(?: ".*?")?(?:, (?:row|action) [\d.]+)?: /s, "").replace(/^"[\w ]+": /, "").replace(/^[a-z]+(?:\.\w+)+: /, "").replace(/; allowed.*$/s, "");
  if (/needs a value that is not blank|must not be blank/.test(plain)) return PROBLEMS.blank;
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
