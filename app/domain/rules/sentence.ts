/** A rule as one sentence for people: "When order status is not fulfilled → create no invoice"; whole, or by what each of its words stands for. Takes rules as stored, and such as are not complete yet; never throws on one it does not know. */
import { ACTION_BY_KEY } from "./actions/index.ts";
import type { Parameter } from "./actions/parameter.ts";
import { FIELD_BY_KEY } from "./fields/index.ts";
import { lowerFirst, NOT_CHOSEN, rowPieces } from "./row-phrase.ts";
import type { Group, Row, Rule, RuleAction } from "./rule.ts";
import type { SentencePart } from "./sentence-part.ts";
import { tidyParts } from "./tidy-parts.ts";

const NO_ACTION = "choose what happens";

type Sentenced = Pick<Rule, "when" | "unless" | "then">;

export const ruleSentence = (rule: Sentenced): string => ruleSentenceParts(rule).map(({ words }) => words).join("");

/** Put one after the other they are the sentence. */
export function ruleSentenceParts({ when, unless, then }: Sentenced): SentencePart[] {
  const ofLines = asksLines(when) ? "those lines" : "all lines";
  const effects = then.flatMap((action, index) => [...(index === 0 ? [] : [plain(", and ")]), ...actionParts(action, index, ofLines)]);
  const conditions = groupParts(when, { group: null, rows: 0, groups: 0 });
  const beginning = conditions.length === 0 ? [plain(`For ${unless ? "no" : "every"} order`)] : [{ words: unless ? "Unless" : "When", place: { of: "how" } as const }, plain(" "), ...conditions];
  return tidyParts([...beginning, plain(" → "), ...(effects.length === 0 ? [plain(NO_ACTION)] : effects)]);
}

const plain = (words: string): SentencePart => ({ words, place: null });

/** `put payments on “PayPal”`; an action that is not known is told by its key. */
function actionParts({ action: key, ...params }: RuleAction, index: number, ofLines: string): SentencePart[] {
  const action = ACTION_BY_KEY.get(key);
  const own = (words: string): SentencePart => ({ words, place: { of: "action", action: index } });
  if (!action) return [own(key === "" ? NO_ACTION : key.toLowerCase())];
  return action.phrase.split(/(\{\w+\})/).map((words): SentencePart => {
    const name = /^\{(\w+)\}$/.exec(words)?.[1];
    if (name === undefined) return own(words);
    const parameter = action.parameters.find((each) => each.name === name);
    if (!parameter) return plain(name === "lines" ? ofLines : "");
    return { words: resultWords(params[name], parameter), place: { of: "result", action: index, parameter: name } };
  });
}

function resultWords(raw: unknown, { kind, choices, required }: Parameter): string {
  const none = required ? NOT_CHOSEN : "";
  if (raw === undefined) return kind === "vendor" ? "the item's vendor" : none;
  if (typeof raw === "object" && raw !== null && "copy" in raw) return raw.copy === "" ? NOT_CHOSEN : `the ${fieldWords(raw)}`;
  if (typeof raw === "object" && raw !== null && "template" in raw) return typeof raw.template === "string" && raw.template !== "" ? raw.template : none;
  if (typeof raw === "object") return "";
  const text = typeof raw === "string" || typeof raw === "number" ? String(raw) : "";
  const label = choices.find(({ value }) => value === text)?.label;
  return label ? lowerFirst(label) : text === "" ? none : text;
}

function fieldWords(raw: { copy: unknown; name?: unknown }): string {
  const key = typeof raw.copy === "string" ? raw.copy : "";
  return `${lowerFirst(FIELD_BY_KEY.get(key)?.label ?? key)}${typeof raw.name === "string" ? ` “${raw.name}”` : ""}`;
}

const asksLines = (group: Group): boolean => membersOf(group).some((member) => ("field" in member ? member.field.startsWith("line.") : asksLines(member)));
const membersOf = (group: Group): (Row | Group)[] => ("all" in group ? group.all : group.any);

/** How far the count has come when the group begins. */
type Count = { group: number | null; rows: number; groups: number };

/** Nested groups of more than one row stand in parentheses. */
function groupParts(group: Group, { group: own, rows, groups }: Count): SentencePart[] {
  const word: SentencePart = { words: "all" in group ? "and" : "or", place: { of: "joined", group: own } };
  let [row, nested] = [rows, groups];
  return membersOf(group).flatMap((member, index) => {
    const before = index === 0 ? [] : [plain(" "), word, plain(" ")];
    if ("field" in member) return [...before, ...rowParts(member, row++)];
    const inner = groupParts(member, { group: nested++, rows: row, groups: nested });
    const size = membersOf(member).length;
    row += size;
    return [...before, ...(size > 1 ? [plain("("), ...inner, plain(")")] : inner)];
  });
}

const rowParts = (row: Row, number: number): SentencePart[] =>
  rowPieces(row).flatMap(({ words, part }, index): SentencePart[] => [...(index === 0 ? [] : [plain(" ")]), { words, place: { of: part, row: number } }]);
