/** Document numbers (05, 1.1): own numbers when the company numbers by itself, 6140 for a used one. */
import type { Books } from "../company/state.ts";
import { nextNumber } from "../company/state.ts";
import { preferenceOf } from "../company/preferences.ts";
import type { WriteOptions } from "../entities/definition.ts";
import { ownersOf } from "../store/rows.ts";
import { docNumberKey } from "../store/unique-keys.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf, textOf } from "../wire/json.ts";
import { duplicateDocNumber } from "../wire/refusals.ts";

/** QuickBooks starts counting here in a new company. */
const FIRST_NUMBER = 1001;

/** The row with the number it shall have; without `CustomTxnNumbers` an omitted number is the next one, with it there is none. */
export function withDocNumber(
  books: Books,
  entity: string,
  row: JsonObject,
  before: JsonObject | undefined,
  options: WriteOptions,
): JsonObject {
  const isOwnNumbering = preferenceOf(books, "SalesFormsPrefs.CustomTxnNumbers") !== true;
  if (textOf(row, "DocNumber") === undefined && isOwnNumbering) {
    const kept = before && textOf(before, "DocNumber");
    return { ...row, DocNumber: kept ?? String(nextNumber(books, `DocNumber.${entity}`, FIRST_NUMBER)) };
  }
  if (!isOwnNumbering && !options.allowDuplicateDocNumber) requireFreeNumber(books, entity, row, before);
  return row;
}

function requireFreeNumber(books: Books, entity: string, row: JsonObject, before: JsonObject | undefined): void {
  const docNumber = textOf(row, "DocNumber");
  const key = docNumberKey(entity, row);
  const isUnchanged = before !== undefined && textOf(before, "DocNumber") === docNumber;
  if (docNumber === undefined || key === undefined || isUnchanged || !books.state.switches.duplicateDocNumberWarning) return;
  const self = before ? idOf(before) : undefined;
  const owner = ownersOf(books, key).find(({ id }) => id !== self);
  if (owner) throw duplicateDocNumber(docNumber, entity, owner.id);
}
