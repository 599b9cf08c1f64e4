/** What decided each field of the planned documents: a setting with its value, or what the order says. From the recorded plan; one of another release that does not fit is left out. */
import { z } from "zod";
import type { Settings } from "#app/domain/settings/settings.ts";
import type { OrderFacts } from "#app/pipeline/ports/shop-desk.ts";
import type { Format } from "../format.server.ts";
import { gatewayHandle } from "../gateways.server.ts";
import { DOCUMENT_WORDS } from "../words.en.ts";
import { type Ruled, withRuled } from "./ruled-fields.server.ts";
import type { DocumentFields } from "./view.ts";
import { FIELD_WORDS as WORDS } from "./words.ts";

const moneySchema = z.object({ currency: z.string(), amount: z.string() });
const accountSchema = z.object({ name: z.string() });
const base = { number: z.string().nullable(), date: z.iso.date(), total: moneySchema };
const salesBody = {
  ...base,
  lines: z.array(z.object({ description: z.string(), item: z.string().nullable(), account: accountSchema })),
  tax: moneySchema,
  billTo: z.object({ name: z.string().nullable() }).nullable(),
  email: z.string().nullable(),
};
const chargebackBody = { ...base, deposit: accountSchema, gatewayName: z.string(), expenses: z.array(z.object({ account: accountSchema })) };
const documentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sales_order"), ...salesBody }),
  z.object({ kind: z.literal("invoice"), ...salesBody }),
  z.object({ kind: z.literal("sales_receipt"), ...salesBody, deposit: accountSchema, gatewayName: z.string() }),
  z.object({ kind: z.literal("credit_memo"), ...salesBody }),
  z.object({ kind: z.literal("refund_receipt"), ...salesBody, deposit: accountSchema, gatewayName: z.string() }),
  z.object({ kind: z.literal("customer_refund"), ...base, deposit: accountSchema, gatewayName: z.string() }),
  z.object({ kind: z.literal("chargeback"), ...chargebackBody }),
  z.object({ kind: z.literal("chargeback_reversal"), ...chargebackBody }),
  z.object({ kind: z.literal("purchase_order"), ...base, vendor: accountSchema, lines: z.array(z.object({ item: z.string(), unitCost: z.string() })) }),
  z.object({ kind: z.literal("payment"), ...base, deposit: accountSchema.nullable(), gatewayName: z.string(), applications: z.array(z.object({ to: z.object({ kind: z.string() }), amount: moneySchema })) }),
]);

type Planned = z.infer<typeof documentSchema>;
type Field = DocumentFields["fields"][number];
type Facts = Pick<OrderFacts, "name" | "status" | "plan">;

/** `ruled`: what rules set; null where nothing was decided yet. */
export function whyFields(order: Facts, settings: Settings, format: Format, ruled: Ruled | null = null): DocumentFields[] {
  const plan = z.array(z.unknown()).safeParse(order.plan).data ?? [];
  return plan.flatMap((each) => {
    const document = documentSchema.safeParse(each).data;
    return document === undefined ? [] : [{ document: DOCUMENT_WORDS[document.kind].one, fields: withRuled(document.kind, fieldsOf(document, order, settings, format), ruled) }];
  });
}

function fieldsOf(document: Planned, order: Facts, settings: Settings, format: Format): Field[] {
  if (document.kind === "payment") return paymentFields(document, settings, format);
  if (document.kind === "purchase_order") return purchaseFields(document, order, settings, format);
  if (document.kind === "customer_refund") return refundFields(document, settings, format);
  if (document.kind === "chargeback" || document.kind === "chargeback_reversal") return chargebackFields(document, settings, format);
  const fields = salesFields(document, order, settings, format);
  return "deposit" in document ? [...fields, depositField(document, settings)] : fields;
}

function salesFields(document: Exclude<Planned, { kind: "payment" | "customer_refund" | "chargeback" | "chargeback_reversal" | "purchase_order" }>, order: Facts, { options }: Settings, format: Format): Field[] {
  const { date, billTo, email, lines, tax, total } = document;
  const { day, worth } = becauseOf(document, order);
  const customer = billTo?.name ?? email;
  return [
    numberField(document, order, options),
    field(WORDS.date.label, format.day(date), day),
    ...(customer === null ? [] : [field(WORDS.customer.label, customer, WORDS.customer.because)]),
    field(WORDS.items.label, listed(lines.map(({ item, description }) => item?.replace(/^\w+:/, "") ?? description)), WORDS.items.because),
    field(WORDS.accounts.label, listed(lines.map(({ account }) => account.name)), WORDS.accounts.because),
    field(WORDS.tax.label, amount(tax, format), WORDS.tax.because),
    field(WORDS.total.label, amount(total, format), worth),
  ];
}

