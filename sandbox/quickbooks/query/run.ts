/** Runs a parsed query over a company's rows; refuses what is not filterable with 4001. Reads only. */
import type { Books } from "../company/state.ts";
import type { EntityDefinition } from "../entities/definition.ts";
import { findEntity } from "../entities/registry.ts";
import { asQueriesSee } from "../store/query-lag.ts";
import { listRows } from "../store/rows.ts";
import { toMinor } from "../wire/decimal.ts";
import type { Json, JsonObject } from "../wire/json.ts";
import { asText, isObject } from "../wire/json.ts";
import { invalidQuery } from "../wire/refusals.ts";
import { parseQuery } from "./parse.ts";
import type { Condition, Literal, Query } from "./parse.ts";

/** "Max 1000 rows" (05, 1.13). */
const PAGE_LIMIT = 1000;
/** Amounts and quantities are compared as numbers with at most ten decimals. */
const COMPARED_DIGITS = 10;

/** The `QueryResponse`: rows with startPosition and maxResults, empty when nothing is found, or totalCount (recorded: all-alt_select). */
export function runQuery(books: Books, text: string): JsonObject {
  const query = parseQuery(text);
  const definition = findEntity(query.entity);
  if (!definition) throw invalidQuery(`invalid context declaration: ${query.entity}`);
  requireFilterable(definition, query);
  const rows = asQueriesSee(books, definition.name, listRows(books, definition.name))
    .map((row) => (definition.render ? definition.render(books, row) : row))
    .filter((row) => isVisible(row, query) && query.where.every((condition) => matches(row, condition)));
  if (query.counts) return { totalCount: rows.length };
  const first = Math.max(0, query.startPosition - 1);
  const page = rows.sort(comparator(query)).slice(first, first + query.maxResults);
  if (page.length === 0) return {};
  return { [definition.name]: page, startPosition: query.startPosition, maxResults: page.length };
}

function requireFilterable(definition: EntityDefinition, query: Query): void {
  for (const { field } of [...query.where, ...query.orderBy]) {
    if (!definition.filterable.includes(field)) {
      throw invalidQuery(`Property ${field} not found for Entity ${definition.name}`);
    }
  }
  if (query.maxResults > PAGE_LIMIT) throw invalidQuery(`value ${query.maxResults} is too large. Max allowed value is ${PAGE_LIMIT}.`);
}

/** Inactive rows show only when the query asks for `Active`. */
function isVisible(row: JsonObject, query: Query): boolean {
  return row.Active !== false || query.where.some(({ field }) => field === "Active");
}

function matches(row: JsonObject, { field, operator, values }: Condition): boolean {
  const actual = valueAt(row, field);
  if (actual === undefined || actual === null) return false;
  if (operator === "IN") return values.some((value) => compare(actual, value) === 0);
  const [expected = ""] = values;
  if (operator === "LIKE") return likePattern(String(expected)).test(asText(actual));
  const order = compare(actual, expected);
  switch (operator) {
    case "=":
      return order === 0;
    case "<":
      return order < 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    case ">=":
      return order >= 0;
  }
}

/** References compare by their value, e-mail addresses by their address, `MetaData.X` by the inner time. */
function valueAt(row: JsonObject, field: string): Json | undefined {
  let value: Json | undefined = row;
  for (const part of field.split(".")) value = isObject(value) ? value[part] : undefined;
  if (!isObject(value)) return value;
  return value.value ?? value.Address;
}

/** Numbers as numbers even when quoted (recorded: `TotalAmt > '300.00'`), times as instants, everything else as text. */
function compare(actual: Json, expected: Literal): number {
  if (typeof actual === "number") {
    const a = toMinor(actual, COMPARED_DIGITS) ?? 0n;
    const b = toMinor(typeof expected === "boolean" ? String(expected) : expected, COMPARED_DIGITS);
    if (b === undefined) return Number.NaN;
    return a < b ? -1 : a > b ? 1 : 0;
  }
  const a = asText(actual);
  const b = String(expected);
  if (/^\d{4}-\d{2}-\d{2}T/.test(a) && /^\d{4}-\d{2}-\d{2}/.test(b)) return Math.sign(Date.parse(a) - Date.parse(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

function likePattern(pattern: string): RegExp {
  const parts = pattern.split("%").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "is");
}

function comparator(query: Query): (a: JsonObject, b: JsonObject) => number {
  return (a, b) => {
    for (const { field, descending } of query.orderBy) {
      const order = compareRows(valueAt(a, field), valueAt(b, field));
      if (order !== 0) return descending ? -order : order;
    }
    return Number(a.Id) - Number(b.Id);
  };
}

function compareRows(a: Json | undefined, b: Json | undefined): number {
  if (a === undefined || a === null) return b === undefined || b === null ? 0 : -1;
  if (typeof b === "string" || typeof b === "number" || typeof b === "boolean") return compare(a, b);
  return 1;
}
