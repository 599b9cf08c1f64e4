/** `POST /batch` (05, 1.14): up to 30 items, each succeeding or failing for itself. */
import { inTransaction } from "../company/state.ts";
import type { Books } from "../company/state.ts";
import { findEntity } from "../entities/registry.ts";
import { runQuery } from "../query/run.ts";
import { QuickBooksFault, faultObject } from "../wire/fault.ts";
import type { JsonObject } from "../wire/json.ts";
import { isObject, objectsOf, textOf } from "../wire/json.ts";
import { requiredMissing, unsupportedOperation, wrongLength } from "../wire/refusals.ts";
import { createEntity, deleteEntity, updateEntity } from "../write/write-entity.ts";

const MAX_ITEMS = 30;
const MAX_ITEM_ID_LENGTH = 10;

/** `{ BatchItemResponse: [...] }` in the order of the items (recorded: batch-basic-1). */
export function runBatch(books: Books, body: JsonObject): JsonObject {
  const items = objectsOf(body, "BatchItemRequest");
  if (items.length === 0) throw requiredMissing("BatchItemRequest");
  if (items.length > MAX_ITEMS) throw tooManyItems(items.length);
  return { BatchItemResponse: items.map((item) => ({ ...answerItem(books, item), bId: textOf(item, "bId") })) };
}

/** A nested unit of work per item: what fails takes back its own changes only; what works joins the batch's. */
function answerItem(books: Books, item: JsonObject): JsonObject {
  try {
    const work = (own: Books): JsonObject => {
      const answer = runItem(own, item);
      books.undo.push(...own.undo);
      return answer;
    };
    return inTransaction(books.state, books.now, work, books.by);
  } catch (error) {
    if (error instanceof QuickBooksFault) return { Fault: faultObject(error) };
    throw error;
  }
}

function runItem(books: Books, item: JsonObject): JsonObject {
  const bId = textOf(item, "bId");
  if (bId === undefined) throw requiredMissing("bId");
  if (bId.length > MAX_ITEM_ID_LENGTH) throw wrongLength("bId", bId.length, MAX_ITEM_ID_LENGTH);
  const query = textOf(item, "Query");
  if (query !== undefined) return { QueryResponse: runQuery(books, query) };
  const [name, body] = Object.entries(item).find(([, value]) => isObject(value)) ?? [];
  const definition = name === undefined ? undefined : findEntity(name);
  if (!definition || !isObject(body)) throw unsupportedOperation(name ?? "batch item without an entity");
  const options = { allowDuplicateDocNumber: textOf(item, "optionsData") === "allowduplicatedocnum" };
  switch (textOf(item, "operation")) {
    case "create":
      return { [definition.name]: createEntity(books, definition, body, options) };
    case "update":
      return { [definition.name]: updateEntity(books, definition, body, options) };
    case "delete":
      return { [definition.name]: deleteEntity(books, definition, body) };
    default:
      throw unsupportedOperation(textOf(item, "operation") ?? "batch item without an operation");
  }
}

function tooManyItems(count: number): QuickBooksFault {
  return new QuickBooksFault({
    code: "1040",
    message: "Maximum number of batch items exceeded",
    detail: `A batch has ${MAX_ITEMS} items at most. Supplied items:${count}`,
  });
}
