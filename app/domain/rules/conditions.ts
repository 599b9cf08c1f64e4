/** Whether conditions hold: for an order, with the row that decided it, and for one of its lines alone. */
import type { OrderLine } from "../order/order.ts";
import { type CompiledRow, holds } from "./compile-row.ts";
import type { Condition } from "./compile-rules.ts";
import type { Day } from "./operators/operator.ts";
import type { Reading } from "./reading.ts";

/** The row that decided, and which way. Of an `any` group in which nothing holds, and of an `all` group in which all do, the first row is named; null for a group without rows. */
export type Answer = { holds: boolean; row: CompiledRow | null };

export function answerOf(condition: Condition, reading: Reading, today: Day): Answer {
  if (condition.kind === "row") return { holds: holds(condition.row, reading.asked(condition.row.use), today), row: condition.row };
  // The usual case: one row alone.
  const [only] = condition.members;
  if (only && condition.members.length === 1) return answerOf(only, reading, today);
  const decisive = condition.kind === "any";
  let first: CompiledRow | null = null;
  for (const member of condition.members) {
    const answer = answerOf(member, reading, today);
    if (answer.holds === decisive) return answer;
    first ??= answer.row;
  }
  return { holds: !decisive, row: first };
}

/** Rows about lines are asked of this line, all others of the order. */
export function holdsForLine(condition: Condition, line: OrderLine, reading: Reading, today: Day): boolean {
  switch (condition.kind) {
    case "row": {
      const { use, every, test } = condition.row;
      return use.field.level === "line" && !every ? test(reading.ofLine(use, line), today) : holds(condition.row, reading.asked(use), today);
    }
    case "all":
      return condition.members.every((member) => holdsForLine(member, line, reading, today));
    case "any":
      return condition.members.some((member) => holdsForLine(member, line, reading, today));
  }
}
