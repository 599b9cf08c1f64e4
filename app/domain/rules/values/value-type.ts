/** What a value type must answer, so that fields and operators meet without knowing each other. */
import type { Temporal } from "temporal-polyfill";
import type { Money } from "../../money/money.ts";
import type { Result } from "../../result.ts";

/** What a field of each type reads from an order. */
export type Actuals = {
  text: string;
  number: number;
  money: Money;
  date: Temporal.PlainDate;
  choice: string;
  set: readonly string[];
  yes_no: boolean;
};

export type ValueType = keyof Actuals;

/** The form in which two values are compared: folded text and ISO dates as strings, numbers and amounts as whole millionths. */
export type Comparable = string | bigint | boolean;

export type ValueTypeRules<Actual> = {
  /** Empty where there is no value; more than one only for sets. */
  members(actual: Actual): readonly Comparable[];
  /** For the trace. */
  show(actual: Actual): string;
  /** Reads one value of a rule's row, or says what is wrong with it. `choices` is empty except for choices. */
  parse(raw: unknown, choices: readonly string[]): Result<Comparable, string>;
};
