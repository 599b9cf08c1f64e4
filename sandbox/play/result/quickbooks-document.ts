/** One document as the simulated company holds it, in the words of the result. Reads QuickBooks JSON (design page 05, 1.5 to 1.7), never writes it. */
import { z } from "zod";
import { ENTITIES, kindOfEntity, PLAYED_KINDS, type PlayedKind } from "./document-kinds.ts";
import { amountText, millionths, wireAmount } from "./amount.ts";
import type { ResultDocument, ResultLine, ResultLink } from "./result.ts";

const linkSchema = z.object({ TxnId: z.string(), TxnType: z.string() });
const refSchema = z.object({ value: z.string(), name: z.string().optional() });

const lineSchema = z.object({
  Amount: z.number().default(0),
  Description: z.string().optional(),
  DetailType: z.string().optional(),
  SalesItemLineDetail: z
    .object({ ItemRef: refSchema.optional(), Qty: z.number().optional(), TaxCodeRef: refSchema.optional(), ClassRef: refSchema.optional() })
    .optional(),
  ItemBasedExpenseLineDetail: z.object({ ItemRef: refSchema.optional(), Qty: z.number().optional(), TaxCodeRef: refSchema.optional(), ClassRef: refSchema.optional() }).optional(),
  AccountBasedExpenseLineDetail: z.object({ AccountRef: refSchema.optional(), ClassRef: refSchema.optional() }).optional(),
  DepositLineDetail: z.object({ AccountRef: refSchema.optional() }).optional(),
  LinkedTxn: z.array(linkSchema).default([]),
});

const entitySchema = z.object({
  Id: z.string(),
  DocNumber: z.string().nullish(),
  PaymentRefNum: z.string().nullish(),
  TxnDate: z.string().default(""),
  TxnStatus: z.string().optional(),
  POStatus: z.string().optional(),
  TotalAmt: z.number().default(0),
  Balance: z.number().optional(),
  UnappliedAmt: z.number().optional(),
  RemainingCredit: z.number().optional(),
  CustomerRef: refSchema.optional(),
  EntityRef: refSchema.optional(),
  VendorRef: refSchema.optional(),
  DueDate: z.string().optional(),
  SalesTermRef: refSchema.optional(),
  ClassRef: refSchema.optional(),
  DepartmentRef: refSchema.optional(),
  PaymentMethodRef: refSchema.optional(),
  CustomerMemo: z.object({ value: z.string() }).optional(),
  CustomField: z.array(z.object({ DefinitionId: z.string(), Name: z.string().optional(), StringValue: z.string().optional() })).default([]),
  PrivateNote: z.string().default(""),
  LinkedTxn: z.array(linkSchema).default([]),
  Line: z.array(lineSchema).default([]),
});
type Entity = z.infer<typeof entitySchema>;

export function readDocument(kind: PlayedKind, json: unknown): ResultDocument {
  const entity = entitySchema.parse(json);
  const balance = balanceOf(kind, entity);
  return {
    kind,
    entity: ENTITIES[kind],
    id: entity.Id,
    docNumber: entity.DocNumber ?? entity.PaymentRefNum ?? null,
    date: entity.TxnDate,
    total: wireAmount(entity.TotalAmt),
    ...(balance === undefined ? {} : { balance }),
    status: statusOf(kind, entity),
    ...partOf(entity.PrivateNote),
    ...headerOf(entity),
    links: linksOf(entity),
    lines: entity.Line.filter((line) => line.DetailType !== "SubTotalLineDetail" && kind !== "payment").map(lineOf),
  };
}

/** Customer, terms, class, location and payment method by name; custom fields that have a value. */
function headerOf({ CustomerRef, EntityRef = CustomerRef, VendorRef, DueDate, SalesTermRef, ClassRef, DepartmentRef, PaymentMethodRef, CustomerMemo, PrivateNote, CustomField }: Entity): Pick<ResultDocument, "customer" | "vendor" | "dueDate" | "terms" | "class" | "location" | "paymentMethod" | "message" | "memo" | "customFields"> {
  const filled = CustomField.flatMap(({ DefinitionId, Name, StringValue }) => (StringValue ? [[Name ?? DefinitionId, StringValue] as const] : []));
  return {
    ...(EntityRef === undefined ? {} : { customer: EntityRef.name ?? EntityRef.value }),
    ...(VendorRef === undefined ? {} : { vendor: VendorRef.name ?? VendorRef.value }),
    ...(DueDate === undefined ? {} : { dueDate: DueDate }),
    ...(SalesTermRef === undefined ? {} : { terms: SalesTermRef.name ?? SalesTermRef.value }),
    ...(ClassRef === undefined ? {} : { class: ClassRef.name ?? ClassRef.value }),
    ...(DepartmentRef === undefined ? {} : { location: DepartmentRef.name ?? DepartmentRef.value }),
    ...(PaymentMethodRef === undefined ? {} : { paymentMethod: PaymentMethodRef.name ?? PaymentMethodRef.value }),
    ...(CustomerMemo === undefined ? {} : { message: CustomerMemo.value }),
    ...(PrivateNote === "" ? {} : { memo: PrivateNote }),
    ...(filled.length === 0 ? {} : { customFields: Object.fromEntries(filled) }),
  };
}

