/** The v3 API below one company: which request does what. Pure of HTTP: path and body in, JSON out, refusals thrown. */
import type { Books } from "../company/state.ts";
import { findEntity } from "../entities/registry.ts";
import type { EntityDefinition } from "../entities/definition.ts";
import { runQuery } from "../query/run.ts";
import type { JsonObject } from "../wire/json.ts";
import { isObject, textOf } from "../wire/json.ts";
import { requiredMissing, unknownProperty, unsupportedOperation } from "../wire/refusals.ts";
import { bodyTime } from "../wire/timestamps.ts";
import { createEntity, deleteEntity, readEntity, updateEntity, voidEntity } from "../write/write-entity.ts";
import { runBatch } from "./batch.ts";
import { changesSince } from "./cdc.ts";

export type ApiRequest = {
  method: string;
  /** Below the company, such as `/invoice/130`. */
  path: string;
  query: URLSearchParams;
  body: string;
};

/** The answer's body; every one has a `time`. */
export function answerRequest(books: Books, request: ApiRequest): JsonObject {
  return { ...route(books, request), time: bodyTime(books.now) };
}

function route(books: Books, request: ApiRequest): JsonObject {
  const [first = "", id, ...rest] = request.path.slice(1).split("/");
  const { method, query } = request;
  if (rest.length > 0) throw unsupported(books, request);
  if (first === "query") return { QueryResponse: runQuery(books, queryText(request)) };
  if (first === "batch" && method === "POST") return runBatch(books, parseBody(request.body));
  if (first === "cdc" && method === "GET") return changesSince(books, query.get("entities") ?? "", query.get("changedSince") ?? "");
  const definition = findEntity(first);
  if (!definition) throw unsupportedOperation(first);
  if (method === "GET") return { [definition.name]: readEntity(books, definition, rowId(definition, id)) };
  if (method === "POST" && id === undefined) return { [definition.name]: write(books, definition, request) };
  throw unsupported(books, request);
}

/** There is one Preferences and one CompanyInfo, whatever the id in the path says. */
function rowId(definition: EntityDefinition, id: string | undefined): string {
  return definition.name === "Preferences" || definition.name === "CompanyInfo" ? "1" : (id ?? "");
}

function write(books: Books, definition: EntityDefinition, request: ApiRequest): JsonObject {
  const body = parseBody(request.body);
  const operation = request.query.get("operation") ?? "update";
  const includes = (request.query.get("include") ?? "").split(",");
  const options = { allowDuplicateDocNumber: includes.includes("allowduplicatedocnum") };
  switch (operation) {
    case "delete":
      return deleteEntity(books, definition, body);
    case "void":
      if (definition.voidBy !== "operation") throw unsupportedOperation(`void of ${definition.name.toLowerCase()}`);
      return voidEntity(books, definition, body);
    case "update": {
      const isVoid = includes.includes("void");
      if (isVoid && definition.voidBy !== "include") throw unsupportedOperation(`void of ${definition.name.toLowerCase()}`);
      if (isVoid) return voidEntity(books, definition, body);
      const isUpdate = textOf(body, "Id") !== undefined || request.query.has("operation");
      return isUpdate ? updateEntity(books, definition, body, options) : createEntity(books, definition, body, options);
    }
    default:
      throw unsupportedOperation(operation);
  }
}

function queryText({ method, query, body }: ApiRequest): string {
  const text = method === "POST" && body !== "" ? body : query.get("query");
  if (!text) throw requiredMissing("query");
  return text;
}

function parseBody(body: string): JsonObject {
  try {
    const parsed: unknown = JSON.parse(body);
    if (isObject(parsed)) return parsed;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw unknownProperty("The body is not a JSON object\n");
}

/** REC error-500-1. */
function unsupported(books: Books, { path }: ApiRequest): Error {
  const relative = `/v3/company/${books.state.realmId}${path}`;
  return unsupportedOperation(`Could not find resource for relative : ${relative} of full path: https://qbo.intuit.com${relative}`);
}
