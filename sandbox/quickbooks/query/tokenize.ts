/** The query text as words, strings, numbers and symbols; in strings `\'` and `\\` are escapes (05, 1.13). */
import { unreadableQuery } from "../wire/refusals.ts";

export type Token = { kind: "word" | "string" | "number" | "symbol"; text: string };

const PATTERN = /\s*(?:('(?:[^'\\]|\\.)*')|(-?\d+(?:\.\d+)?)(?![\w.])|([A-Za-z_][\w.]*)|(<=|>=|[=<>(),*]))/y;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const source = text.trim();
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < source.length) {
    const start = PATTERN.lastIndex;
    const match = PATTERN.exec(source);
    if (!match) throw unreadableQuery(`Lexical error near "${source.slice(start, start + 20)}"`);
    tokens.push(toToken(match));
  }
  return tokens;
}

function toToken([, string, number, word, symbol = ""]: RegExpExecArray): Token {
  if (string !== undefined) return { kind: "string", text: string.slice(1, -1).replace(/\\(.)/gs, "$1") };
  if (number !== undefined) return { kind: "number", text: number };
  if (word !== undefined) return { kind: "word", text: word };
  return { kind: "symbol", text: symbol };
}
