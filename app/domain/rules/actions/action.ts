/** What a rule can do. An action only names what it sets; evaluation decides whether this rule is the first to set it. */
import { z } from "zod";

/** What set a slot: the rule's title. */
export type SetBy = { rule: string };

/** Everything that rules can set on an order's documents; absent means no rule set it. */
export type Slots = { stopInvoices?: SetBy; stopSalesOrders?: SetBy; markAsUnpaid?: SetBy };

/** Sets a slot, or settles the order's treatment, which ends the list. */
export type Effect = { sets: keyof Slots } | { settles: "skip" | "hold" };

export type Action = {
  /** Stable: stored in rules. */
  key: string;
  label: string;
  /** The action's parameters without the key `action`. */
  params: z.ZodType;
  effect: Effect;
};

const flag = z.literal(true, { error: "value must be true" });

/** Actions whose result is a plain "true", which may be written or left out. */
export const optionalFlag = z.strictObject({ value: flag.optional() });
/** Actions whose result must be written. */
export const requiredFlag = z.strictObject({ value: flag });
export const noParams = z.strictObject({});
