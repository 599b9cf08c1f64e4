/** Date: a day on the shop's calendar, written `2026-11-02`; that form sorts by itself. */
import { Temporal } from "temporal-polyfill";
import { failure, success, type Result } from "../../result.ts";
import type { Comparable, ValueTypeRules } from "./value-type.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function parseDay(raw: unknown): Result<Comparable, string> {
  const wanted = typeof raw === "string" ? raw.trim() : "";
  if (!DAY.test(wanted)) return failure("the value must be a day such as 2026-11-02");
  try {
    return success(Temporal.PlainDate.from(wanted, { overflow: "reject" }).toString());
  } catch {
    return failure(`${wanted} is not a day of the calendar`);
  }
}

export const date: ValueTypeRules<Temporal.PlainDate> = {
  members: (actual) => [actual.toString()],
  show: String,
  parse: parseDay,
};
