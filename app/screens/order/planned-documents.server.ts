/** The recorded plan's documents, as far as the page tells why their fields are what they are. What a document leaves out is recorded as null; one of another release that does not fit is left out. */
import { z } from "zod";

export const moneySchema = z.object({ currency: z.string(), amount: z.string() });
export const accountSchema = z.object({ name: z.string() });
const addressSchema = z.object({ name: z.string().nullable(), city: z.string().nullish(), countryCode: z.string().nullish() }).nullable();
const base = { part: z.string().optional(), number: z.string().nullable(), date: z.iso.date(), closedDay: z.iso.date().nullish(), total: moneySchema, memo: z.string().optional() };
const salesBody = {
  ...base,
  lines: z.array(z.object({ description: z.string(), item: z.string().nullable(), account: accountSchema, taxCode: z.object({ name: z.string() }).nullish() })),
  tax: moneySchema,
  billTo: addressSchema,
  shipTo: addressSchema.optional(),
  email: z.string().nullable(),
  customFields: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
};
const deposit = { deposit: accountSchema, gatewayName: z.string(), methodId: z.string().nullish() };
const chargebackBody = { ...base, ...deposit, expenses: z.array(z.object({ account: accountSchema })) };

const documentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sales_order"), ...salesBody, standing: z.string().optional() }),
  z.object({
    kind: z.literal("invoice"), ...salesBody, salesOrder: z.object({ kind: z.string() }).nullish(), shipment: z.string().nullish(),
    terms: z.object({ term: z.object({ name: z.string() }).nullable(), due: z.iso.date().nullable() }).nullish(),
  }),
  z.object({ kind: z.literal("sales_receipt"), ...salesBody, ...deposit, paymentReference: z.string().nullish() }),
  z.object({ kind: z.literal("credit_memo"), ...salesBody }),
  z.object({ kind: z.literal("refund_receipt"), ...salesBody, ...deposit }),
  z.object({ kind: z.literal("customer_refund"), ...base, ...deposit, receivable: accountSchema.optional() }),
  z.object({ kind: z.literal("chargeback"), ...chargebackBody }),
  z.object({ kind: z.literal("chargeback_reversal"), ...chargebackBody }),
  z.object({ kind: z.literal("purchase_order"), ...base, vendor: accountSchema, lines: z.array(z.object({ item: z.string(), description: z.string(), unitCost: z.string() })), shipTo: addressSchema.optional() }),
  z.object({
    kind: z.literal("payment"), ...base, deposit: accountSchema.nullable(), gatewayName: z.string(), methodId: z.string().nullish(), reference: z.string().optional(), became: z.string().nullish(),
    applications: z.array(z.object({ to: z.object({ kind: z.string() }), amount: moneySchema })),
  }),
]);

export type Planned = z.infer<typeof documentSchema>;
export type PlannedSale = Exclude<Planned, { kind: "payment" | "customer_refund" | "chargeback" | "chargeback_reversal" | "purchase_order" }>;

export const plannedDocuments = (plan: unknown): Planned[] =>
  (z.array(z.unknown()).safeParse(plan).data ?? []).flatMap((each) => documentSchema.safeParse(each).data ?? []);
