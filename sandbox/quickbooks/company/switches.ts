/** What the public material leaves open, as switches of one company; every one is explained in ASSUMPTIONS.md. */
import { z } from "zod";

export const switchesSchema = z.strictObject({
  /** An API invoice that links an estimate sets it to Closed (05, 8.1). */
  linkClosesEstimate: z.boolean(),
  /** A second invoice for one estimate (05, 8.2). */
  secondInvoiceForEstimate: z.enum(["refuse", "accept"]),
  /** Deleting the invoice opens its estimate again (05, 8.8). */
  deletedInvoiceReopensEstimate: z.boolean(),
  /** The company warns about used document numbers, so error 6140 exists (05, 1.1). */
  duplicateDocNumberWarning: z.boolean(),
  /** `TotalTax` sent by the client stands (05, 8.7). */
  honourTotalTax: z.boolean(),
  /** Closed books also refuse estimates and purchase orders. */
  closedPeriodCoversNonPosting: z.boolean(),
  /** A payment of a closed period may still be applied (A32 of 03). */
  closedPeriodAllowsApplying: z.boolean(),
  /** A payment in a bank deposit may still be applied; its amount and account never change (6540). */
  depositedAllowsApplying: z.boolean(),
  /** What `requestid` is worth (05, 1.17). */
  requestIds: z.enum(["remember", "forget", "ignore"]),
  /** With `forget`: hours of the sandbox clock after which a request id is new again. */
  requestIdHours: z.number().positive(),
  /** 10 requests per second, 500 per minute, 40 batches per minute. */
  throttling: z.boolean(),
  /** Retry-After on 429, in seconds; null: not sent (05, 8.5). */
  retryAfterSeconds: z.number().int().positive().nullable(),
  /** How long a query, of the sandbox clock, does not see a write; reads by id always do. */
  queryLagMs: z.number().int().nonnegative(),
  /** Text outside ISO-8859-1 is refused with 2040 (05, 8.11). */
  latin1Only: z.boolean(),
});

export type Switches = z.infer<typeof switchesSchema>;

export const DEFAULT_SWITCHES: Switches = {
  linkClosesEstimate: true,
  secondInvoiceForEstimate: "refuse",
  deletedInvoiceReopensEstimate: true,
  duplicateDocNumberWarning: true,
  honourTotalTax: true,
  closedPeriodCoversNonPosting: false,
  closedPeriodAllowsApplying: false,
  depositedAllowsApplying: true,
  requestIds: "remember",
  requestIdHours: 24,
  throttling: true,
  retryAfterSeconds: null,
  queryLagMs: 0,
  latin1Only: false,
};
