/** The words for where an operation and a posting stand. Unlisted words never occur: the database checks them too. */
import { z } from "zod";

/** An operation whose intent is committed and whose outcome in the books is not known to us. */
export const openStateSchema = z.enum(["intended", "sent", "unknown"]);
export const OPEN_STATES = openStateSchema.options;

export const operationStateSchema = z.enum([...OPEN_STATES, "done", "rejected"]);
export type OperationState = z.infer<typeof operationStateSchema>;

/** A posting that is, or may be, in the books. At most one per part of an order (index `postings_one_live_per_part`). */
export const LIVE_STATES: readonly string[] = [...OPEN_STATES, "posted"];
