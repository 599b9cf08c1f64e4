/** Rules of named list rows: unique names and what becomes of the name of a row that is made inactive. Changes nothing. */
import type { Books } from "../company/state.ts";
import { ownersOf } from "../store/rows.ts";
import { nameKey } from "../store/unique-keys.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf, refOf, textOf } from "../wire/json.ts";
import { duplicateName } from "../wire/refusals.ts";
import { requireActive } from "./references.ts";

const DELETED = " (deleted)";

/** 6240 when another row owns the name. */
export function requireUniqueName(books: Books, entity: string, row: JsonObject, before: JsonObject | undefined): void {
  const key = nameKey(entity, row);
  if (key === undefined) return;
  const self = before ? idOf(before) : undefined;
  const others = ownersOf(books, key).filter((owner) => owner.entity !== entity || owner.id !== self);
  if (others.length > 0) throw duplicateName();
}

/** Parent names and own name joined by colons, as `FullyQualifiedName`. */
export function fullName(books: Books, entity: string, row: JsonObject, ownName: string): string {
  const parentId = refOf(row, "ParentRef");
  if (parentId === undefined) return ownName;
  const parent = requireActive(books, entity, parentId);
  return `${textOf(parent, "FullyQualifiedName") ?? ""}:${ownName}`;
}

/**
 * A row that has just become inactive is renamed "X (deleted)", which frees its name
 * (recorded for account, employee and vendor; 05, 1.2). A second one of the same name gets a number.
 */
export function renamedIfDeactivated(
  books: Books,
  entity: string,
  nameField: "DisplayName" | "Name",
  row: JsonObject,
  before: JsonObject | undefined,
): JsonObject {
  const name = textOf(row, nameField) ?? "";
  const justDeactivated = row.Active === false && before?.Active !== false;
  if (!justDeactivated || name.endsWith(DELETED)) return row;
  const isTaken = (candidate: string): boolean => {
    const key = nameKey(entity, { [nameField]: candidate });
    return key !== undefined && ownersOf(books, key).length > 0;
  };
  let renamed = `${name}${DELETED}`;
  for (let count = 2; isTaken(renamed); count += 1) renamed = `${name} (deleted ${count})`;
  return { ...row, [nameField]: renamed };
}
