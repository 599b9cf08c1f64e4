/** Times in QuickBooks' own form (recorded: "2020-09-29T05:58:16-07:00"); must never read a clock itself. */
import type { Temporal } from "temporal-polyfill";

/** Intuit's servers answer in Pacific time whatever the company's zone (recorded exchanges). */
export const SERVER_ZONE = "America/Los_Angeles";

/** MetaData times: whole seconds with offset. */
export function metaTime(instant: Temporal.Instant): string {
  return zoned(instant).toString({ smallestUnit: "second", timeZoneName: "never" });
}

/** `time` of a body: milliseconds with offset. */
export function bodyTime(instant: Temporal.Instant): string {
  return zoned(instant).toString({ smallestUnit: "millisecond", timeZoneName: "never" });
}

/** The date a transaction gets when it names none. */
export function serverDate(instant: Temporal.Instant): string {
  return zoned(instant).toPlainDate().toString();
}

function zoned(instant: Temporal.Instant): Temporal.ZonedDateTime {
  return instant.toZonedDateTimeISO(SERVER_ZONE);
}
