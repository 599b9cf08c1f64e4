/** A rule as one sentence for people: "When order status is not fulfilled → create no invoice". Takes rules as stored; never throws on one it does not know. */
import { ACTION_BY_KEY } from "./actions/index.ts";
import type { Parameter } from "./actions/parameter.ts";
import { FIELD_BY_KEY } from "./fields/index.ts";
import { lowerFirst, rowPhrase } from "./row-phrase.ts";
import type { Group, Row, Rule, RuleAction } from "./rule.ts";

export function ruleSentence({ when, unless, then }: Pick<Rule, "when" | "unless" | "then">): string {
  const condition = groupPhrase(when);
  const effects = then.map((action) => actionPhrase(action, asksLines(when) ? "those lines" : "all lines")).join(", and ");
  if (condition === "") return `For ${unless ? "no" : "every"} order → ${effects}`;
  return `${unless ? "Unless" : "When"} ${condition} → ${effects}`;
}

/** `put payments on “PayPal”`; an action that is not known is told by its key. */
function actionPhrase({ action: key, ...params }: RuleAction, ofLines: string): string {
  const action = ACTION_BY_KEY.get(key);
  if (!action) return key.toLowerCase();
  const words: Record<string, string> = { lines: ofLines, ...Object.fromEntries(action.parameters.map((each) => [each.name, resultWords(params[each.name], each)])) };
  return action.phrase.replace(/\{(\w+)\}/g, (_place, name: string) => words[name] ?? "").replace(/\s+/g, " ").replace(" )", ")").trim();
}

function resultWords(raw: unknown, { kind, choices }: Parameter): string {
  if (raw === undefined) return kind === "vendor" ? "the item's vendor" : "";
  if (typeof raw === "object" && raw !== null && "copy" in raw) return `the ${fieldWords(raw)}`;
  if (typeof raw === "object" && raw !== null && "template" in raw) return typeof raw.template === "string" ? raw.template : "";
  if (typeof raw === "object") return "";
  const text = typeof raw === "string" || typeof raw === "number" ? String(raw) : "";
  const label = choices.find(({ value }) => value === text)?.label;
  return label ? lowerFirst(label) : text;
}

function fieldWords(raw: { copy: unknown; name?: unknown }): string {
  const key = typeof raw.copy === "string" ? raw.copy : "";
  return `${lowerFirst(FIELD_BY_KEY.get(key)?.label ?? key)}${typeof raw.name === "string" ? ` “${raw.name}”` : ""}`;
}

const asksLines = (group: Group): boolean => ("all" in group ? group.all : group.any).some((member) => ("field" in member ? member.field.startsWith("line.") : asksLines(member)));

/** Nested groups of more than one row stand in parentheses. */
function groupPhrase(group: Group): string {
  const [members, word] = "all" in group ? [group.all, " and "] : [group.any, " or "];
  return members.map(memberPhrase).join(word);
}

function memberPhrase(member: Row | Group): string {
  if ("field" in member) return rowPhrase(member);
  const phrase = groupPhrase(member);
  const size = "all" in member ? member.all.length : member.any.length;
  return size > 1 ? `(${phrase})` : phrase;
}
