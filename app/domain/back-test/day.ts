/** The day on which a back-test asks, with the days before it worked out once. */
import type { Temporal } from "temporal-polyfill";
import type { Day } from "../rules/operators/operator.ts";

export function dayOf(today: Temporal.PlainDate): Day {
  const before = new Map<number, string>();
  return {
    iso: today.toString(),
    before(days) {
      const known = before.get(days) ?? today.subtract({ days }).toString();
      before.set(days, known);
      return known;
    },
  };
}
