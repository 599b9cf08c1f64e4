/** Following references: what they point at must exist and be active. Reads only. */
import type { Books } from "../company/state.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf, isObject, refOf, textOf } from "../wire/json.ts";
import { invalidReference, objectNotFound } from "../wire/refusals.ts";
import { findRow } from "../store/rows.ts";

/** The word QuickBooks uses for a list in its 2500 detail. */
const LIST_WORDS: Record<string, string> = { Customer: "Names", Vendor: "Names", Item: "Items", Account: "Accounts" };

/** The row behind an id: 2500 when there is none, 610 when it is inactive. */
export function requireActive(books: Books, entity: string, id: string): JsonObject {
  const row = findRow(books, entity, id);
  if (!row) throw invalidReference(LIST_WORDS[entity] ?? entity, id);
  if (row.Active === false) throw objectNotFound();
  return row;
}

/** `{ value, name }` as QuickBooks answers it. */
export function referenceTo(row: JsonObject): JsonObject {
  const name = textOf(row, "DisplayName") ?? textOf(row, "FullyQualifiedName") ?? textOf(row, "Name");
  return name === undefined ? { value: idOf(row) } : { value: idOf(row), name };
}

/**
 * Checks every reference that `targets` names (property → entity) and gives it its current name.
 * Absent properties stay absent; a reference without a value is a missing reference (2500).
 */
export function resolveReferences(books: Books, row: JsonObject, targets: Record<string, string>): JsonObject {
  const resolved: JsonObject = {};
  for (const [property, entity] of Object.entries(targets)) {
    if (!isObject(row[property])) continue;
    resolved[property] = referenceTo(requireActive(books, entity, refOf(row, property) ?? ""));
  }
  return { ...row, ...resolved };
}
