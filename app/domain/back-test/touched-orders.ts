/** Which orders a change of the rules can concern at all: those that a rule that is not in both lists matches. A rule that does not match changes nothing, so the others need not be decided anew. */
import { compileRules, type CompiledRule } from "../rules/compile-rules.ts";
import { firstFailure, holdsForLine } from "../rules/conditions.ts";
import type { Day } from "../rules/operators/operator.ts";
import type { Reading } from "../rules/reading.ts";
import type { Rule } from "../rules/rule.ts";

export function touchedBy(before: readonly Rule[], after: readonly Rule[], day: Day): (reading: Reading) => boolean {
  const rules = compileRules(differing(before, after)).filter(({ enabled }) => enabled);
  return (reading) => rules.some((rule) => mayMatch(rule, reading, day));
}

/** Everything between the first and the last place in which the lists differ, of both; what is in both is asked once. */
function differing(before: readonly Rule[], after: readonly Rule[]): Rule[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const all = [...before.slice(start, before.length - end), ...after.slice(start, after.length - end)];
  return [...new Map(all.map((rule) => [JSON.stringify(rule), rule])).values()];
}

const isSame = (left: Rule | undefined, right: Rule | undefined): boolean => left === right || JSON.stringify(left) === JSON.stringify(right);

/** A line that was taken out of the order keeps what a rule says of it, so it counts as well. */
function mayMatch({ condition, unless, effects }: CompiledRule, reading: Reading, day: Day): boolean {
  if ((firstFailure(condition, reading, day) === null) !== unless) return true;
  return effects.some((effect) => "setsOnLines" in effect) && reading.order.lines.some((line) => holdsForLine(condition, line, reading, day) !== unless);
}
