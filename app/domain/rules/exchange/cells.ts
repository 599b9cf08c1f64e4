/** Values of a rule as cells of a spreadsheet, and back without loss. Plain words stay plain; what would be taken for something else is written as JSON. */
import { failure, success, type Result } from "../../result.ts";

const LIST = " | ";

export function toCell(value: unknown): string {
  if (value === undefined) return "";
  if (typeof value === "string") return kept(isPlain(value) ? value : JSON.stringify(value));
  const isList = Array.isArray(value) && value.length > 1 && value.every((each) => typeof each === "string" && isPlain(each));
  return isList ? kept(value.join(LIST)) : JSON.stringify(value);
}

/** Undefined for an empty cell. */
export function fromCell(cell: string): unknown {
  const text = unguarded(cell).trim();
  if (text === "") return undefined;
  const parsed = parseJson(text);
  if (parsed.ok) return parsed.value;
  return text.includes(LIST) ? text.split(LIST).map((each) => each.trim()) : text;
}

/** Plain text of a cell: titles and notes, which are never JSON. */
export const textCell = (text: string): string => kept(text);
export const fromTextCell = (cell: string): string => unguarded(cell);

/** JSON as this format means it: a number only as JavaScript would write it, so that the SKU `1e5` and the postcode `007` stay text. */
export function parseJson(text: string): Result<unknown, string> {
  if (!/^[[{"]|^-?\d|^(?:true|false)$/.test(text)) return failure("no JSON");
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "number" && String(value) !== text ? failure("a number written another way") : success(value);
  } catch {
    return failure("no JSON");
  }
}

const isPlain = (text: string): boolean => text !== "" && text.trim() === text && !text.includes("|") && !/[\r\n]/.test(text) && !parseJson(text).ok && !/^[[{"]/.test(text);

/** The writer of the file puts an apostrophe before what a spreadsheet would calculate; one that was there already gets a second. */
const GUARDED = /^'+(?:\s*[=+\-@]|[\t\r\n])/;
const kept = (text: string): string => (GUARDED.test(text) ? `'${text}` : text);
const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);
