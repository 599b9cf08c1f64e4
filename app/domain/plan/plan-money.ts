/** The order's payments, each with what it covers, and the payments of 0 by which its credit memos are spent. */
import type { Application, CreditMemoDocument, CustomerRefundDocument, InvoiceDocument, PaymentDocument } from "../documents/document.ts";
import { type DocumentRef, refKey } from "../documents/kind.ts";
import { bringsMoney, planPayments, planSpending, spentMemo } from "../documents/payment/plan.ts";
import type { PlanContext } from "../documents/plan-context.ts";
import type { Issue } from "../issues/issue.ts";
import { invoicedAt } from "../order/sold-at.ts";
import { legacyId } from "../documents/header.ts";
import { allocate, type Credit, type Debit } from "./allocate.ts";
import { applicationsIn } from "./aspects.ts";
import type { ExistingDocument } from "./course.ts";

type Others = { existing: readonly ExistingDocument[]; invoices: readonly InvoiceDocument[]; memos: readonly CreditMemoDocument[]; refunds: readonly CustomerRefundDocument[]; wanted: (part: string) => boolean };

export function planMoney(context: PlanContext, { existing, invoices, memos, refunds, wanted }: Others, issues: Issue[]): PaymentDocument[] {
  const { order, course } = context;
  const payments = planPayments(context, wanted, issues);
  const stepOf = (part: string) => course.steps.find(({ change, paidBack }) => change.id === part || paidBack.some(({ transaction }) => legacyId(transaction.id) === part));
  const transactionOf = (part: string) => order.transactions.find(({ id }) => legacyId(id) === part);
  /** A change counts once its money has moved, too. */
  const happened = (part: string): { at: number; gateway: string; change: string | null } => {
    const step = stepOf(part);
    const transaction = transactionOf(part);
    const times = [step?.change.at, transaction?.at].flatMap((at) => (at ? [at.epochMilliseconds] : []));
    return { at: Math.max(...times), gateway: transaction?.gateway ?? "", change: step?.change.id ?? null };
  };
  const shippedAt = (id: string): number => (context.shipments?.find((shipment) => shipment.id === id)?.at ?? invoicedAt(order)).epochMilliseconds;
  const credits: Credit[] = [
    ...payments.map(({ transaction, document }) => ({ ref: document, total: document.total, at: transaction.at.epochMilliseconds, gateway: transaction.gateway, change: null })),
    ...memos.map((memo) => ({ ref: memo, total: memo.total, ...happened(memo.part) })),
  ];
  const debits: Debit[] = [
    ...invoices.map((invoice) => (invoice.shipment !== undefined ? { ref: invoice, total: invoice.total, at: shippedAt(invoice.shipment), gateway: "", change: null } : invoice.part === "1" ? { ref: invoice, total: invoice.total, at: invoicedAt(order).epochMilliseconds, gateway: "", change: null } : { ref: invoice, total: invoice.total, ...happened(invoice.part) })),
    ...refunds.map((refund) => ({ ref: refund, total: refund.total, ...happened(refund.part) })),
  ];
  const asRef = ({ kind, part }: DocumentRef): DocumentRef => ({ kind, part });
  const covered = allocate(credits.map((credit) => ({ ...credit, ref: asRef(credit.ref) })), debits.map((debit) => ({ ...debit, ref: asRef(debit.ref) })), standing(existing, order.currency));
  const of = (document: CreditMemoDocument | PaymentDocument) => covered.get(refKey(document)) ?? [];
  return [
    ...payments.map(({ document }) => ({ ...document, applications: of(document) })),
    ...memos.flatMap((memo) => planSpending(context, memo, of(memo)) ?? []),
  ];
}

/** By the credit's `refKey`: a payment of 0 says what its credit memo covers. */
const standing = (existing: readonly ExistingDocument[], currency: string): Map<string, Application[]> =>
  new Map(existing.filter(({ kind }) => kind === "payment").map((payment) => [
    refKey(bringsMoney(payment) ? payment : spentMemo(payment)),
    applicationsIn(payment.aspects ?? {}, currency).filter(({ to }) => to.kind !== "credit_memo"),
  ]));
