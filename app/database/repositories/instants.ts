/** The edge between Temporal and the dates of the database driver. Columns keep milliseconds; nothing finer survives. */
import { Temporal } from "temporal-polyfill";

export const toDate = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

export const toInstant = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

/** A `date` column arrives as midnight UTC of that day. */
export const toPlainDate = (date: Date): Temporal.PlainDate => Temporal.PlainDate.from(date.toISOString().slice(0, 10));