/** Our marker in a memo: shop, order, kind and part (app/domain/documents/header.ts). */
const MARKED = /\[tieout [^/\]]+\/(?<order>\d+)\/(?<kind>[^/\]]+)\/(?<part>[^\]]+)\]/;

/** The order that our marker names; undefined without it. Where QuickBooks has one entity for several kinds, the marker must name this one; an invoice that a person made from a sales order carries that one's. */
export function markedOrder(kind: PlayedKind, json: unknown): string | undefined {
  const marked = MARKED.exec(entitySchema.parse(json).PrivateNote)?.groups;
  const isShared = PLAYED_KINDS.some((other) => other !== kind && ENTITIES[other] === ENTITIES[kind]);
  return isShared && marked?.["kind"] !== kind ? undefined : marked?.["order"];
}

function partOf(memo: string): { part?: string } {
  const part = MARKED.exec(memo)?.groups?.["part"];
  return part === undefined ? {} : { part };
}

function balanceOf(kind: PlayedKind, entity: Entity): string | undefined {
  switch (kind) {
    case "sales_order":
    case "sales_receipt":
    case "refund_receipt":
    // What of a purchase no payment has taken up is nowhere to be read in QuickBooks (05, 1.8).
    case "customer_refund":
    case "chargeback":
    case "chargeback_reversal":
    case "purchase_order":
      return undefined;
    case "invoice":
      return wireAmount(entity.Balance ?? 0);
    case "payment":
      return wireAmount(entity.UnappliedAmt ?? 0);
    case "credit_memo":
      return wireAmount(entity.RemainingCredit ?? 0);
  }
}

/** QuickBooks marks a voided document by amounts of 0 and the note "Voided" (05, 1.6). */
function statusOf(kind: PlayedKind, entity: Entity): string {
  if (entity.TotalAmt === 0 && entity.PrivateNote.startsWith("Voided")) return "voided";
  switch (kind) {
    case "sales_order":
      return (entity.TxnStatus ?? "Pending").toLowerCase();
    case "purchase_order":
      return (entity.POStatus ?? "Open").toLowerCase();
    case "invoice":
      return (entity.Balance ?? 0) === 0 ? "paid" : "open";
    case "sales_receipt":
    case "refund_receipt":
    case "chargeback":
    case "chargeback_reversal":
      return "paid";
    case "payment":
      return applicationOf(entity.UnappliedAmt ?? 0, entity.TotalAmt, "unapplied");
    case "credit_memo":
      return applicationOf(entity.RemainingCredit ?? 0, entity.TotalAmt, "open");
    case "customer_refund":
      return entity.LinkedTxn.some(({ TxnType }) => TxnType === "Payment") ? "applied" : "open";
  }
}

function applicationOf(left: number, total: number, untouched: string): string {
  if (millionths(wireAmount(left)) === 0n) return "applied";
  return millionths(wireAmount(left)) === millionths(wireAmount(total)) ? untouched : "partially_applied";
}

/** Links stand on the document or on its lines; the same one is told once. */
function linksOf(entity: Entity): ResultLink[] {
  const all = [...entity.LinkedTxn, ...entity.Line.flatMap((line) => line.LinkedTxn)].map(({ TxnId, TxnType }) => ({ kind: kindOfEntity(TxnType), id: TxnId }));
  return all.filter((link, index) => all.findIndex((other) => other.kind === link.kind && other.id === link.id) === index);
}

function lineOf(line: Entity["Line"][number]): ResultLine {
  const { ItemRef, Qty, TaxCodeRef, ...detail } = line.SalesItemLineDetail ?? line.ItemBasedExpenseLineDetail ?? {};
  const { AccountRef } = line.AccountBasedExpenseLineDetail ?? line.DepositLineDetail ?? {};
  const ClassRef = detail.ClassRef ?? line.AccountBasedExpenseLineDetail?.ClassRef;
  const sign = line.DetailType === "DiscountLineDetail" ? -1n : 1n;
  return {
    description: line.Description ?? (line.DetailType === "DiscountLineDetail" ? "Discount" : ""),
    item: ItemRef?.name ?? ItemRef?.value ?? null,
    quantity: Qty ?? null,
    amount: amountText(sign * millionths(wireAmount(line.Amount))),
    ...(AccountRef === undefined ? {} : { account: AccountRef.name ?? AccountRef.value }),
    ...(TaxCodeRef === undefined ? {} : { taxCode: TaxCodeRef.name ?? TaxCodeRef.value }),
    ...(ClassRef === undefined ? {} : { class: ClassRef.name ?? ClassRef.value }),
  };
}
