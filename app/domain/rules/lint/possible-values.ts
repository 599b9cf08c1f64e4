/**
 * Values with which rows about one field can be told apart: the rows' own, and those just beside them. Whether rows can hold together, and whether one follows
 * from others, is then tried with the engine's own comparisons. Says null about comparisons that it does not know.
 */
import { Temporal } from "temporal-polyfill";
import type { FieldValue } from "../fields/field.ts";
import type { Comparable } from "../values/value-type.ts";
import { VALUE_TYPES } from "../values/index.ts";
import type { Atom } from "./alternatives.ts";

const KNOWN = new Set([
  "equals", "does_not_equal", "is_one_of", "is_none_of", "contains", "does_not_contain", "starts_with", "ends_with", "is_empty", "is_not_empty",
  "greater_than", "at_least", "less_than", "at_most", "between", "before", "after", "is_yes", "is_no",
]);

/** No shop writes this. */
const UNLIKE_ANY = "\u{F8FF}";
/** Above these, pairs and subsets are left out. */
const FEW = 6;

/** Of one order, or of one line. The atoms are about one subject. */
export function possibleValues(atoms: readonly Atom[]): readonly FieldValue[] | null {
  const [first] = atoms;
  if (!first || !atoms.every(({ row }) => KNOWN.has(row.row.op))) return null;
  const { type, choices } = first.row.use.field;
  const operands = [...new Set(atoms.flatMap(operandsOf))];
  const texts = operands.filter((operand) => typeof operand === "string");
  switch (type) {
    case "choice":
      return single(choices);
    case "yes_no":
      return single([true, false]);
    case "number":
    case "money":
      return single(operands.flatMap((operand) => (typeof operand === "bigint" ? [operand - 1n, operand, operand + 1n] : [])));
    case "date":
      return single(texts.flatMap(around));
    case "text":
      return single(like(texts));
    case "set":
      return subsets(like(texts));
  }
}

/** Compared values of a row, without `*`. */
export function operandsOf({ row: { row, use: { field } } }: Atom): Comparable[] {
  const raw: unknown[] = Array.isArray(row.value) ? row.value : [row.value];
  return raw.flatMap((each) => {
    const parsed = VALUE_TYPES[field.type].parse(each, field.choices);
    return parsed.ok && parsed.value !== "*" ? [parsed.value] : [];
  });
}

const NONE: FieldValue = { members: [], shown: "" };
const valueOf = (members: readonly Comparable[]): FieldValue => ({ members, shown: "" });
const single = (values: readonly Comparable[]): FieldValue[] => [NONE, ...[...new Set(values)].map((value) => valueOf([value]))];

function around(day: string): string[] {
  const date = Temporal.PlainDate.from(day);
  return [date.subtract({ days: 1 }).toString(), day, date.add({ days: 1 }).toString()];
}

function like(texts: readonly string[]): string[] {
  const alone = [UNLIKE_ANY, ...texts.flatMap((text) => [text, text + UNLIKE_ANY, UNLIKE_ANY + text, UNLIKE_ANY + text + UNLIKE_ANY])];
  return texts.length > FEW ? alone : [...alone, ...texts.flatMap((left) => texts.flatMap((right) => [left + right, left + UNLIKE_ANY + right]))];
}

function subsets(texts: readonly string[]): FieldValue[] {
  const pairs = texts.length > FEW * FEW ? [] : texts.flatMap((left, index) => texts.slice(index + 1).map((right) => valueOf([left, right])));
  return [...single(texts), ...pairs, valueOf(texts)];
}
