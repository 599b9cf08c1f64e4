/** What a rule can look at. A field reads the canonical order and nothing else. */
import type { Order, OrderLine } from "../../order/order.ts";
import { VALUE_TYPES } from "../values/index.ts";
import type { Actuals, Comparable, ValueType } from "../values/value-type.ts";
import { linesInForce } from "./lines-in-force.ts";

/** What evaluation knows besides the order. `timeZone` is the shop's IANA time timeZone. */
export type FieldContext = { timeZone: string };

/** One value as compared and as shown; no members means "no value". */
export type FieldValue = { members: readonly Comparable[]; shown: string };

export type Field = {
  /** Stable: stored in rules. */
  key: string;
  label: string;
  type: ValueType;
  level: "order" | "line";
  /** The closed list of a choice; empty for every other type. */
  choices: readonly string[];
  /** One value of the order, or one per line. */
  read(order: Order, context: FieldContext): readonly FieldValue[];
};

type Definition<Subject, Type extends ValueType> = {
  key: string;
  label: string;
  type: Type;
  choices?: readonly string[];
  /** Null when there is no value. */
  read(subject: Subject, context: FieldContext): Actuals[Type] | null;
};

export const NO_VALUE = "no value";

function toValue<Type extends ValueType>(type: Type, actual: Actuals[Type] | null): FieldValue {
  const members = actual === null ? [] : VALUE_TYPES[type].members(actual);
  return { members, shown: actual === null || members.length === 0 ? NO_VALUE : VALUE_TYPES[type].show(actual) };
}

export function orderField<Type extends ValueType>({ read, choices = [], ...field }: Definition<Order, Type>): Field {
  return { ...field, choices, level: "order", read: (order, context) => [toValue(field.type, read(order, context))] };
}

export function lineField<Type extends ValueType>({ read, choices = [], ...field }: Definition<OrderLine, Type>): Field {
  return { ...field, choices, level: "line", read: (order, context) => linesInForce(order).map((line) => toValue(field.type, read(line, context))) };
}
