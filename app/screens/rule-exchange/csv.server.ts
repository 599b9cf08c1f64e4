/** Rules to and from CSV text. No cell can become a formula in a spreadsheet. */
import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { failure, success, type Result } from "#app/domain/result.ts";
import { type ImportProblem, importRecords } from "#app/domain/rules/exchange/import-rules.ts";
import { toRecords } from "#app/domain/rules/exchange/rule-records.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { csvLine } from "../csv.server.ts";
import { WORDS } from "./words.ts";

/** Spreadsheets take a file without the mark for one of another encoding. */
export function rulesCsv(rules: readonly Rule[]): string {
  const { columns, records } = toRecords(rules);
  return `\uFEFF${csvLine(columns)}${records.map((record) => csvLine(columns.map((column) => record[column] ?? ""))).join("")}`;
}

const rowsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

export function parseRulesCsv(text: string): Result<Rule[], ImportProblem[]> {
  const rows = readRows(text);
  if (!rows.ok) return rows;
  const [header, ...body] = rows.value;
  const columns = (header?.cells ?? []).map((column) => column.trim().toLowerCase());
  if (!columns.includes("title") || !columns.includes("action 1")) return failure([{ row: 1, sentence: WORDS.noTitles }]);
  return importRecords(body.map(({ line, cells }) => ({ row: line, record: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""])) })));
}

/** `line`: where a person finds it in a text editor; of a row over several lines the last. Spreadsheets of some countries write semicolons. */
function readRows(text: string): Result<{ line: number; cells: string[] }[], ImportProblem[]> {
  const [first = ""] = text.split(/\r?\n/, 1);
  try {
    const rows = rowsSchema.parse(parse(text, { bom: true, info: true, skip_empty_lines: true, relax_column_count: true, delimiter: first.split(";").length > first.split(",").length ? ";" : "," }));
    return success(rows.map(({ record, info }) => ({ line: info.lines, cells: record })));
  } catch (error) {
    if (error instanceof CsvError) return failure([{ row: null, sentence: WORDS.notCsv(error.message) }]);
    throw error;
  }
}
