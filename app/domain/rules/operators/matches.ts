/** `matches`: text with `*` for any run of characters. Never builds a regular expression from what a person typed. */
import { textOperator } from "./operator.ts";

/** Each piece between stars is looked for once, from where the one before ended, so the text is passed through once and nothing is tried again. */
export function wildcardTest(pattern: string): (text: string) => boolean {
  const [head = "", ...rest] = pattern.split("*");
  const tail = rest.pop();
  if (tail === undefined) return (text) => text === pattern;
  const pieces = rest.filter((piece) => piece !== "");
  return (text) => {
    if (text.length < head.length + tail.length || !text.startsWith(head) || !text.endsWith(tail)) return false;
    const end = text.length - tail.length;
    let position = head.length;
    for (const piece of pieces) {
      const found = text.indexOf(piece, position);
      if (found === -1 || found + piece.length > end) return false;
      position = found + piece.length;
    }
    return true;
  };
}

export const matches = textOperator("matches", "matches (* for anything)", false, wildcardTest);
