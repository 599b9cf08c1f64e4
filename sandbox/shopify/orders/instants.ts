/** Times as Shopify's GraphQL writes them: UTC, whole seconds. */
import { Temporal } from "temporal-polyfill";

export function toSeconds(instant: Temporal.Instant): string {
  return instant.round({ smallestUnit: "second", roundingMode: "floor" }).toString();
}

/** Any ISO 8601 time with offset, or a plain date (midnight UTC) → UTC seconds. Throws RangeError for anything else. */
export function toUtcSeconds(text: string): string {
  return toSeconds(/^\d{4}-\d\d-\d\d$/.test(text) ? Temporal.Instant.from(`${text}T00:00Z`) : Temporal.Instant.from(text));
}

/** The same instant in a shop's zone, as in Shopify's REST and webhook bodies. */
export function inZone(utc: string, timeZone: string): string {
  return Temporal.Instant.from(utc).toZonedDateTimeISO(timeZone).toString({ timeZoneName: "never", smallestUnit: "second" });
}
