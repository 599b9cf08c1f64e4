/** Makes texts fit for QuickBooks' fields: characters it refuses are taken out and lengths kept. It never decides which text goes where. */
import { LENGTHS } from "./limits.ts";

// C0 controls except tab and line feed, DEL, C1 controls, and unpaired surrogates: refused as illegal characters (error 2040) or not valid in JSON at all.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Cuts to `length` UTF-16 units, never through a surrogate pair. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const short = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
}

/** Text for people: line feeds stay. */
export const plainText = (text: string, length: number): string =>
  cut(text.replace(/\r\n?/g, "\n").replace(CONTROL, "").trim(), length).trimEnd();

/** Names of customers and items: no colon, tab or line break (05 §1.2). */
export const nameText = (text: string, length: number): string =>
  cut(text.replace(/[:\t\r\n]+/g, " ").replace(CONTROL, "").replace(/ {2,}/g, " ").trim(), length).trimEnd();

/** One-line fields such as a reference or a street. */
export const lineText = (text: string, length: number): string => plainText(text.replace(/\s+/g, " "), length);

/** The memo with its marker at the end; when both do not fit, the memo is cut, never the marker (look-ups trust it). */
export function noteText(memo: string, marker: string): string {
  const tail = `\n${marker}`;
  return `${plainText(memo, LENGTHS.privateNote - tail.length)}${tail}`.trim();
}

/** An address QuickBooks would refuse (error 2210) or that would have to be cut is left out: a wrong address is worse than none. */
export function emailText(email: string | null): string | null {
  const text = email?.trim() ?? "";
  return /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(text) && text.length <= LENGTHS.email ? text : null;
}
