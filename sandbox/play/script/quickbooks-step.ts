/** The `quickbooks` step: the bookkeeper's hand, and what the simulated QuickBooks does where the real one's conduct is not known. */
import { z } from "zod";
import { switchesSchema } from "#sandbox/quickbooks/company/switches.ts";
import { PLAYED_KINDS } from "../result/document-kinds.ts";
import { orderNameSchema, vendorObjectSchema } from "./values.ts";

const does = z.literal("quickbooks");
const kindSchema = z.enum(PLAYED_KINDS);
const deposited = { kind: z.enum(["payment", "sales_receipt", "refund_receipt"]), order: orderNameSchema };

export const quickBooksStep = z.discriminatedUnion("action", [
  z.strictObject({
    do: does,
    action: z.enum(["delete", "void", "edit"]),
    kind: kindSchema,
    order: orderNameSchema,
    /** QuickBooks JSON, merged into the document. */
    patch: vendorObjectSchema.optional(),
  }),
  z.strictObject({ do: does, action: z.literal("setPreferences"), value: vendorObjectSchema }),
  z.strictObject({ do: does, action: z.literal("closeBooks"), value: z.iso.date() }),
  // From here on extensions of the format.
  z.strictObject({ do: does, action: z.literal("reopenBooks") }),
  /** The order's live payments, or its receipts, go into one bank deposit; `account` is the bank account's name. */
  z.strictObject({ do: does, action: z.literal("deposit"), ...deposited, account: z.string().min(1).optional(), date: z.iso.date().optional() }),
  z.strictObject({ do: does, action: z.literal("undeposit"), ...deposited }),
  /** The invoice that a person makes from the order's estimate; `number` is what QuickBooks proposes unless it is given. */
  z.strictObject({
    do: does,
    action: z.literal("invoiceFromEstimate"),
    kind: z.literal("sales_order"),
    order: orderNameSchema,
    number: z.string().optional(),
    date: z.iso.date().optional(),
  }),
  /** A document by hand or of another app, or an entry of one of the company's lists, in QuickBooks JSON; references may give a name instead of an id. */
  z.strictObject({ do: does, action: z.literal("create"), kind: z.enum([...PLAYED_KINDS, "vendor", "customer", "item", "class", "department", "term", "paymentMethod"]), value: vendorObjectSchema }),
  /** Customers by their names: all documents of `name` go over to `into`, and `name` is left inactive. */
  z.strictObject({ do: does, action: z.literal("merge"), kind: z.literal("customer"), name: z.string().min(1), into: z.string().min(1) }),
  z.strictObject({ do: does, action: z.literal("setActive"), kind: z.literal("customer"), name: z.string().min(1), active: z.boolean() }),
  z.strictObject({ do: does, action: z.literal("setSwitches"), value: switchesSchema.partial() }),
], {
  error:
    '"action" must be delete, void or edit (with kind and order; edit takes a patch), deposit or undeposit (kind payment, sales_receipt or refund_receipt, with order), invoiceFromEstimate (kind sales_order, with order), ' +
    "create (with kind and value), merge (kind customer, with name and into), setActive (kind customer, with name and active), setPreferences or setSwitches (with value), closeBooks (with a date as value) or reopenBooks",
});
