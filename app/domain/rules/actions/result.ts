/** The result of an action: a constant, a field's value, or a template. Blank ones are refused, so that no rule can wipe anything by accident. */
import { failure, success, type Result } from "../../result.ts";
import { type FieldUse, fieldUse } from "../field-use.ts";
import { FIELD_BY_KEY } from "../fields/index.ts";
import { date } from "../values/date.ts";
import type { Parameter } from "./parameter.ts";

/** Reads what an order (and the line in hand) has for a field, as people would write it; null where it has nothing. */
export type ReadText = (use: FieldUse) => string | null;

/** Null where the result would be blank for this order. */
export type CompiledResult = (read: ReadText) => string | null;

export type ActionLevel = "order" | "line";

/** As stored: text (or a number), `{ copy: "order.attribute", name: "gift_note" }`, or `{ template: "{order.name}-{shipping.country}" }`. */
export function compileResult(raw: unknown, parameter: Parameter, level: ActionLevel): Result<CompiledResult, string> {
  const source = sourceOf(raw);
  if (!parameter.sources.includes(source)) return failure(REFUSED[source](parameter));
  if (isObject(raw) && source === "copy") return copied(raw, parameter, level);
  if (isObject(raw) && source === "template") return templated(raw, parameter, level);
  const text = constantText(raw, parameter);
  return text.ok ? success(() => text.value) : text;
}

const REFUSED = {
  constant: ({ name }: Parameter) => `"${name}" must be copied from a field or made by a template: the same value for every order would not do`,
  copy: ({ name }: Parameter) => `"${name}" cannot be copied from a field`,
  template: ({ name }: Parameter) => `"${name}" cannot be a template`,
};

type Json = Record<string, unknown>;
const isObject = (raw: unknown): raw is Json => typeof raw === "object" && raw !== null && !Array.isArray(raw);

const sourceOf = (raw: unknown): "constant" | "copy" | "template" => (isObject(raw) && "copy" in raw ? "copy" : isObject(raw) && "template" in raw ? "template" : "constant");

/** A written value in the form in which it is used. */
export function constantText(raw: unknown, { name, kind, choices, maxLength }: Parameter): Result<string, string> {
  if (typeof raw !== "string" && typeof raw !== "number") return failure(`"${name}" needs a value that is not blank`);
  const text = String(raw).trim();
  if (text === "") return failure(`"${name}" needs a value that is not blank`);
  if (text.length > maxLength) return failure(`"${name}" has at most ${maxLength} characters`);
  if (kind === "number" && !/^[1-9]\d{0,5}$/.test(text)) return failure(`"${name}" must be a whole number of 1 or more`);
  if (kind === "choice" && !choices.some(({ value }) => value === text)) return failure(`"${name}" must be one of ${choices.map(({ value }) => value).join(", ")}`);
  if (kind === "date") {
    const day = date.parse(text, []);
    return day.ok ? success(text) : failure(`"${name}": ${day.failure}`);
  }
  return success(text);
}

const trimmed = (text: string | null): string | null => (text === null || text.trim() === "" ? null : text.trim());

function copied(raw: Json, parameter: Parameter, level: ActionLevel): Result<CompiledResult, string> {
  const { copy, name, ...others } = raw;
  if (typeof copy !== "string" || Object.keys(others).length > 0) return failure(`"${parameter.name}": to copy a field, write { "copy": "order.poNumber" }`);
  const use = usable(copy, name, level);
  return use.ok ? success((read) => trimmed(read(use.value))) : failure(`"${parameter.name}": ${use.failure}`);
}

function usable(key: string, name: unknown, level: ActionLevel): Result<FieldUse, string> {
  const use = fieldUse(key, name);
  if (use.ok && use.value.field.level === "line" && level === "order") return failure(`${key} belongs to a line, and this is set for the whole order`);
  return use;
}

const PLACE = /\{([^{}]*)\}/;
const MAX_TEMPLATE = 1_000;

/** A template in which a field is blank is made without it; one of which no field has a value is blank. */
function templated(raw: Json, parameter: Parameter, level: ActionLevel): Result<CompiledResult, string> {
  const { template, ...others } = raw;
  if (typeof template !== "string" || template.trim() === "" || Object.keys(others).length > 0) return failure(`"${parameter.name}": a template is text such as { "template": "{order.name}-{shipping.country}" }`);
  if (template.length > MAX_TEMPLATE) return failure(`"${parameter.name}": a template has at most ${MAX_TEMPLATE} characters`);
  const parts: (string | FieldUse)[] = [];
  for (const [index, piece] of template.split(PLACE).entries()) {
    if (index % 2 === 0) {
      if (/[{}]/.test(piece)) return failure(`"${parameter.name}": a brace in the template is not closed`);
      parts.push(piece);
      continue;
    }
    const [key = "", name] = piece.split(/:(.*)/);
    const use = usable(fieldNamed(key.trim()), name, level);
    if (!use.ok) return failure(`"${parameter.name}": ${use.failure}`);
    parts.push(use.value);
  }
  if (parts.length === 1) return failure(`"${parameter.name}": a template needs a field in braces, such as {order.name}`);
  return success((read) => {
    const values = parts.map((part) => (typeof part === "string" ? part : trimmed(read(part))));
    const hasValue = parts.some((part, index) => typeof part !== "string" && values[index] !== null);
    return hasValue ? trimmed(values.map((value) => value ?? "").join("")) : null;
  });
}

/** People write `{shipping.country}` for the field `order.shippingCountry`. */
export function fieldNamed(written: string): string {
  if (FIELD_BY_KEY.has(written)) return written;
  const [group = "", rest = ""] = written.split(".");
  const key = `order.${group}${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
  return FIELD_BY_KEY.has(key) ? key : written;
}
