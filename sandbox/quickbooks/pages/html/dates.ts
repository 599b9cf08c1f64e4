/** Dates and times as people read them. Times are those of Intuit's servers, like the ones the API answers. */
import { Temporal } from "temporal-polyfill";
import { SERVER_ZONE } from "../../wire/timestamps.ts";

/** "Nov 2, 2026"; text that is no date stays as it is. */
export function readableDate(date: string | undefined): string {
  if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return date ?? "";
  return Temporal.PlainDate.from(date).toLocaleString("en-US", { dateStyle: "medium" });
}

/** "Nov 2, 2026, 10:04:31 AM PST". */
export function readableTime(instant: string): string {
  return Temporal.Instant.from(instant).toLocaleString("en-US", {
    timeZone: SERVER_ZONE,
    ...({ year: "numeric", month: "short", day: "numeric", hour: "numeric", minute: "2-digit", second: "2-digit", timeZoneName: "short" } as const),
  });
}
