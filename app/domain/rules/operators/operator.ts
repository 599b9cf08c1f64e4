/** How a rule compares. An operator knows comparable values only, never a field or an order. */
import type { Result } from "../../result.ts";
import type { Comparable, ValueType } from "../values/value-type.ts";

/** The day on which rules are asked, for comparisons that speak of it. Told by whoever asks: evaluation has no clock. */
export type Day = {
  /** ISO date on the shop's calendar. */
  iso: string;
  /** The day that many days before. */
  before(days: number): string;
};

/** `one` value, `many` values of which one is enough, or a `range` of two. */
export type OperandCount = "none" | "one" | "many" | "range";

type Named = {
  /** Stable: stored in rules. */
  key: string;
  label: string;
  types: readonly ValueType[];
};

/** Looks at whether there is a value at all. */
type PresenceOperator = Named & { kind: "presence"; holdsWhen: "empty" | "not_empty" };

/** Compares each member of the value. */
type ComparisonOperator = Named & {
  kind: "comparison";
  operands: OperandCount;
  /** Holds when no member passes the test, instead of when one does. */
  negated: boolean;
  /** Left out: operands are of the field's own type. */
  parse?(raw: unknown): Result<Comparable, string>;
  /** Prepares the operands once; the answer is asked once per member and order. */
  test(operands: readonly Comparable[]): (actual: Comparable, today: Day) => boolean;
};

export type Operator = PresenceOperator | ComparisonOperator;

const TEXTUAL = ["text", "set"] as const satisfies readonly ValueType[];
const EQUATABLE = ["text", "choice", "set", "number", "money", "date", "yes_no"] as const satisfies readonly ValueType[];
const LISTABLE = ["text", "choice", "set", "number", "money", "date"] as const satisfies readonly ValueType[];

/** `equals` and its opposite. */
export const equalityOperator = (key: string, label: string, negated: boolean): Operator => ({
  kind: "comparison", key, label, negated, types: EQUATABLE, operands: "one",
  test: ([operand]) => (actual) => actual === operand,
});

/** `is one of` and its opposite. */
export const listOperator = (key: string, label: string, negated: boolean): Operator => ({
  kind: "comparison", key, label, negated, types: LISTABLE, operands: "many",
  test: (operands) => {
    const wanted = new Set(operands);
    return (actual) => wanted.has(actual);
  },
});

/** Comparisons of text, and of each text of a set. */
export const textOperator = (key: string, label: string, negated: boolean, test: (operand: string) => (actual: string) => boolean): Operator => ({
  kind: "comparison", key, label, negated, types: TEXTUAL, operands: "one",
  test: ([operand]) => {
    if (typeof operand !== "string") return () => false;
    const passes = test(operand);
    return (actual) => typeof actual === "string" && passes(actual);
  },
});

/** Comparisons by size or by day. `holds` is told -1, 0 or 1: how the value lies to the operand. */
export const orderOperator = (key: string, label: string, types: readonly ValueType[], holds: (sign: number) => boolean): Operator => ({
  kind: "comparison", key, label, types, negated: false, operands: "one",
  test: ([operand]) => (actual) => operand !== undefined && holds(compareSigns(actual, operand)),
});

export function compareSigns(a: Comparable, b: Comparable): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
