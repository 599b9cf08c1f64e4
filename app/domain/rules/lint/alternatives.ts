/** A rule's condition as alternatives, of which each is a list of rows that hold together. Says null where there are too many to think about; never looks at an order. */
import { compileRow, type CompiledRow } from "../compile-row.ts";
import type { Group, Row, Rule } from "../rule.ts";

/** A row that must hold, or (below "Unless") must not. */
export type Atom = { row: CompiledRow; subject: string; isNegated: boolean };
export type Alternative = readonly Atom[];

/** More than these are left alone: a warning that is missing is better than one that makes people wait. */
const MOST_ALTERNATIVES = 64;

export const alternativesOf = ({ when, unless }: Pick<Rule, "when" | "unless">): readonly Alternative[] | null => expand(when, unless === true);

function expand(member: Row | Group, isNegated: boolean): readonly Alternative[] | null {
  if ("field" in member) {
    const row = compileRow(member);
    return row.ok ? [[{ row: row.value, subject: subjectOf(member), isNegated }]] : null;
  }
  const [members, joined] = "all" in member ? [member.all, !isNegated] : [member.any, isNegated];
  return members.reduce<readonly Alternative[] | null>(
    (before, each) => {
      const next = before && expand(each, isNegated);
      if (!before || !next) return null;
      const together = joined ? before.flatMap((left) => next.map((right) => [...left, ...right])) : [...before, ...next];
      return together.length > MOST_ALTERNATIVES ? null : together;
    },
    joined ? [[]] : [],
  );
}

/** What a row looks at: its field, and what names it further, such as an attribute's name. */
function subjectOf({ op: _op, value: _value, every: _every, ...subject }: Row): string {
  return JSON.stringify(subject);
}
