import { describe, expect, test } from "vitest";
import { FIELDS } from "./fields/index.ts";
import { OPERATORS, operatorsFor } from "./operators/index.ts";
import { FIELD_EXAMPLES } from "./testing/examples.ts";
import { rowHolds } from "./testing/evaluate.ts";

const named = (name: string | undefined) => (name === undefined ? {} : { name });

describe.each(FIELDS.map((field) => [field.key, field] as const))("%s", (key, field) => {
  const examples = FIELD_EXAMPLES[key];

  test("has an example for every operator its type allows, and for no other", () => {
    expect(examples?.type).toBe(field.type);
    const allowed = operatorsFor(field.type).map((operator) => operator.key);
    expect(examples?.cases.map(({ op }) => op).toSorted()).toEqual(allowed.toSorted());
  });

  test.each(examples?.cases ?? [])("$op $value holds for its matching order and not for the other", ({ op, value, matching, other }) => {
    const row = { field: key, ...named(examples?.name), op, value };
    expect([rowHolds(row, matching), rowHolds(row, other)]).toEqual([true, false]);
  });
});

test("keys of fields and operators are unique, and every operator is allowed by some field", () => {
  expect(new Set(FIELDS.map((field) => field.key)).size).toBe(FIELDS.length);
  expect(new Set(OPERATORS.map((operator) => operator.key)).size).toBe(OPERATORS.length);
  const unusable = OPERATORS.filter((operator) => !FIELDS.some((field) => operator.types.includes(field.type)));
  expect(unusable).toEqual([]);
});
