/** Reading and writing rows: ids, SyncToken, MetaData, name index, tombstones. Must not know any entity's rules. */
import type { Books } from "../company/state.ts";
import { assign, nextNumber } from "../company/state.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf, objectOf, textOf } from "../wire/json.ts";
import { metaTime } from "../wire/timestamps.ts";
import { recordChange } from "./audit.ts";
import { rememberForQueries } from "./query-lag.ts";
import { keysOf } from "./unique-keys.ts";

export function findRow(books: Books, entity: string, id: string): JsonObject | undefined {
  return books.state.tables[entity]?.[id];
}

export function listRows(books: Books, entity: string): JsonObject[] {
  return Object.values(books.state.tables[entity] ?? {});
}

/**
 * Stores a new row and gives it Id, SyncToken "0" and MetaData.
 * Ids count per list, but all transactions share one count and so do customers and vendors (recorded: customer 70, then vendor 71).
 * A free id in the draft is kept, so that a company can be set up with known ids.
 */
export function insertRow(books: Books, entity: string, idSpace: string, draft: JsonObject): JsonObject {
  const wanted = textOf(draft, "Id");
  const id = wanted ?? freeId(books, entity, idSpace);
  if (findRow(books, entity, id)) throw new Error(`${entity} ${id} exists already`);
  const time = metaTime(books.now);
  const row = {
    ...draft,
    domain: "QBO",
    sparse: false,
    Id: id,
    SyncToken: "0",
    MetaData: { CreateTime: time, LastUpdatedTime: time },
  };
  put(books, entity, row);
  recordChange(books, entity, row, undefined);
  return row;
}

/** Stores a changed row under the next SyncToken. */
export function replaceRow(books: Books, entity: string, row: JsonObject): JsonObject {
  const token = Number(textOf(row, "SyncToken") ?? "0") + 1;
  const next = { ...withUpdateTime(books, row), SyncToken: String(token) };
  const before = findRow(books, entity, idOf(row));
  put(books, entity, next);
  recordChange(books, entity, next, before);
  return next;
}

/** A customer's balance moves with his documents: LastUpdatedTime changes, SyncToken does not (recorded: error-400-1, customer 1). */
export function touchRow(books: Books, entity: string, id: string): void {
  const row = findRow(books, entity, id);
  if (row) put(books, entity, withUpdateTime(books, row));
}

export function removeRow(books: Books, entity: string, id: string): void {
  const row = findRow(books, entity, id);
  if (!row) return;
  for (const key of keysOf(entity, row)) disown(books, key, `${entity}:${id}`);
  recordChange(books, entity, undefined, row);
  rememberForQueries(books, entity, id, row);
  assign(books, tableOf(books, entity), id, undefined);
  assign(books, books.state.tombstones, `${entity}:${id}`, { entity, id, at: metaTime(books.now) });
}

/** The owners of a unique key, each as entity and id. */
export function ownersOf(books: Books, key: string): { entity: string; id: string }[] {
  return (books.state.keys[key] ?? []).map((owner) => {
    const [entity = "", id = ""] = owner.split(":");
    return { entity, id };
  });
}

function put(books: Books, entity: string, row: JsonObject): void {
  const id = idOf(row);
  const before = findRow(books, entity, id);
  const oldKeys = before ? keysOf(entity, before) : [];
  const newKeys = keysOf(entity, row);
  const owner = `${entity}:${id}`;
  for (const key of oldKeys) if (!newKeys.includes(key)) disown(books, key, owner);
  for (const key of newKeys) {
    if (!oldKeys.includes(key)) assign(books, books.state.keys, key, [...(books.state.keys[key] ?? []), owner]);
  }
  rememberForQueries(books, entity, id, before);
  assign(books, tableOf(books, entity), id, row);
}

function disown(books: Books, key: string, owner: string): void {
  const left = (books.state.keys[key] ?? []).filter((other) => other !== owner);
  assign(books, books.state.keys, key, left.length > 0 ? left : undefined);
}

function tableOf(books: Books, entity: string): Record<string, JsonObject> {
  if (!books.state.tables[entity]) assign(books, books.state.tables, entity, {});
  return books.state.tables[entity] ?? {};
}

function freeId(books: Books, entity: string, idSpace: string): string {
  let id = String(nextNumber(books, `Id.${idSpace}`, 1));
  while (findRow(books, entity, id)) id = String(nextNumber(books, `Id.${idSpace}`, 1));
  return id;
}

function withUpdateTime(books: Books, row: JsonObject): JsonObject {
  return { ...row, MetaData: { ...objectOf(row, "MetaData"), LastUpdatedTime: metaTime(books.now) } };
}
