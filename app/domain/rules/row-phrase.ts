/** One condition in words: "payment method is PayPal", "every line's SKU starts with “TEE”", "no order tag is wholesale"; whole, or by what each of the words stands for. Must never say one thing whole and another in parts. */
import { FIELD_BY_KEY } from "./fields/index.ts";
import type { Field } from "./fields/field.ts";
import { OPERATOR_BY_KEY } from "./operators/index.ts";
import type { Row } from "./rule.ts";
import { VALUE_TYPES } from "./values/index.ts";

/** What a person would change to change these words. */
export type RowPart = "field" | "comparison" | "value";
export type RowPiece = { words: string; part: RowPart };

/** Stands for what is not chosen yet, while a rule is being made. */
export const NOT_CHOSEN = "…";
const NO_FIELD = "choose a field";

export const rowPhrase = (row: Row): string => rowPieces(row).map(({ words }) => words).join(" ");

/** In the order in which they are said, with a space between each two. */
export function rowPieces(row: Row): RowPiece[] {
  const field = FIELD_BY_KEY.get(row.field);
  if (!field) return row.field === "" ? [{ words: NO_FIELD, part: "field" }] : [{ words: row.field, part: "field" }, { words: row.op, part: "comparison" }];
  const yesNo = YES_NO_PHRASES[field.key];
  if (yesNo && !isAny(row.value)) return [{ words: subjectOf(field, row), part: "field" }, saysYesOrNo(row, yesNo)];
  const member = SET_MEMBERS[field.key];
  if (member) return memberPieces(member, row, field);
  return [{ words: subjectOf(field, row), part: "field" }, ...predicate(row.op, row, field)];
}

/** The comparison, and what it compares with. */
type Predicate = (values: readonly string[]) => [comparison: string, value?: string];

const quoted = (verb: string): Predicate => ([value = ""]) => [verb, value === NOT_CHOSEN ? value : `“${value}”`];
const plain = (verb: string): Predicate => ([value = ""]) => [verb, value];

/** By comparison key; one without words of its own is told by its label. */
const PREDICATES: Readonly<Record<string, Predicate>> = {
  equals: plain("is"),
  does_not_equal: plain("is not"),
  is_one_of: (values) => ["is", listed(values, "or")],
  is_none_of: (values) => [values.length > 1 ? "is neither" : "is not", listed(values, "nor")],
  contains: quoted("contains"),
  does_not_contain: quoted("does not contain"),
  starts_with: quoted("starts with"),
  ends_with: quoted("ends with"),
  does_not_start_with: quoted("does not start with"),
  does_not_end_with: quoted("does not end with"),
  matches: quoted("matches"),
  does_not_match: quoted("does not match"),
  matches_pattern: quoted("matches the pattern"),
  any_of_its_is: (values) => ["includes", listed(values, "or")],
  is_empty: () => ["is empty"],
  is_not_empty: () => ["is not empty"],
  greater_than: plain("is more than"),
  at_least: plain("is at least"),
  less_than: plain("is less than"),
  at_most: plain("is at most"),
  between: ([low = NOT_CHOSEN, high = NOT_CHOSEN]) => ["is between", `${low} and ${high}`],
  before: plain("is before"),
  after: plain("is after"),
  in_the_last: ([days = ""]) => (days === "1" ? ["is", "today"] : ["is in the last", `${days} days`]),
  is_yes: () => ["is yes"],
  is_no: () => ["is no"],
};

/** Sets that read better by their members. */
type SetMember = { one: string; none: string };
const SET_MEMBERS: Readonly<Record<string, SetMember>> = {
  "order.tags": { one: "an order tag", none: "no order tag" },
  "order.discountCodes": { one: "a discount code", none: "no discount code" },
};

/** A negative comparison of a set holds when no member passes the positive one. */
const POSITIVE: Readonly<Record<string, string>> = { does_not_equal: "equals", is_none_of: "is_one_of", does_not_contain: "contains", does_not_start_with: "starts_with", does_not_end_with: "ends_with", does_not_match: "matches" };

