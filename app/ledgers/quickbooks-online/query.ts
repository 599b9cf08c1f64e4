/** Builds statements of QuickBooks' query language; every value is escaped here and nowhere else. */
import { IN_MAX_CHARACTERS, IN_MAX_VALUES, QUERY_PAGE_ROWS } from "./limits.ts";

/**
 * A quoted string. QuickBooks escapes `'` as `\'` (recorded: get-display_name-1); the backslash itself has to be escaped too,
 * or a value that ends in one would swallow the closing quote (05 §1.13).
 */
export const quoted = (value: string): string => `'${value.replace(/[\\']/g, "\\$&").replace(/[\u0000-\u001f]/g, " ")}'`;

export type Condition = { field: string; equals: string } | { field: string; isOneOf: readonly string[] } | { field: string; atLeast: string };

/** One page of the rows for which all conditions hold; `page` starts at 0. */
export function selectStatement(entity: string, conditions: readonly Condition[], page = 0): string {
  const where = conditions.map(conditionText);
  const filter = where.length === 0 ? "" : ` WHERE ${where.join(" AND ")}`;
  return `SELECT * FROM ${entity}${filter} STARTPOSITION ${page * QUERY_PAGE_ROWS + 1} MAXRESULTS ${QUERY_PAGE_ROWS}`;
}

function conditionText(condition: Condition): string {
  if ("equals" in condition) return `${condition.field} = ${quoted(condition.equals)}`;
  if ("atLeast" in condition) return `${condition.field} >= ${quoted(condition.atLeast)}`;
  return `${condition.field} IN (${condition.isOneOf.map(quoted).join(", ")})`;
}

/** Distinct, non-empty values in groups that fit one `IN (…)`. */
export function inGroups(values: readonly string[]): string[][] {
  const groups: string[][] = [];
  let group: string[] = [];
  let characters = 0;
  for (const value of new Set(values.filter((candidate) => candidate !== ""))) {
    const length = quoted(value).length;
    if (group.length >= IN_MAX_VALUES || (group.length > 0 && characters + length > IN_MAX_CHARACTERS)) {
      groups.push(group);
      group = [];
      characters = 0;
    }
    group.push(value);
    characters += length;
  }
  return group.length > 0 ? [...groups, group] : groups;
}
