/** What is different between two lists of rules, rule by rule and told by title. Pure; changes neither. */
import type { Rule } from "../rule.ts";

export type RuleChangeWord = "added" | "removed" | "changed" | "moved" | "switched_on" | "switched_off" | "renamed";

export type RuleDifference = { title: string; words: RuleChangeWord[]; before: Rule | null; after: Rule | null };

/** In the order of the later list, with what was removed at the end. */
export function ruleDifference(before: readonly Rule[], after: readonly Rule[]): RuleDifference[] {
  const earlier = new Map(before.map((rule) => [keyOf(rule), rule]));
  const later = new Set(after.map(keyOf));
  const pairs = after.map((rule) => ({ before: earlier.get(keyOf(rule)) ?? null, after: rule }));
  const gone = before.filter((rule) => !later.has(keyOf(rule)));
  // The same rule under another name: decisions name rules by title, so it is told as that and not as a new one.
  for (const pair of pairs) {
    if (pair.before !== null) continue;
    const at = gone.findIndex((rule) => contentOf(rule) === contentOf(pair.after));
    if (at >= 0) pair.before = gone.splice(at, 1)[0] ?? null;
  }
  const moved = movedRules(before, pairs.flatMap((pair) => (pair.before ? [pair.before] : [])));
  return [
    ...pairs.map((pair) => ({ title: pair.after.title, before: pair.before, after: pair.after, words: wordsOf(pair.before, pair.after, moved) })),
    ...gone.map((rule): RuleDifference => ({ title: rule.title, words: ["removed"], before: rule, after: null })),
  ].filter(({ words }) => words.length > 0);
}

/** Decisions name rules by their title, in any case. */
export const keyOf = ({ title }: Pick<Rule, "title">): string => title.trim().toLowerCase();

const contentOf = ({ title: _title, enabled: _enabled, ...rest }: Rule): string => stable(rest);

/** Whatever the order of an object's keys, which the database keeps in its own way, and whether a number is written as text, which is the same to the engine. */
function stable(value: unknown): string {
  if (typeof value === "number") return JSON.stringify(String(value));
  if (Array.isArray(value)) return `[${value.map(stable).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).filter(([, each]) => each !== undefined).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${stable(each)}`).join(",")}}`;
}

function wordsOf(before: Rule | null, after: Rule, moved: ReadonlySet<Rule>): RuleChangeWord[] {
  if (before === null) return ["added"];
  return [
    ...(before.title === after.title ? [] : ["renamed" as const]),
    ...(contentOf(before) === contentOf(after) ? [] : ["changed" as const]),
    ...(before.enabled === after.enabled ? [] : [after.enabled ? ("switched_on" as const) : ("switched_off" as const)]),
    ...(moved.has(before) ? ["moved" as const] : []),
  ];
}

/** The fewest rules that had to move: all that are not on the longest run that kept its order. */
function movedRules(before: readonly Rule[], kept: readonly Rule[]): ReadonlySet<Rule> {
  const place = new Map(before.map((rule, index) => [rule, index]));
  const tails: number[] = [];
  const previous: number[] = [];
  const places = kept.map((rule) => place.get(rule) ?? 0);
  for (const [index, at] of places.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[tails[middle] ?? 0] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = index;
  }
  const steady = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) steady.add(index);
  return new Set(kept.filter((_, index) => !steady.has(index)));
}
