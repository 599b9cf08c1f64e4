/** What decided each field of the planned documents: a setting with its value, a rule, or what the order says. From what was recorded; it decides nothing itself. */
import type { z } from "zod";
import { MARKED } from "#app/domain/order/marked-as-paid.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import type { OrderFacts } from "#app/pipeline/ports/shop-desk.ts";
import type { Format } from "../format.server.ts";
import { gatewayHandle } from "../gateways.server.ts";
import { DOCUMENT_WORDS } from "../words.en.ts";
import { type accountSchema, type moneySchema, type Planned, plannedDocuments, type PlannedSale } from "./planned-documents.server.ts";
import { type Ruled, withRuled } from "./ruled-fields.server.ts";
import type { DocumentFields } from "./view.ts";
import { FIELD_WORDS as WORDS, RULED_WORDS } from "./words.ts";

type Field = DocumentFields["fields"][number];
type Facts = Pick<OrderFacts, "name" | "status" | "plan"> & { documentRows?: readonly Pick<OrderFacts["documentRows"][number], "kind" | "part" | "date" | "state">[] };

/** `ruled`: what rules and settings set; null where nothing was decided yet. */
export const whyFields = (order: Facts, settings: Settings, format: Format, ruled: Ruled | null = null): DocumentFields[] =>
  plannedDocuments(order.plan).map((document) => {
    const fields = withRuled(document.kind, fieldsOf(document, order, settings, format), ruled);
    return { document: DOCUMENT_WORDS[document.kind].one, fields: fields.map((each) => (each.label === WORDS.date.label ? dateInBooks(each, document, order, format) : each)) };
  });

/** A document keeps the day it was made with, whatever settings and the order say since; one that is still to be made may have another day than its own. */
function dateInBooks(told: Field, { kind, part = "1", date, closedDay }: Planned, { documentRows = [] }: Facts, format: Format): Field {
  const held = documentRows.find((row) => row.kind === kind && row.part === part && row.state === "posted")?.date;
  if (held && held !== date) return field(told.label, format.day(held), WORDS.date.kept);
  return typeof closedDay === "string" && !held ? { ...told, because: WORDS.date.opened(format.day(closedDay)) } : told;
}

function fieldsOf(document: Planned, order: Facts, settings: Settings, format: Format): Field[] {
  if (document.kind === "payment") return paymentFields(document, settings, format);
  if (document.kind === "purchase_order") return purchaseFields(document, order, settings, format);
  if (document.kind === "customer_refund") return refundFields(document, order, settings, format);
  if (document.kind === "chargeback" || document.kind === "chargeback_reversal") return chargebackFields(document, order, settings, format);
  return [...salesFields(document, order, settings, format), ...ownFields(document, settings, format)];
}

function salesFields(document: PlannedSale, order: Facts, settings: Settings, format: Format): Field[] {
  const { date, billTo, shipTo, email, lines, tax, total, customFields } = document;
  const { day, worth } = becauseOf(document, order, settings);
  const customer = billTo?.name ?? email;
  const codes = lines.flatMap(({ taxCode }) => taxCode?.name ?? []);
  return [
    numberField(document, order, settings),
    field(WORDS.date.label, format.day(date), day),
    ...(customer === null ? [] : [field(WORDS.customer.label, customer, WORDS.customer.because)]),
    ...addressed(WORDS.billTo, billTo), ...addressed(WORDS.shipTo, shipTo),
    ...(email === null ? [] : [field(WORDS.email.label, email, WORDS.email.because)]),
    field(WORDS.items.label, listed(lines.map(itemWords)), WORDS.items.because),
    field(WORDS.descriptions.label, listed(lines.map(({ description }) => description)), WORDS.descriptions.because),
    field(WORDS.accounts.label, listed(lines.map(({ account }) => account.name)), WORDS.accounts.because),
    ...(codes.length === 0 ? [] : [field(WORDS.taxCodes.label, listed(codes), WORDS.taxCodes.because)]),
    field(WORDS.tax.label, amount(tax, format), WORDS.tax.because),
    field(WORDS.total.label, amount(total, format), worth),
    ...(customFields ?? []).map(({ name, value }) => field(name, value, WORDS.customField)),
    ...memoField(document),
  ];
}

