/** Puts right what is between the parts of a sentence: one space at most, none before a closing parenthesis, none as part of what stands for something. Changes no word. */
import type { SentencePart } from "./sentence-part.ts";

export function tidyParts(parts: readonly SentencePart[]): SentencePart[] {
  const tidy: SentencePart[] = [];
  for (const { words, place } of parts.flatMap(withoutEdges)) {
    const last = tidy.at(-1);
    const isSpace = words === " ";
    if (words === "" || (isSpace && (last === undefined || last.words.endsWith(" ")))) continue;
    if (words.startsWith(")") && last?.words === " ") tidy.pop();
    tidy.push({ words, place });
  }
  if (tidy.at(-1)?.words === " ") tidy.pop();
  return tidy;
}

/** The spaces at the ends of some words belong to nothing. */
function withoutEdges({ words, place }: SentencePart): SentencePart[] {
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  const space = (found: string): SentencePart[] => (found === "" ? [] : [{ words: " ", place: null }]);
  return [...space(before), { words: inner.replace(/\s+/g, " "), place }, ...space(after)];
}
