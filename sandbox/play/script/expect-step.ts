/** The `expect` step: what a bookkeeper wrote down before the story was played. */
import { z } from "zod";
import { amountSchema, orderNameSchema } from "./values.ts";

/** A kind, or a document number, or both. */
const linkSchema = z.union([z.string(), z.strictObject({ kind: z.string(), number: z.string().optional() })]);

const documentSchema = z.strictObject({
  kind: z.string(),
  number: z.string().nullable().optional(),
  total: amountSchema.optional(),
  balance: amountSchema.optional(),
  /** For a sales order `open` stands for pending or accepted. */
  status: z.string().optional(),
  /** Extensions of the format: `date`, `customer`, `terms`, `class`, `location` and `paymentMethod` by name, the `message` to the customer, `memo` as a part of it, of custom fields those that are named. `null`: there is none. */
  date: z.iso.date().optional(),
  dueDate: z.iso.date().optional(),
  /** The items on its lines, in their order; `null`: a line that names none. */
  items: z.array(z.string().nullable()).optional(),
  customer: z.string().optional(),
  /** Of a purchase order, by name. */
  vendor: z.string().optional(),
  terms: z.string().nullable().optional(),
  class: z.string().nullable().optional(),
  location: z.string().nullable().optional(),
  paymentMethod: z.string().nullable().optional(),
  message: z.string().nullable().optional(),
  memo: z.string().optional(),
  customFields: z.record(z.string(), z.string()).optional(),
  /** Each of these must be linked; an empty list means no link at all. */
  linkedTo: z.union([linkSchema.transform((link) => [link]), z.array(linkSchema)]).optional(),
});

const requestsSchema = z.strictObject({
  method: z.string().optional(),
  /** The entity's path, such as `/invoice`. */
  path: z.string().optional(),
  count: z.number().int().nonnegative(),
});

export const expectStep = z
  .strictObject({
    do: z.literal("expect"),
    order: orderNameSchema.optional(),
    /** Exactly the live documents of the order, in any sequence. */
    documents: z.array(documentSchema).optional(),
    /** Extension of the format: the order's state. */
    state: z.enum(["posted", "waiting", "skipped", "held", "attention", "undone"]).optional(),
    /** Signed, debit positive. */
    trialBalance: z.record(z.string(), amountSchema).optional(),
    /** Extension of the format: accounts that are not named must be zero. */
    only: z.boolean().optional(),
    /** Codes of the open issues: of the order if one is named, else of the shop. */
    issues: z.array(z.string()).optional(),
    requests: requestsSchema.optional(),
  })
  .superRefine((step, context) => {
    if (step.order === undefined && (step.documents ?? step.state) !== undefined) {
      context.addIssue({ code: "custom", path: ["order"], message: "is missing; documents and state belong to one order" });
    }
    if ([step.documents, step.state, step.trialBalance, step.issues, step.requests].every((part) => part === undefined)) {
      context.addIssue({ code: "custom", path: [], message: "expects nothing; give documents, state, trialBalance, issues or requests" });
    }
    if (step.only !== undefined && step.trialBalance === undefined) {
      context.addIssue({ code: "custom", path: ["only"], message: "belongs to a trialBalance" });
    }
  });

export type ExpectStep = z.infer<typeof expectStep>;
export type ExpectedDocument = z.infer<typeof documentSchema>;
export type ExpectedLink = z.infer<typeof linkSchema>;