function memberPieces({ one, none }: SetMember, row: Row, field: Field): RowPiece[] {
  if (row.op === "is_empty" || row.op === "is_not_empty" || isAny(row.value)) return [{ words: "there is", part: "comparison" }, { words: row.op === "is_empty" ? none : one, part: "field" }];
  const positive = POSITIVE[row.op];
  return [{ words: positive === undefined ? one : none, part: "field" }, ...predicate(positive ?? row.op, row, field)];
}

const YES_NO_PHRASES: Readonly<Record<string, { yes: string; no: string }>> = {
  "order.test": { yes: "is a test order", no: "is not a test order" },
  "order.edited": { yes: "was edited", no: "was not edited" },
  "order.giftCardPaid": { yes: "was paid by gift card", no: "was not paid by gift card" },
  "order.customerTaxExempt": { yes: "has a tax exempt customer", no: "has no tax exempt customer" },
  "line.giftCard": { yes: "is a gift card", no: "is not a gift card" },
  "line.discounted": { yes: "is discounted", no: "is not discounted" },
  "line.taxable": { yes: "is taxable", no: "is not taxable" },
  "line.requiresShipping": { yes: "requires shipping", no: "does not require shipping" },
};

/** Compared with yes or no, the answer is the value; else the comparison says it itself. */
const saysYesOrNo = (row: Row, { yes, no }: { yes: string; no: string }): RowPiece =>
  ({ words: saysYes(row) ? yes : no, part: row.op === "is_yes" || row.op === "is_no" ? "comparison" : "value" });

function saysYes({ op, value }: Row): boolean {
  if (op === "is_yes" || op === "is_no") return op === "is_yes";
  const wanted = VALUE_TYPES.yes_no.parse(value, []);
  return (wanted.ok && wanted.value === true) === (op === "equals");
}

function subjectOf(field: Field, { every, name }: Row): string {
  const isFact = YES_NO_PHRASES[field.key] !== undefined;
  const label = name === undefined ? lowerFirst(field.label) : `${lowerFirst(field.label)} “${name}”`;
  if (field.level === "order") return isFact ? "the order" : label;
  const line = every === true ? "every line" : "a line";
  return isFact ? line : `${line}'s ${label}`;
}

function predicate(op: string, { value }: Row, field: Field): RowPiece[] {
  if (isAny(value)) return [{ words: "has", part: "comparison" }, { words: "any value", part: "value" }];
  const given = (Array.isArray(value) ? value : [value]).map((each) => shown(each, field));
  // A list without members reads as one value that is not chosen yet.
  const values = given.length === 0 ? [NOT_CHOSEN] : given;
  const [comparison, compared] = PREDICATES[op]?.(values) ?? [OPERATOR_BY_KEY.get(op)?.label ?? op, values.join(", ")];
  return [{ words: comparison, part: "comparison" }, ...(compared === undefined ? [] : [{ words: compared, part: "value" as const }])];
}

/** `*` alone, or in a list, means any value. */
const isAny = (value: unknown): boolean => (Array.isArray(value) ? value : [value]).some((each) => typeof each === "string" && each.trim() === "*");

/** Rules hold text, numbers and booleans as people wrote them; choices are words with underscores. */
function shown(value: unknown, { type }: Field): string {
  if (typeof value !== "string") return typeof value === "number" || typeof value === "boolean" ? String(value) : NOT_CHOSEN;
  const words = type === "choice" ? value.trim().replaceAll("_", " ").toLowerCase() : value.trim();
  return words === "" ? NOT_CHOSEN : words;
}

/** `SKU` stays as it is. */
export const lowerFirst = (label: string): string => (/^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1));

function listed(values: readonly string[], word: "or" | "nor"): string {
  const last = values.at(-1) ?? "";
  const others = values.slice(0, -1);
  return others.length === 0 ? last : `${others.join(", ")} ${word} ${last}`;
}
