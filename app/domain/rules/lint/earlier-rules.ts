/** The rules above one, found by the values they ask for, so that five thousand of them need not all be compared with each other. */
import type { Comparable } from "../values/value-type.ts";
import type { Alternative, Atom } from "./alternatives.ts";
import { operandsOf } from "./possible-values.ts";

/** `follows` holds for no other: an alternative that asks for certain values covers only those that ask for some of them. */
export type EarlierRules = { add(place: number, alternatives: readonly Alternative[]): void; candidatesFor(alternative: Alternative): number[] };

export function createEarlierRules(): EarlierRules {
  const general = new Set<number>();
  const byValue = new Map<string, Set<number>>();
  const crowd = (keys: readonly string[]): number => keys.reduce((sum, key) => sum + 1 + (byValue.get(key)?.size ?? 0), 0);
  return {
    add(place, alternatives) {
      for (const alternative of alternatives) {
        // By what the fewest ask for: of a thousand rules for one currency each has its own SKU.
        const [certain] = alternative.filter(asksForCertainValues).map(keysOf).sort((left, right) => crowd(left) - crowd(right));
        if (certain === undefined) general.add(place);
        for (const key of certain ?? []) byValue.set(key, (byValue.get(key) ?? new Set()).add(place));
      }
    },
    candidatesFor(alternative) {
      const keys = alternative.filter(asksForCertainValues).flatMap(keysOf);
      return [...new Set([...general, ...keys.flatMap((key) => [...(byValue.get(key) ?? [])])])].sort((left, right) => left - right);
    },
  };
}

const asksForCertainValues = (atom: Atom): boolean => !atom.isNegated && (atom.row.row.op === "equals" || atom.row.row.op === "is_one_of") && atom.row.row.value !== "*" && operandsOf(atom).length > 0;
const keysOf = (atom: Atom): string[] => operandsOf(atom).map((operand: Comparable) => `${atom.subject}=${String(operand)}`);
