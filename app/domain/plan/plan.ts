/** Plan: the documents that should exist for one order now, with legs and dependencies. It is the desired state, whatever happened before (law 2). */
import type { Books } from "../books/books.ts";
import { awaitsPayment } from "../decision/posting-form.ts";
import type { Decision } from "../decision/decide.ts";
import type { PlannedDocument, SalesOrderDocument } from "../documents/document.ts";
import type { ShopIdentity } from "../documents/header.ts";
import { planInvoice } from "../documents/invoice/plan.ts";
import type { DocumentKind } from "../documents/kind.ts";
import { legsBalance } from "../documents/leg.ts";
import { salesLines } from "../documents/lines.ts";
import { planPayments } from "../documents/payment/plan.ts";
import { planContext } from "../documents/plan-context.ts";
import { planSalesReceipt } from "../documents/sales-receipt/plan.ts";
import { planSalesOrder } from "../documents/sales-order/plan.ts";
import { accountMissing, booksDoNotBalance, estimatesOff, orderDoesNotAddUp, paymentsDoNotAddUp } from "../issues/catalogue.ts";
import type { Issue } from "../issues/issue.ts";
import { equals, isZero } from "../money/money.ts";
import { amountDue, type Order } from "../order/order.ts";
import { type Proof, prove } from "../proof/proof.ts";
import type { Settings } from "../settings/settings.ts";
import { unsupported } from "./unsupported.ts";

export type ExistingDocument = { kind: DocumentKind; part: string };

export type PlanInput = {
  shop: ShopIdentity;
  order: Order;
  decision: Decision;
  books: Books;
  settings: Settings;
  /** Live documents of the order: stopping a kind prevents creation only, so what exists stays planned (law 6). */
  existing: readonly ExistingDocument[];
};

/** With any issue nothing of the order is sent. */
export type Plan = { documents: PlannedDocument[]; issues: Issue[]; proof: Proof };

export function plan(input: PlanInput): Plan {
  const { order, decision, books, existing } = input;
  const figures = salesLines(order, books);
  const context = planContext(input, figures);
  const wants = (kind: DocumentKind): boolean => decision.documents[kind].create || existing.some((document) => document.kind === kind);

  const invoiced = wants("invoice");
  const { receipt, issues: receiptIssues } = wants("sales_receipt") ? planSalesReceipt(context) : { receipt: null, issues: [] };
  const salesOrder: SalesOrderDocument | null = wants("sales_order")
    ? planSalesOrder(context, { invoiced: invoiced || receipt !== null, unpaid: decision.documents.payment.because.by === "rule" && !decision.documents.payment.create })
    : null;
  const invoice = invoiced ? planInvoice(context, salesOrder && { kind: "sales_order", part: salesOrder.part }) : null;
  const paymentWanted = (part: string): boolean =>
    decision.documents.payment.create || existing.some((document) => document.kind === "payment" && document.part === part);
  const { payments, issues: paymentIssues } = planPayments(context, invoice, paymentWanted);

  const documents = [salesOrder, invoice, ...payments, receipt].filter((document) => document !== null);
  const proof = prove(order, decision, documents);
  const issues = [
    ...unsupported(order, books, receipt !== null || awaitsPayment(decision.documents.sales_receipt)),
    ...figures.issues,
    ...paymentIssues,
    ...receiptIssues,
    ...(books.accounts.receivable ? [] : [accountMissing("receivable")]),
    ...(salesOrder && !books.company.estimatesAllowed && !existing.some(({ kind }) => kind === "sales_order") ? [estimatesOff()] : []),
  ];
  return { documents, proof, issues: issues.length > 0 ? distinct(issues) : faults(order, documents, proof, figures.total) };
}

/** Law 3: balanced legs and both identities, or nothing is sent. */
function faults(order: Order, documents: PlannedDocument[], proof: Proof, linesTotal: Plan["documents"][number]["total"]): Issue[] {
  const issues = documents.filter((document) => !legsBalance(document.legs)).map((document) => booksDoNotBalance(order.name, document.kind));
  if (!equals(linesTotal, amountDue(order))) issues.push(orderDoesNotAddUp(order.name, amountDue(order), linesTotal));
  else if (!isZero(proof.income.difference)) issues.push(orderDoesNotAddUp(order.name, proof.income.shop, proof.income.books));
  if (!isZero(proof.money.difference)) issues.push(paymentsDoNotAddUp(order.name, proof.money.shop, proof.money.books));
  return issues;
}

function distinct(issues: Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [`${issue.code}/${issue.cause}`, issue])).values()];
}
