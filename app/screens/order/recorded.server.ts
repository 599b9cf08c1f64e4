/** What the pipeline recorded of an order, as far as the page shows it. A record of another release that does not fit counts as absent, never as an error. */
import { z } from "zod";

const becauseSchema = z.object({ by: z.enum(["mode", "rule", "status", "setting", "order", "books"]), name: z.string() });
const verdictSchema = z.object({ create: z.boolean(), because: becauseSchema });
/** What is missing in records of releases that had no receipts, refunds or purchase orders. */
const NEVER = { create: false, because: { by: "mode", name: "" } } as const;
const rowSchema = z.object({ field: z.string(), name: z.string().optional(), op: z.string(), value: z.unknown(), actual: z.string() });
const traceSchema = z.object({
  title: z.string(),
  outcome: z.enum(["matched", "not_matched", "disabled", "not_reached"]),
  failed: rowSchema.optional(),
  /** Left out by records of releases that kept only what failed. */
  held: z.array(rowSchema).catch([]).default([]),
});

/** Records of releases without settings beneath the rules know rules alone. */
const setBySchema = z.union([z.object({ rule: z.string(), value: z.string() }), z.object({ setting: z.string(), value: z.string() })]);

const decisionSchema = z.object({
  treatment: z.object({ kind: z.enum(["sync", "skip", "hold"]), sentence: z.string().optional() }),
  /** The rule that would have kept the order out, were it not in the books already. */
  passed: z.object({ kind: z.enum(["skip", "hold"]), because: becauseSchema }).optional().catch(undefined),
  /** The rule whose hold a person let it pass. */
  released: z.string().optional().catch(undefined),
  documents: z.object({
    chargeback: verdictSchema.default(NEVER), chargeback_reversal: verdictSchema.default(NEVER),
    sales_order: verdictSchema, invoice: verdictSchema, payment: verdictSchema, sales_receipt: verdictSchema.default(NEVER),
    credit_memo: verdictSchema.default(NEVER), refund_receipt: verdictSchema.default(NEVER), customer_refund: verdictSchema.default(NEVER), purchase_order: verdictSchema.default(NEVER),
  }),
  trace: z.array(traceSchema),
  /** By rules, and by settings where no rule did; left out by records of releases whose rules set nothing. */
  slots: z.record(z.string(), setBySchema).catch({}).default({}),
  lineSlots: z.record(z.string(), z.record(z.string(), setBySchema)).catch({}).default({}),
});

const sideSchema = z.object({
  shop: z.string(),
  books: z.string(),
  difference: z.string(),
  leftOut: z.object({ amount: z.string(), because: becauseSchema }).nullable(),
});

const proofSchema = z.object({ verdict: z.enum(["matches", "matches_except", "differs"]), income: sideSchema, money: sideSchema, chargedBack: z.string().optional() });

/** Of the plan only which kinds it wants. */
const planSchema = z.array(z.object({ kind: z.string() }));

export type RecordedBecause = z.infer<typeof becauseSchema>;
export type RecordedDecision = z.infer<typeof decisionSchema>;
export type RecordedTrace = z.infer<typeof traceSchema>;
/** Amounts as decimal text in the order's currency. */
export type RecordedSide = z.infer<typeof sideSchema>;
export type RecordedProof = z.infer<typeof proofSchema>;

export const readDecision = (json: unknown): RecordedDecision | null => decisionSchema.safeParse(json).data ?? null;
export const readPlannedKinds = (json: unknown): ReadonlySet<string> => new Set(planSchema.safeParse(json).data?.map(({ kind }) => kind));
export const readProof = (json: unknown): RecordedProof | null => proofSchema.safeParse(json).data ?? null;