function purchaseFields(document: Extract<Planned, { kind: "purchase_order" }>, order: Facts, settings: Settings, format: Format): Field[] {
  const { date, vendor, lines, total } = document;
  return [
    numberField(document, order, settings),
    field(WORDS.date.label, format.day(date), WORDS.date.placed),
    field(WORDS.vendor.label, vendor.name, WORDS.vendor.because),
    field(WORDS.items.label, listed(lines.map(itemWords)), WORDS.items.because),
    field(WORDS.unitCosts.label, listed(lines.map(({ unitCost }) => unitCost)), WORDS.unitCosts.because),
    field(WORDS.descriptions.label, listed(lines.map(({ description }) => description)), WORDS.descriptions.because),
    ...addressed(WORDS.shipTo, document.shipTo ?? null),
    field(WORDS.total.label, amount(total, format), WORDS.total.bought),
    ...memoField(document),
  ];
}

/** What only some kinds of sales forms have. */
function ownFields(document: PlannedSale, settings: Settings, format: Format): Field[] {
  switch (document.kind) {
    case "sales_order":
      return document.standing === undefined ? [] : [field(WORDS.standing.label, WORDS.standing.values[document.standing] ?? document.standing, WORDS.standing.because)];
    case "invoice": {
      const { terms, salesOrder, shipment } = document;
      const promised = [terms?.term?.name, terms?.due && WORDS.terms.due(format.day(terms.due))].filter((each) => typeof each === "string").join(", ");
      return [
        ...(promised === "" ? [] : [field(WORDS.terms.label, promised, WORDS.terms.because)]),
        ...(salesOrder ? [field(WORDS.salesOrder.label, WORDS.salesOrder.value, WORDS.salesOrder.because)] : []),
        ...(typeof shipment !== "string" ? [] : [field(WORDS.shipment.label, WORDS.shipment.value, WORDS.shipment.because)]),
      ];
    }
    case "sales_receipt":
      return [depositField(document, settings), ...methodField(document, settings), ...(typeof document.paymentReference !== "string" ? [] : [field(WORDS.reference.label, document.paymentReference, WORDS.reference.transaction)])];
    case "refund_receipt":
      return [depositField(document, settings, WORDS.deposit.back), ...methodField(document, settings)];
    case "credit_memo":
      return [];
  }
}

function numberField({ number }: Pick<Planned, "number">, { name }: Facts, { options }: Settings): Field {
  if (number === null) return field(WORDS.number.label, "–", WORDS.number.company);
  return field(WORDS.number.label, number, options.numberPrefix === "" ? WORDS.number.plain(name) : WORDS.number.prefixed(name, options.numberPrefix));
}

/** A further invoice says so by its number. */
function becauseOf({ kind, number }: Pick<Planned, "kind" | "number">, { status }: Facts, { options: { dates } }: Settings): { day: string; worth: string } {
  if (kind === "credit_memo" || kind === "refund_receipt") return { day: WORDS.date.refunded, worth: WORDS.total.refund };
  if (kind === "sales_receipt") return { day: dates.salesReceipt === "ordered" ? WORDS.date.ordered : WORDS.date.paid, worth: WORDS.total.receipt };
  if (kind === "invoice" && number !== null && /-E\d+$/.test(number)) return { day: WORDS.date.edited, worth: WORDS.total.addition };
  const own = kind === "invoice" && status === "fulfilled" ? WORDS.date.shipped : WORDS.date.placed;
  const chosen = kind === "invoice" ? dates.invoice : dates.salesOrder;
  return { day: chosen === "paid" ? WORDS.date.whenPaid : chosen === "ordered" && kind === "invoice" ? WORDS.date.ordered : own, worth: WORDS.total.order };
}

function refundFields(refund: Extract<Planned, { kind: "customer_refund" }>, order: Facts, settings: Settings, format: Format): Field[] {
  return [
    numberField(refund, order, settings),
    field(WORDS.date.label, format.day(refund.date), WORDS.date.refunded),
    depositField(refund, settings, WORDS.deposit.back),
    ...(refund.receivable === undefined ? [] : [field(WORDS.receivable.label, refund.receivable.name, WORDS.receivable.because)]),
    field(WORDS.total.label, amount(refund.total, format), WORDS.total.refund),
    ...memoField(refund),
  ];
}