const numberField = ({ number }: Pick<Planned, "number">, { name }: Pick<Facts, "name">, { numberPrefix }: Settings["options"]): Field =>
  number === null ? field(WORDS.number.label, "–", WORDS.number.company) : field(WORDS.number.label, number, numberPrefix === "" ? WORDS.number.plain(name) : WORDS.number.prefixed(name, numberPrefix));

function purchaseFields(document: Extract<Planned, { kind: "purchase_order" }>, order: Facts, { options }: Settings, format: Format): Field[] {
  const { date, vendor, lines, total } = document;
  return [
    numberField(document, order, options),
    field(WORDS.date.label, format.day(date), WORDS.date.placed),
    field(WORDS.vendor.label, vendor.name, WORDS.vendor.because),
    field(WORDS.items.label, listed(lines.map(({ item }) => item.replace(/^\w+:/, ""))), WORDS.items.because),
    field(WORDS.unitCosts.label, listed(lines.map(({ unitCost }) => unitCost)), WORDS.unitCosts.because),
    field(WORDS.total.label, amount(total, format), WORDS.total.bought),
  ];
}

/** A further invoice says so by its number. */
function becauseOf({ kind, number }: Pick<Planned, "kind" | "number">, { status }: Facts): { day: string; worth: string } {
  if (kind === "credit_memo" || kind === "refund_receipt") return { day: WORDS.date.refunded, worth: WORDS.total.refund };
  if (kind === "sales_receipt") return { day: WORDS.date.paid, worth: WORDS.total.receipt };
  if (kind === "invoice" && number !== null && /-E\d+$/.test(number)) return { day: WORDS.date.edited, worth: WORDS.total.addition };
  return { day: kind === "invoice" && status === "fulfilled" ? WORDS.date.shipped : WORDS.date.placed, worth: WORDS.total.order };
}

function refundFields(refund: Extract<Planned, { kind: "customer_refund" }>, settings: Settings, format: Format): Field[] {
  return [field(WORDS.date.label, format.day(refund.date), WORDS.date.refunded), depositField(refund, settings), field(WORDS.total.label, amount(refund.total, format), WORDS.total.refund)];
}

function chargebackFields(document: Extract<Planned, { expenses: unknown }>, settings: Settings, format: Format): Field[] {
  return [
    field(WORDS.date.label, format.day(document.date), document.kind === "chargeback" ? WORDS.date.charged : WORDS.date.cameBack),
    depositField(document, settings),
    field(WORDS.accounts.label, listed(document.expenses.map(({ account }) => account.name)), WORDS.accounts.chargeback),
    field(WORDS.total.label, amount(document.total, format), WORDS.total.chargeback),
  ];
}

function depositField({ deposit, gatewayName }: { deposit: z.infer<typeof accountSchema>; gatewayName: string }, { options }: Settings): Field {
  const ofGateway = options.depositAccounts[gatewayHandle(gatewayName)];
  const ofNow = deposit.name === (ofGateway ?? options.depositAccount);
  const because = !ofNow ? WORDS.deposit.before : ofGateway === undefined ? WORDS.deposit.other(gatewayName) : WORDS.deposit.gateway(gatewayName);
  return field(WORDS.deposit.label, deposit.name, because);
}

function paymentFields(payment: Extract<Planned, { kind: "payment" }>, settings: Settings, format: Format): Field[] {
  const { date, total, applications } = payment;
  return [
    field(WORDS.date.label, format.day(date), WORDS.date.paid),
    ...(payment.deposit === null ? [] : [depositField({ ...payment, deposit: payment.deposit }, settings)]),
    field(WORDS.total.label, amount(total, format), WORDS.total.payment),
    applications.length === 0
      ? field(WORDS.applied.label, WORDS.applied.none, WORDS.applied.noInvoice)
      : field(WORDS.applied.label, listed(applications.map((each) => (isCovered(each.to.kind) ? WORDS.applied[each.to.kind] : WORDS.applied.invoice)(amount(each.amount, format)))), WORDS.applied.because),
  ];
}

const isCovered = (kind: string): kind is "customer_refund" | "credit_memo" => kind === "customer_refund" || kind === "credit_memo";

const field = (label: string, value: string, because: string): Field => ({ label, value, because });
const listed = (values: readonly string[]): string => [...new Set(values)].join(", ");
const amount = ({ currency, amount: decimal }: z.infer<typeof moneySchema>, format: Format): string => format.amount(currency, decimal);
