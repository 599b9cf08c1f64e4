/** What must be unique in a company, as keys into one index. Knows which fields count, not what to do about a clash. */
import type { JsonObject } from "../wire/json.ts";
import { textOf } from "../wire/json.ts";

/** Customer, Vendor and Employee share one name list (05, 1.2). */
export function nameKey(entity: string, row: JsonObject): string | undefined {
  const displayName = textOf(row, "DisplayName");
  if (displayName !== undefined) return `DisplayName:${fold(displayName)}`;
  const name = textOf(row, "FullyQualifiedName") ?? textOf(row, "Name");
  return name === undefined ? undefined : `${entity}.Name:${fold(name)}`;
}

export function docNumberKey(entity: string, row: JsonObject): string | undefined {
  const docNumber = textOf(row, "DocNumber");
  return docNumber === undefined ? undefined : `${entity}.DocNumber:${docNumber}`;
}

export function keysOf(entity: string, row: JsonObject): string[] {
  return [nameKey(entity, row), docNumberKey(entity, row)].filter((key) => key !== undefined);
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}
