/** The shapes of what is stored as text and JSON with postings and operations, parsed whenever it is read. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { ISSUE_CODES } from "#app/domain/issues/issue.ts";
import { DOCUMENT_KINDS } from "#app/domain/documents/kind.ts";

export const kindSchema = z.enum(DOCUMENT_KINDS);

export const operationNameSchema = z.enum(["create", "update", "apply", "close", "delete", "void"]);

export const aspectsSchema = z.strictObject({ lines: z.string(), standing: z.string(), applications: z.string(), covers: z.string(), shipment: z.string(), editedByHand: z.string(), head: z.string(), deposit: z.string(), ruled: z.string(), became: z.string(), bundles: z.string() }).partial();

export const foundSchema = z.strictObject({ kind: kindSchema, part: z.string(), ledgerId: z.string(), differs: z.boolean() });

/** Issues as the pipeline raised them. */
export const issuesSchema = z.array(z.strictObject({ code: z.enum(ISSUE_CODES), cause: z.string(), sentence: z.string(), remedy: z.string(), found: foundSchema.optional() }));

/** A `LookUp`, its date as ISO text. */
export const lookUpSchema = z.strictObject({
  kind: kindSchema,
  number: z.string().nullable(),
  reference: z.string().nullable(),
  customerId: z.string(),
  date: z.iso.date().transform((day) => Temporal.PlainDate.from(day)),
  marker: z.string(),
});
