/** Turns one row of a rule into a test, or says why it cannot be one. The only place that checks rows, so what is accepted is exactly what can run. */
import { failure, success, type Result } from "../result.ts";
import { type FieldUse, fieldUse } from "./field-use.ts";
import type { FieldValue } from "./fields/field.ts";
import { OPERATOR_BY_KEY, operatorsFor } from "./operators/index.ts";
import type { Day, Operator } from "./operators/operator.ts";
import { RULE_LIMITS, type Row } from "./rule.ts";
import type { Comparable } from "./values/value-type.ts";
import { VALUE_TYPES } from "./values/index.ts";

export type ValueTest = (value: FieldValue, today: Day) => boolean;

export type CompiledRow = {
  row: Row;
  use: FieldUse;
  /** Asks every line instead of any. */
  every: boolean;
  /** Of one value: the order's, or one line's. */
  test: ValueTest;
};

/** Of the values that the field read: one for the order, or one per line. */
export function holds({ every, test }: CompiledRow, values: readonly FieldValue[], today: Day): boolean {
  if (!every) {
    for (const value of values) if (test(value, today)) return true;
    return false;
  }
  return values.length > 0 && values.every((value) => test(value, today));
}

/** A value of `*` alone means any value. */
const ANY = "*";

export function compileRow(row: Row): Result<CompiledRow, string> {
  const use = fieldUse(row.field, row.name);
  if (!use.ok) return use;
  const { field } = use.value;
  const operator = OPERATOR_BY_KEY.get(row.op);
  if (!operator?.types.includes(field.type)) {
    const allowed = operatorsFor(field.type).map(({ key }) => key);
    const problem = operator ? `"${row.op}" cannot compare ${field.key}` : `unknown comparison "${row.op}"`;
    return failure(`${problem}; allowed for ${field.key}: ${allowed.join(", ")}`);
  }
  if (row.every !== undefined && field.level === "order") return failure(`"every" is for line fields; ${field.key} belongs to the order`);
  const test = compileTest(use.value, operator, row.value);
  return test.ok ? success({ row, use: use.value, every: row.every === true, test: test.value }) : test;
}

function compileTest({ field }: FieldUse, operator: Operator, raw: unknown): Result<ValueTest, string> {
  if (operator.kind === "presence" || operator.operands === "none") {
    if (raw !== undefined && raw !== null) return failure(`"${operator.key}" takes no value`);
  }
  if (operator.kind === "presence") return success(({ members }) => (members.length === 0) === (operator.holdsWhen === "empty"));
  const operands = operandsOf(operator, raw);
  if (!operands.ok) return operands;
  if (operands.value.some(isAny) && operator.operands !== "range" && !operator.parse) {
    return operator.negated ? failure(`* means any value, so "${operator.key}" would never hold; use "is_empty"`) : success(({ members }) => members.length > 0);
  }
  const parsed: Comparable[] = [];
  for (const operand of operands.value) {
    const comparable = operator.parse ? operator.parse(operand) : VALUE_TYPES[field.type].parse(operand, field.choices);
    if (!comparable.ok) return failure(`${field.key}: ${comparable.failure}`);
    parsed.push(comparable.value);
  }
  const passes = operator.test(parsed);
  const some = (members: readonly Comparable[], today: Day): boolean => {
    for (const member of members) if (passes(member, today)) return true;
    return false;
  };
  // A missing value is false, even for a negative comparison; a set without members is a value like any other.
  if (operator.negated) return success(({ members }, today) => (members.length > 0 || field.type === "set") && !some(members, today));
  return success(({ members }, today) => some(members, today));
}

const isAny = (raw: unknown): boolean => typeof raw === "string" && raw.trim() === ANY;
const isBlank = (raw: unknown): boolean => raw === undefined || raw === null || (typeof raw === "string" && raw.trim() === "");

/** The values of a row, as many as the operator wants. A single value stands for a list of one. */
function operandsOf(operator: Extract<Operator, { kind: "comparison" }>, raw: unknown): Result<unknown[], string> {
  if (operator.operands === "none") return success([]);
  const given: unknown[] = Array.isArray(raw) ? raw : [raw];
  if (given.length === 0 || given.some(isBlank)) return failure(`"${operator.key}" needs a value that is not blank`);
  if (operator.operands === "one" && Array.isArray(raw)) return failure(`"${operator.key}" takes one value, not a list; for a list use "is_one_of" or "is_none_of"`);
  if (operator.operands === "range" && given.length !== 2) return failure(`"${operator.key}" takes two values: [from, to]`);
  if (given.length > RULE_LIMITS.values) return failure(`"${operator.key}" takes at most ${RULE_LIMITS.values} values`);
  return success(given);
}
