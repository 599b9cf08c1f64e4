/** The text of a value for a jsonb column: bigint becomes a decimal string, Temporal types their ISO text. */

/** A UTF-16 surrogate without its partner, which JSON can write and PostgreSQL's jsonb refuses. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * JSON text of any data value; undefined becomes `null`.
 * jsonb refuses the character U+0000 and lone surrogates (PostgreSQL manual, 8.14), so both become U+FFFD instead of failing a whole run.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, storable) ?? "null";
}

function storable(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "string") return value.replaceAll("\0", "\uFFFD").replace(LONE_SURROGATE, "\uFFFD");
  return value;
}
