/** What a request body may look like: property names, types, lengths, characters. Checks form only, never meaning. */
import type { Json, JsonObject } from "../wire/json.ts";
import { asText, isObject } from "../wire/json.ts";
import { parseDecimal } from "../wire/decimal.ts";
import {
  illegalCharacters,
  invalidChoice,
  invalidEmail,
  invalidNumber,
  unknownProperty,
  wrongLength,
} from "../wire/refusals.ts";

export type Field =
  | { kind: "text"; max: number; forbidden?: RegExp }
  | { kind: "email"; max: number }
  | { kind: "number" | "boolean" | "date" | "any" }
  | { kind: "choice"; values: readonly string[] }
  | { kind: "object"; type: string; fields: Fields }
  | { kind: "list"; of: Field };

export type Fields = { readonly [name: string]: Field };

export const NUMBER: Field = { kind: "number" };
export const BOOLEAN: Field = { kind: "boolean" };
export const DATE: Field = { kind: "date" };
/** Known to QuickBooks, of no consequence here: kept and echoed as it is. */
export const ANY: Field = { kind: "any" };

/** No length is documented for most short texts; QuickBooks' general limit for a string (05, 1.1). */
const LONGEST_TEXT = 4000;

export function text(max: number = LONGEST_TEXT, forbidden?: RegExp): Field {
  return forbidden ? { kind: "text", max, forbidden } : { kind: "text", max };
}

export function choice(...values: string[]): Field {
  return { kind: "choice", values };
}

export function object(type: string, fields: Fields): Field {
  return { kind: "object", type, fields };
}

export function list(of: Field): Field {
  return { kind: "list", of };
}

/** Properties that are known but not looked at, from a list of names. */
export function known(names: string): Fields {
  return Object.fromEntries(names.split(" ").map((name) => [name, ANY]));
}

export type ShapeRules = { latin1Only: boolean };

/** Throws the refusal of the first property that does not fit. */
export function checkShape(type: string, fields: Fields, body: JsonObject, rules: ShapeRules): void {
  for (const [name, value] of Object.entries(body)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) throw unknownProperty(unrecognised(type, name, Object.keys(fields)));
    if (value !== null && value !== undefined) checkField(type, name, field, value, rules);
  }
}

function checkField(type: string, name: string, field: Field, value: Json, rules: ShapeRules): void {
  switch (field.kind) {
    case "any":
      return;
    case "text":
      return checkText(type, name, value, field.max, field.forbidden, rules);
    case "email":
      checkText(type, name, value, field.max, undefined, rules);
      if (!/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(asText(value))) throw invalidEmail(name);
      return;
    case "number":
      if (typeof value !== "number") throw unknownProperty(wrongType(type, name, value));
      if (parseDecimal(value) === undefined) throw invalidNumber(name, String(value));
      return;
    case "boolean":
      if (typeof value !== "boolean") throw unknownProperty(wrongType(type, name, value));
      return;
    case "date":
      if (typeof value !== "string" || !isDate(value)) throw unknownProperty(wrongType(type, name, value));
      return;
    case "choice":
      if (typeof value !== "string" || !field.values.includes(value)) throw invalidChoice(name, asText(value));
      return;
    case "object":
      if (!isObject(value)) throw unknownProperty(wrongType(type, name, value));
      return checkShape(field.type, field.fields, value, rules);
    case "list":
      if (!Array.isArray(value)) throw unknownProperty(wrongType(type, name, value));
      for (const entry of value) checkField(type, name, field.of, entry, rules);
  }
}

function checkText(
  type: string,
  name: string,
  value: Json,
  max: number,
  forbidden: RegExp | undefined,
  rules: ShapeRules,
): void {
  if (typeof value !== "string") throw unknownProperty(wrongType(type, name, value));
  if (value.length > max) throw wrongLength(name, value.length, max);
  if (forbidden?.test(value)) throw illegalCharacters(name);
   
  if (rules.latin1Only && /[^\u0000-\u00ff]/.test(value)) throw illegalCharacters(name);
}

function isDate(value: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** The wording of Jackson's message, as recorded in error-400_json-1. */
function unrecognised(type: string, name: string, names: string[]): string {
  const listed = names.map((other) => `"${other}"`).join(", ");
  return `Unrecognized field "${name}" (class com.intuit.schema.finance.v3.${type}), not marked as ignorable (${names.length} known properties: ${listed}])\n`;
}

function wrongType(type: string, name: string, value: Json): string {
  return `Can not deserialize value of field "${name}" (class com.intuit.schema.finance.v3.${type}) from ${JSON.stringify(value)}\n`;
}
