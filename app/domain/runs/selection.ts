/** Which orders a run is about: a range of the shop's local days, or numbers. Parsed from what a person typed; every refusal is one sentence. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { ORDER_STATUSES, type OrderStatus } from "../order/status.ts";
import { failure, type Result, success } from "../result.ts";
import { parseNumbers } from "./numbers.ts";

export const selectionSchema = z.discriminatedUnion("kind", [
  /** Both days included. */
  z.strictObject({ kind: z.literal("range"), from: z.iso.date(), to: z.iso.date() }),
  /** Without `#`. */
  z.strictObject({ kind: z.literal("numbers"), numbers: z.array(z.string()).min(1) }),
]);
export type Selection = z.infer<typeof selectionSchema>;

/** What a run is asked to do. `statuses` null: those of the settings. */
export type RunAsk = { selection: Selection; statuses: OrderStatus[] | null; anyway: boolean };

const typedSchema = z.object({
  by: z.enum(["range", "numbers"]),
  from: z.string().default(""),
  to: z.string().default(""),
  numbers: z.string().default(""),
  ownStatuses: z.boolean().default(false),
  statuses: z.array(z.string()).default([]),
  anyway: z.boolean().default(false),
});

/** `today`: on the shop's calendar. */
export function parseRunAsk(typed: unknown, today: Temporal.PlainDate): Result<RunAsk, string> {
  const form = typedSchema.safeParse(typed);
  if (!form.success) return failure("Choose a date range or order numbers.");
  const { by, from, to, numbers, ownStatuses, statuses, anyway } = form.data;
  const chosen = ORDER_STATUSES.filter((status) => statuses.includes(status));
  if (ownStatuses && chosen.length === 0) return failure("Choose at least one order status for this run, or use those of your settings.");
  const selection = by === "range" ? parseRange(from, to, today) : parseNumberList(numbers);
  return selection.ok ? success({ selection: selection.value, statuses: ownStatuses ? chosen : null, anyway }) : selection;
}

function parseRange(from: string, to: string, today: Temporal.PlainDate): Result<Selection, string> {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (!first || !last) return failure("Give both days of the range as year-month-day, such as 2026-11-01.");
  if (Temporal.PlainDate.compare(last, first) < 0) return failure(`The range ends on ${last.toString()}, before it begins on ${first.toString()}.`);
  if (Temporal.PlainDate.compare(first, today) > 0) return failure(`The range begins on ${first.toString()}; in your shop it is ${today.toString()} today, so there are no orders yet.`);
  return success({ kind: "range", from: first.toString(), to: last.toString() });
}

function parseNumberList(text: string): Result<Selection, string> {
  const numbers = parseNumbers(text);
  return numbers.ok ? success({ kind: "numbers", numbers: numbers.value }) : numbers;
}

function dayOf(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text.trim())) return null;
  try {
    return Temporal.PlainDate.from(text.trim(), { overflow: "reject" });
  } catch {
    // A day that no calendar has, such as the 31st of February.
    return null;
  }
}
