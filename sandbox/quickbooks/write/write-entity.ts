/**
 * Create, update, void and delete: the one path that API, batch, set-up and the bookkeeper's hand all take.
 * Every function must run inside `inTransaction`; refusals are thrown as QuickBooksFault.
 */
import { inHomeCurrency } from "../rules/document-currency.ts";
import type { Books } from "../company/state.ts";
import type { EntityDefinition, WriteOptions } from "../entities/definition.ts";
import { checkShape } from "../entities/shape.ts";
import { requireOpenPeriod } from "../rules/closed-period.ts";
import { post } from "../store/ledger.ts";
import { findRow, insertRow, removeRow, replaceRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf, textOf, without } from "../wire/json.ts";
import { invalidId, objectNotFound, requiredMissing, staleObject, unsupportedOperation } from "../wire/refusals.ts";

/** Kept by QuickBooks whatever a client sends. */
const SYSTEM = ["Id", "SyncToken", "MetaData", "domain", "sparse"];

/** `Id` in the body is kept only where the company is set up; the API turns a body with an Id into an update before. */
export function createEntity(books: Books, definition: EntityDefinition, body: JsonObject, options: WriteOptions): JsonObject {
  requireWritable(definition);
  checkShape(definition.name, definition.fields, body, books.state.switches);
  const draft = withoutNulls(without(body, [...definition.readOnly, "SyncToken", "MetaData", "domain", "sparse", "status"]));
  const row = definition.complete(books, draft, undefined, options);
  requireOpenPeriod(books, definition, row, undefined);
  return afterChange(books, definition, insertRow(books, definition.name, definition.idSpace, row), undefined);
}

/**
 * Sparse: sent properties replace, the others stay; full: what is not sent becomes null (05, 1.1). Lists are replaced whole in both.
 * A null or an update that changes nothing is an update too, except that a row already inactive is answered unchanged (recorded: deactivate-account-2).
 */
export function updateEntity(books: Books, definition: EntityDefinition, body: JsonObject, options: WriteOptions): JsonObject {
  requireWritable(definition);
  checkShape(definition.name, definition.fields, body, books.state.switches);
  const before = requireCurrent(books, definition, body);
  const sent = without(body, [...definition.readOnly, ...SYSTEM, "status"]);
  const system = Object.fromEntries(SYSTEM.map((name) => [name, before[name]]));
  const draft = withoutNulls(body.sparse === true ? { ...before, ...sent } : { ...sent, ...system });
  const row = definition.complete(books, draft, before, options);
  requireOpenPeriod(books, definition, row, before);
  if (before.Active === false && row.Active === false && sameValues(before, row)) return answer(books, definition, idOf(before));
  return afterChange(books, definition, replaceRow(books, definition.name, row), before);
}

export function voidEntity(books: Books, definition: EntityDefinition, body: JsonObject): JsonObject {
  if (!definition.voided) throw unsupportedOperation(`void of ${definition.name.toLowerCase()}`);
  const before = requireCurrent(books, definition, body);
  requireOpenPeriod(books, definition, undefined, before);
  return afterChange(books, definition, replaceRow(books, definition.name, definition.voided(books, before)), before);
}

/** Answers `{ domain, status: "Deleted", Id }` (recorded: delete-invoice-2). */
export function deleteEntity(books: Books, definition: EntityDefinition, body: JsonObject): JsonObject {
  if (definition.kind !== "transaction") throw unsupportedOperation(`delete of ${definition.name.toLowerCase()}`);
  const row = requireCurrent(books, definition, body);
  requireOpenPeriod(books, definition, undefined, row);
  definition.beforeDelete?.(books, row);
  if (definition.postings) post(books, transactionKey(definition, row), []);
  removeRow(books, definition.name, idOf(row));
  return { domain: "QBO", status: "Deleted", Id: idOf(row) };
}

/** A row as it is answered: 2030 for what is no id, 610 for what is not there. */
export function readEntity(books: Books, definition: EntityDefinition, id: string): JsonObject {
  if (!/^-?\d+$/.test(id)) throw invalidId(id);
  if (!findRow(books, definition.name, id)) throw objectNotFound();
  return answer(books, definition, id);
}

function answer(books: Books, definition: EntityDefinition, id: string): JsonObject {
  const row = findRow(books, definition.name, id);
  if (!row) throw objectNotFound();
  return definition.render ? definition.render(books, row) : row;
}

function afterChange(books: Books, definition: EntityDefinition, row: JsonObject, before: JsonObject | undefined): JsonObject {
  if (definition.postings) post(books, transactionKey(definition, row), inHomeCurrency(books, row, definition.postings(books, row)));
  definition.afterWrite?.(books, row, before);
  return answer(books, definition, idOf(row));
}

function transactionKey(definition: EntityDefinition, row: JsonObject): string {
  return `${definition.name}:${idOf(row)}`;
}

function requireWritable(definition: EntityDefinition): void {
  if (definition.kind === "readOnly") throw unsupportedOperation(definition.name.toLowerCase());
}

function requireCurrent(books: Books, definition: EntityDefinition, body: JsonObject): JsonObject {
  const id = textOf(body, "Id");
  if (id === undefined) throw requiredMissing("Id");
  if (textOf(body, "SyncToken") === undefined) throw requiredMissing("SyncToken");
  const row = findRow(books, definition.name, id);
  if (!row) throw objectNotFound();
  if (row.SyncToken !== body.SyncToken) throw staleObject();
  return row;
}

function withoutNulls(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));
}

function sameValues(a: JsonObject, b: JsonObject): boolean {
  return Object.keys({ ...a, ...b }).every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}
