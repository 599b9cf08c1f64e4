/** The instants in which a shop's local days lie; must never take a day for 24 hours. */
import type { Temporal } from "temporal-polyfill";

/** Half open: `from` is the first instant of the first day, `until` the first instant after the last day. */
export function shopDays(first: Temporal.PlainDate, last: Temporal.PlainDate, timeZone: string): { from: Temporal.Instant; until: Temporal.Instant } {
  const startOf = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime({ timeZone }).toInstant();
  return { from: startOf(first), until: startOf(last.add({ days: 1 })) };
}
