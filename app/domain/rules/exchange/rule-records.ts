/** Rules as records of a table, one per rule, and back: as many condition and action columns as the widest rule needs. Knows nothing of files and separators. */
import { failure, success, type Result } from "../../result.ts";
import type { Group, Row, Rule, RuleAction } from "../rule.ts";
import { fromCell, fromTextCell, parseJson, textCell, toCell } from "./cells.ts";

/** By column. */
export type RuleRecord = Readonly<Record<string, string>>;

const FIRST = ["title", "enabled", "match"] as const;
/** A rule with a group inside its conditions does not fit into columns: it has its conditions here, as JSON. */
const LAST = ["conditions", "note"] as const;
const MATCH = { all: "all", any: "any", unlessAll: "unless all", unlessAny: "unless any" } as const;

export function toRecords(rules: readonly Rule[]): { columns: string[]; records: RuleRecord[] } {
  const records = rules.map(toRecord);
  const conditions = widest(rules.map(({ when }) => flatRows(when)?.length ?? 0));
  const actions = widest(rules.map(({ then }) => then.length));
  const numbered = (words: readonly string[], count: number): string[] => Array.from({ length: count }, (_, index) => words.map((word) => `${word} ${index + 1}`)).flat();
  return { columns: [...FIRST, ...numbered(["field", "comparison", "value"], conditions), ...numbered(["action", "result"], actions), ...LAST], records };
}

const widest = (counts: readonly number[]): number => counts.reduce((most, count) => Math.max(most, count), 1);

function toRecord(rule: Rule): RuleRecord {
  const rows = flatRows(rule.when);
  const joined = "all" in rule.when ? "all" : "any";
  const isUnless = rule.unless === true;
  const match = joined === "all" ? (isUnless ? MATCH.unlessAll : MATCH.all) : isUnless ? MATCH.unlessAny : MATCH.any;
  return {
    title: textCell(rule.title),
    enabled: rule.enabled ? "yes" : "no",
    match,
    ...Object.fromEntries((rows ?? []).flatMap((row, index) => rowCells(row, index + 1))),
    ...Object.fromEntries(rule.then.flatMap((action, index) => actionCells(action, index + 1))),
    ...(rows === null && { conditions: JSON.stringify(rule.when) }),
    ...(rule.note !== undefined && { note: textCell(rule.note) }),
  };
}

function flatRows(group: Group): Row[] | null {
  const members = "all" in group ? group.all : group.any;
  const rows = members.filter((member) => "field" in member);
  return rows.length === members.length ? rows : null;
}

function rowCells({ field, op, value, ...more }: Row, place: number): [string, string][] {
  return [[`field ${place}`, Object.keys(more).length > 0 ? JSON.stringify({ field, ...more }) : toCell(field)], [`comparison ${place}`, op], [`value ${place}`, toCell(value)]];
}

function actionCells({ action, ...params }: RuleAction, place: number): [string, string][] {
  const keys = Object.keys(params);
  const isPlain = keys.length === 0 || (keys.length === 1 && keys[0] === "value" && (typeof params["value"] !== "object" || params["value"] === null));
  return [[`action ${place}`, action], [`result ${place}`, isPlain ? toCell(params["value"]) : JSON.stringify(params)]];
}

/** Not checked yet: what comes out is what `parseRules` is asked about. The failure is a sentence. */
export function fromRecord(record: RuleRecord): Result<unknown, string> {
  const cell = (column: string): string => record[column] ?? "";
  const enabled = yesNo(cell("enabled"));
  if (enabled === null) return failure(`“enabled” must be yes or no, not “${cell("enabled")}”`);
  const match = cell("match").trim().toLowerCase() === "" ? MATCH.all : cell("match").trim().toLowerCase();
  if (!Object.values<string>(MATCH).includes(match)) return failure(`“match” must be ${Object.values(MATCH).join(", ")}, not “${cell("match")}”`);
  const conditions = cell("conditions").trim();
  const grouped = conditions === "" ? null : parseJson(conditions);
  if (grouped && !grouped.ok) return failure("“conditions” must be JSON");
  const joined = match === MATCH.all || match === MATCH.unlessAll ? "all" : "any";
  return success({
    title: fromTextCell(cell("title")).trim(),
    enabled,
    ...(match.startsWith("unless") && { unless: true }),
    when: grouped ? grouped.value : { [joined]: numbered(record, "field").map((place) => rowOf(cell, place)) },
    then: numbered(record, "action").map((place) => actionOf(cell, place)),
    ...(cell("note") !== "" && { note: fromTextCell(cell("note")) }),
  });
}

const YES = new Set(["", "yes", "true", "1", "on"]);
const NO = new Set(["no", "false", "0", "off"]);
function yesNo(cell: string): boolean | null {
  const word = cell.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

/** Numbers of the columns of a kind that this record fills, in order. */
function numbered(record: RuleRecord, word: string): number[] {
  const places = Object.entries(record).flatMap(([column, cell]) => (cell.trim() !== "" && column.startsWith(`${word} `) ? [Number(column.slice(word.length + 1))] : []));
  return places.filter(Number.isInteger).sort((left, right) => left - right);
}

type ReadCell = (column: string) => string;

function rowOf(cell: ReadCell, place: number): unknown {
  const field = fromCell(cell(`field ${place}`));
  const value = fromCell(cell(`value ${place}`));
  return { ...(typeof field === "object" ? field : { field: cell(`field ${place}`).trim() }), op: cell(`comparison ${place}`).trim(), ...(value !== undefined && { value }) };
}

function actionOf(cell: ReadCell, place: number): unknown {
  const result = fromCell(cell(`result ${place}`));
  const params = typeof result === "object" && !Array.isArray(result) ? result : result === undefined ? {} : { value: result };
  return { action: cell(`action ${place}`).trim(), ...params };
}
