/** Whether conditions hold: for an order, with the row that decided it, and for one of its lines alone. */
import type { OrderLine } from "../order/order.ts";
import { type CompiledRow, holds } from "./compile-row.ts";
import type { Condition } from "./compile-rules.ts";
import type { Day } from "./operators/operator.ts";
import type { Reading } from "./reading.ts";

/** Null when the condition holds. Of an `any` group in which nothing holds, the first row is named. Asked of every rule and order, so it makes nothing but its answer. */
export function firstFailure(condition: Condition, reading: Reading, today: Day): CompiledRow | null {
  switch (condition.kind) {
    case "row":
      return holds(condition.row, reading.asked(condition.row.use), today) ? null : condition.row;
    case "all":
      for (const member of condition.members) {
        const failed = firstFailure(member, reading, today);
        if (failed) return failed;
      }
      return null;
    case "any": {
      let first: CompiledRow | null = null;
      for (const member of condition.members) {
        const failed = firstFailure(member, reading, today);
        if (!failed) return null;
        first ??= failed;
      }
      return first;
    }
  }
}

/** Of a condition that holds, the first row that does; null where it has no row. */
export function firstHolding(condition: Condition, reading: Reading, today: Day): CompiledRow | null {
  if (condition.kind === "row") return condition.row;
  const member = condition.members.find((each) => firstFailure(each, reading, today) === null);
  return member ? firstHolding(member, reading, today) : null;
}

/** Of a condition that holds, the rows that it held by: of an `any` group the first. */
export function holdingRows(condition: Condition, reading: Reading, today: Day): CompiledRow[] {
  switch (condition.kind) {
    case "row":
      return [condition.row];
    case "all":
      return condition.members.flatMap((member) => holdingRows(member, reading, today));
    case "any": {
      const member = condition.members.find((each) => firstFailure(each, reading, today) === null);
      return member ? holdingRows(member, reading, today) : [];
    }
  }
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
