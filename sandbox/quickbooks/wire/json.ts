/** JSON as QuickBooks sends and receives it, with readers that never trust a shape. Must not know any entity. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [name: string]: Json | undefined };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The property when it is text, else undefined. */
export function textOf(row: JsonObject, name: string): string | undefined {
  const value = row[name];
  return typeof value === "string" ? value : undefined;
}

/** The `value` of a reference such as `CustomerRef: { value, name }`. */
export function refOf(row: JsonObject, name: string): string | undefined {
  const reference = row[name];
  return isObject(reference) ? textOf(reference, "value") : undefined;
}

export function objectOf(row: JsonObject, name: string): JsonObject {
  const value = row[name];
  return isObject(value) ? value : {};
}

/** The objects of a list property; an absent list is empty. */
export function objectsOf(row: JsonObject, name: string): JsonObject[] {
  const value = row[name];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function without(row: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

/** A value as text: scalars as they are, anything else as JSON. */
export function asText(value: Json | undefined): string {
  if (value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A row's Id; rows of the store always have one. */
export function idOf(row: JsonObject): string {
  const id = textOf(row, "Id");
  if (id === undefined) throw new Error("a stored row has no Id");
  return id;
}
