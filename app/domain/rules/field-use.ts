/** A field as a row or a result uses it: with its parameter where it has one. Equal uses are one object, so that what was read for one serves all. */
import { failure, success, type Result } from "../result.ts";
import type { Field } from "./fields/field.ts";
import { FIELD_BY_KEY } from "./fields/index.ts";
import { RULE_LIMITS } from "./rule.ts";

/** `name`: of the attribute or property, trimmed; empty for a field without parameter. */
export type FieldUse = { field: Field; name: string };

const known = new WeakMap<Field, Map<string, FieldUse>>();

export function fieldUse(key: string, name: unknown): Result<FieldUse, string> {
  const field = FIELD_BY_KEY.get(key);
  if (!field) return failure(`unknown field "${key}"; allowed: ${[...FIELD_BY_KEY.keys()].join(", ")}`);
  if (!field.parameter) return name === undefined ? success(interned(field, "")) : failure(`${key} takes no name`);
  const wanted = typeof name === "string" ? name.trim() : "";
  if (wanted === "") return failure(`${key} needs the ${field.parameter.label.toLowerCase()} in "name"`);
  if (wanted.length > RULE_LIMITS.textLength) return failure(`${key}: the name has at most ${RULE_LIMITS.textLength} characters`);
  return success(interned(field, wanted));
}

function interned(field: Field, name: string): FieldUse {
  const uses = known.get(field) ?? new Map<string, FieldUse>();
  known.set(field, uses);
  const use = uses.get(name) ?? { field, name };
  uses.set(name, use);
  return use;
}