function chargebackFields(document: Extract<Planned, { expenses: unknown }>, order: Facts, settings: Settings, format: Format): Field[] {
  return [
    ...(document.number === null ? [] : [numberField(document, order, settings)]),
    field(WORDS.date.label, format.day(document.date), document.kind === "chargeback" ? WORDS.date.charged : WORDS.date.cameBack),
    depositField(document, settings),
    field(WORDS.accounts.label, listed(document.expenses.map(({ account }) => account.name)), WORDS.accounts.chargeback),
    field(WORDS.total.label, amount(document.total, format), WORDS.total.chargeback),
    ...memoField(document),
  ];
}

/** `otherwise`: why it is not the one that settings name now. */
function depositField({ deposit, gatewayName }: { deposit: z.infer<typeof accountSchema>; gatewayName: string }, { options }: Settings, otherwise: string = WORDS.deposit.before): Field {
  const ofGateway = options.depositAccounts[gatewayHandle(gatewayName)];
  const ofNow = deposit.name === (ofGateway ?? options.depositAccount);
  const because = !ofNow ? otherwise : ofGateway === undefined ? WORDS.deposit.other(gatewayName) : WORDS.deposit.gateway(gatewayName);
  return field(WORDS.deposit.label, deposit.name, because);
}

/** As settings name it for the gateway; a rule's is told with the rule. */
function methodField({ methodId, gatewayName }: { methodId?: string | null | undefined; gatewayName: string }, { options }: Settings): Field[] {
  const name = options.paymentMethods[gatewayHandle(gatewayName)];
  return typeof methodId === "string" && name !== undefined ? [field(RULED_WORDS.slots["paymentMethod"] ?? "", name, WORDS.method(gatewayName))] : [];
}

function paymentFields(payment: Extract<Planned, { kind: "payment" }>, settings: Settings, format: Format): Field[] {
  const { date, total, applications, reference, part = "", became } = payment;
  const isGuessed = part.startsWith(MARKED) && typeof became !== "string";
  const referred = isGuessed ? WORDS.reference.marked : payment.deposit === null ? WORDS.reference.memo : WORDS.reference.transaction;
  return [
    field(WORDS.date.label, format.day(date), isGuessed ? WORDS.date.marked : payment.deposit === null ? WORDS.date.memo : settings.options.dates.payment === "ordered" ? WORDS.date.ordered : WORDS.date.paid),
    ...(payment.deposit === null ? [] : [depositField({ ...payment, deposit: payment.deposit }, settings)]),
    ...methodField(payment, settings),
    ...(reference === undefined ? [] : [field(WORDS.reference.label, reference, referred)]),
    field(WORDS.total.label, amount(total, format), isGuessed ? WORDS.total.marked : payment.deposit === null ? WORDS.total.spent : WORDS.total.payment),
    applications.length === 0
      ? field(WORDS.applied.label, WORDS.applied.none, WORDS.applied.noInvoice)
      : field(WORDS.applied.label, listed(applications.map((each) => (isCovered(each.to.kind) ? WORDS.applied[each.to.kind] : WORDS.applied.invoice)(amount(each.amount, format)))), WORDS.applied.because),
    ...memoField(payment),
  ];
}

const isCovered = (kind: string): kind is "customer_refund" | "credit_memo" => kind === "customer_refund" || kind === "credit_memo";

const memoField = ({ memo }: Pick<Planned, "memo">): Field[] => (memo === undefined ? [] : [field(WORDS.memo.label, memo, WORDS.memo.because)]);

function addressed({ label, because }: { label: string; because: string }, address: PlannedSale["shipTo"]): Field[] {
  const shown = [address?.name, address?.city, address?.countryCode].filter((each) => typeof each === "string" && each !== "").join(", ");
  return shown === "" ? [] : [field(label, shown, because)];
}

const field = (label: string, value: string, because: string): Field => ({ label, value, because });
const listed = (values: readonly string[]): string => [...new Set(values)].join(", ");
const amount = ({ currency, amount: decimal }: z.infer<typeof moneySchema>, format: Format): string => format.amount(currency, decimal);

/** What a bundle holds is named by its id in QuickBooks, which says nothing to people. */
const itemWords = ({ item, description }: { item: string | null; description: string }): string => (item === null || item.startsWith("id:") ? description : item.replace(/^\w+:/, ""));
