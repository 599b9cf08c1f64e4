/** Plan: the documents that should exist for one order now, with legs and dependencies. It is the desired state, whatever happened before (law 2). */
import type { Books } from "../books/books.ts";
import { namedIssues } from "../books/named-in-books.ts";
import { oneCustomerIssues } from "../books/one-customer.ts";
import { currencyIssues } from "../books/currency-issues.ts";
import { asDecided } from "../decision/as-decided.ts";
import type { Decision } from "../decision/decide.ts";
import { planChargebacks } from "../documents/chargeback/plan.ts";
import { asIn, ruledText } from "../decision/kept-by-rules.ts";
import { planCreditMemo, planGiftCardCredits, worthCrediting } from "../documents/credit-memo/plan.ts";
import { planCustomerRefunds } from "../documents/customer-refund/plan.ts";
import type { PlannedDocument, SalesOrderDocument } from "../documents/document.ts";
import { extraLine } from "../documents/extra-lines.ts";
import { legacyId, type ShopIdentity } from "../documents/header.ts";
import { planCardRefunds } from "../documents/invoice/card-refund.ts";
import { planFurtherInvoice, planInvoice, planShipmentInvoices } from "../documents/invoice/plan.ts";
import { type DocumentKind, type DocumentRef, KIND_WORDS, refKey } from "../documents/kind.ts";
import { legsBalance } from "../documents/leg.ts";
import { salesLines } from "../documents/lines.ts";
import { onOpenDays } from "../documents/open-day.ts";
import { bringsMoney } from "../documents/payment/plan.ts";
import { depositName, type PlanContext, planContext, putOn } from "../documents/plan-context.ts";
import { planPurchaseOrders } from "../documents/purchase-order/plan.ts";
import { planRefundReceipts } from "../documents/refund-receipt/plan.ts";
import { planSalesReceipt } from "../documents/sales-receipt/plan.ts";
import { planSalesOrder } from "../documents/sales-order/plan.ts";
import { accountMissing, booksDoNotBalance, customerIsOwed, estimatesOff, keptNotBooked, notExplained, orderDoesNotAddUp, orderNotReadable, paymentsDoNotAddUp, receiptCannotFollow, splitShipmentChanged } from "../issues/catalogue.ts";
import { cardsDoNotAddUp } from "../issues/credit-issues.ts";
import { chargebackNotices } from "../issues/chargebacks.ts";
import { inactiveAccountIssues } from "../issues/inactive-accounts.ts";
import type { Issue } from "../issues/issue.ts";
import { lineLimitIssues } from "../issues/line-limit.ts";
import { longNumberIssues } from "../issues/long-numbers.ts";
import { newGatewayIssues } from "../issues/new-gateways.ts";
import { add, equals, isPositive, isZero, type Money, negate, subtract, sum } from "../money/money.ts";
import { withoutChanges } from "../order/change.ts";
import { type BookedPayment, isPhantom, markedAsPaid, markedPart } from "../order/marked-as-paid.ts";
import { amountDue, giftCardTender, type Order } from "../order/order.ts";
import { invoicedAt, receiptedAt } from "../order/sold-at.ts";
import { type GivenBack, type Proof, prove, provenOf } from "../proof/proof.ts";
import type { Settings } from "../settings/settings.ts";
import { noteBundles, withKeptBundles } from "./kept-bundles.ts";
import { courseOf, type Course, type ExistingDocument, isCancelledUnpaid } from "./course.ts";
import { paidBeside } from "./paid-beside.ts";
import type { UndoneDocument } from "./operation.ts";
import { planMoney } from "./plan-money.ts";
import { shipmentsOf } from "./shipments.ts";

export type { ExistingDocument } from "./course.ts";

export type PlanInput = {
  shop: ShopIdentity;
  order: Order;
  decision: Decision;
  books: Books;
  settings: Settings;
  /** Live documents of the order: stopping a kind prevents creation only, so what exists stays planned (law 6). */
  existing: readonly ExistingDocument[];
  /** Documents of the order that are gone from the books. */
  undone?: readonly UndoneDocument[];
  /** Documents that were sent without an answer and may still turn up in the books. */
  underway?: readonly DocumentRef[];
};

export type Plan = {
  /** As rules and settings have it booked; what is proven. */
  order: Order;
  documents: PlannedDocument[];
  /** Documents that the order itself took back: they are to leave the books if they are there. */
  removals: DocumentRef[];
  /** With any of these nothing of the order is sent. */
  issues: Issue[];
  /** What waits for a person while everything else is sent: nothing hangs on it. */
  waits: Issue[];
  /** What a person should know although everything is posted. */
  notices: Issue[];
  givenBack: GivenBack;
  proof: Proof;
};

export function plan(asked: PlanInput): Plan {
  const { decision, settings, existing } = asked;
  const books = withKeptBundles(asked.books, existing);
  const order = asPlanned(asked);
  const input = { ...asked, order, books };
  const wants = (kind: DocumentKind): boolean => decision.documents[kind].create || existing.some((document) => document.kind === kind);
  const recordsMoney = wants("customer_refund") || existing.some((document) => bringsMoney(document) || document.kind === "sales_receipt");
  const sale = wants("sales_receipt") ? ({ kind: "sales_receipt", at: receiptedAt(order) } as const) : wants("invoice") ? ({ kind: "invoice", at: invoicedAt(order) } as const) : null;
  const shipping = sale?.kind === "invoice" ? shipmentsOf(order, settings, existing) : null;
  const shipments = shipping === "unknown" ? null : shipping;
  const accountOf = (gateway: string): string => putOn(input, gateway)?.name ?? depositName(settings, gateway, order);
  const course = courseOf({ order, existing, shipments, closedThrough: books.company.closedThrough, sale: shipments?.[0] && sale ? { ...sale, at: shipments[0].at } : sale, recordsMoney, accountOf });
  const issues: Issue[] = [];
  const figures = soldFigures(order, books, course, issues);
  const context = planContext({ ...input, course, shipments }, figures);

  // Everything left the order before it was paid for: a sale without a line is none, and one in the books is taken back.
  const isUndone = course.isVoided || figures.lines.length === 0;
  const beside = sale?.kind === "sales_receipt" && !isUndone ? paidBeside(order, course, figures.total) : null;
  const receipt = sale?.kind === "sales_receipt" && !isUndone ? take(planSalesReceipt(context, beside ?? new Set()), issues) : null;
  const isInvoiced = sale?.kind === "invoice" && !isUndone;
  const salesOrder: SalesOrderDocument | null = wants("sales_order") && (!isUndone || existing.some(({ kind }) => kind === "sales_order"))
    ? planSalesOrder(asSalesOrder(context, { ...asked, books }, issues), { isOver: (isInvoiced && (shipments === null || order.fulfilmentWord === "fulfilled")) || receipt !== null || order.status === "cancelled", issues, unpaid: decision.documents.payment.because.by === "rule" && !decision.documents.payment.create })
    : null;
  // A voided invoice may keep its link, and a sales order takes one: what is made in its place stands without (decision 057).
  const isRemade = (asked.undone ?? []).some(({ kind, part, voided = 0 }) => kind === "invoice" && part === "1" && voided > 0);
  const invoicedFrom = isRemade ? null : salesOrder;
  const closes = invoicedFrom && ({ kind: "sales_order", part: invoicedFrom.part } as const);
  const ofShipments = isInvoiced && shipments ? planShipmentInvoices(context, shipments, invoicedFrom, issues) : [];
  const invoice = isInvoiced && !shipments ? planInvoice(context, closes) : (ofShipments[0] ?? null);
  const separate = sale && !isUndone ? course.steps.filter(({ folded }) => !folded) : [];
  const cards = recordsMoney ? (sale && !isUndone ? course.steps : []).flatMap((step) => planCardRefunds(context, step, issues)) : [];
  const invoices = [...(shipments ? ofShipments : invoice ? [invoice] : []), ...separate.filter(({ added }) => isPositive(added)).map((step) => planFurtherInvoice(context, step, issues)), ...cards];
  const memos = [
    ...(invoice && recordsMoney ? planGiftCardCredits(context, issues) : []),
    ...(receipt && beside ? planGiftCardCredits(context, issues, beside) : []),
    ...separate.filter(worthCrediting).flatMap((step) => planCreditMemo(context, step, issues) ?? []),
  ];
  // A receipt is worth what came in less what went back before it; an order that never got one has no money in the books either.
  const netted = sale?.kind === "sales_receipt" ? new Set(course.steps.filter(({ folded }) => folded).map(({ change }) => change.id)) : new Set<string>();
  const refunds = recordsMoney ? course.steps.filter(({ change }) => !netted.has(change.id)).flatMap((step) => planCustomerRefunds(context, step, issues)) : [];
  const refundReceipts = recordsMoney ? course.steps.flatMap((step) => planRefundReceipts(context, step, issues)) : [];
  const paymentWanted = (part: string): boolean =>
    decision.documents.payment.create || beside?.has(part) === true || existing.some((document) => document.kind === "payment" && document.part === part);
  const payments = planMoney(context, { existing, invoices, memos, refunds, wanted: paymentWanted }, issues);

  const chargebacks = recordsMoney ? planChargebacks(context, issues) : [];
  const waits: Issue[] = [];
  const purchases = planPurchaseOrders(context, { existing, isWanted: decision.documents.purchase_order.create }, waits);
  const ruled = ruledText(decision, asked.order);
  const asDated = [salesOrder, ...invoices, ...memos, ...refunds, ...refundReceipts, ...payments, receipt, ...chargebacks, ...purchases].flatMap((document) => (document === null ? [] : [noteBundles({ ruled, ...document }, order, books)]));
  const documents = onOpenDays(asDated, input);
  const notShipped = subtract(figures.total, sum(order.currency, ofShipments.map(({ total }) => total)));
  const awaiting = shipments && isInvoiced && order.fulfilmentWord !== "fulfilled" && order.status !== "cancelled" ? { notYet: notShipped } : {};
  const givenBack = { ...givenBackOf(order, course), ...(recordsMoney ? {} : { beyond: sum(order.currency, []) }), ...awaiting };
  const proof = prove(order, decision, documents.map((document) => provenOf(document)), givenBack);
  issues.push(
    ...currencyIssues(order, books.company),
    ...namedIssues(order, books),
    ...oneCustomerIssues(order, books, documents.some((document) => !existing.some((each) => refKey(each) === refKey(document)))),
    ...inactiveAccountIssues(documents, books),
    ...lineLimitIssues(order.name, documents),
    ...longNumberIssues(order.name, documents, existing),
    ...(shipping === "unknown" ? [orderNotReadable(order.id, "it does not say what one of the order's shipments held")] : []),
    ...(receipt && beside === null ? [receiptCannotFollow(order.name, "what was paid since the order changed cannot be told from what the receipt holds")] : []),
    ...(course.cannotSplit ? [splitShipmentChanged(order.name, course.cannotSplit)] : []),
    ...(recordsMoney || decision.documents.payment.create || wants("sales_receipt") ? newGatewayIssues(order, settings, existing) : []),
    ...(books.accounts.receivable ? [] : [accountMissing("receivable")]),
    ...(salesOrder && !books.company.estimatesAllowed && !existing.some(({ kind }) => kind === "sales_order") ? [estimatesOff()] : []),
  );
  const unpaid: DocumentRef[] = isPhantom(order, bookedPayments(asked)) ? [{ kind: "payment", part: markedPart(order) }] : [];
  const removals: DocumentRef[] = [...unpaid, ...(sale && isUndone ? [{ kind: sale.kind, part: "1" }] : sale === null ? creditsWithoutSale(order, existing) : [])];
  const stopping = issues.length > 0 ? distinct(issues) : [...faults(order, documents, proof, figures.total, soldWorth(order, course)), ...(recordsMoney && !isUndone ? cardFaults(order, documents) : []), ...unexplained(order, existing, [...documents, ...removals, ...notToldAnyMore(order)])];
  return {
    order, documents, removals, proof, givenBack,
    issues: stopping,
    waits: distinct(waits),
    notices: recordsMoney && stopping.length === 0 ? [...chargebackNotices(order, documents, settings), ...noticesOf(order, course, { isOver: order.status === "cancelled", isBooked: invoice !== null || receipt !== null })] : [],
  };
}

/** With what rules and settings said of it, and with the payment that a rule made for it. */
const asPlanned = (input: PlanInput): Order => markedAsPaid(asDecided(input.order, input.decision), bookedPayments(input));

function bookedPayments({ existing, underway = [] }: Pick<PlanInput, "existing" | "underway">): BookedPayment[] {
  const there = existing.filter(({ kind }) => kind === "payment").map(({ part, aspects }): BookedPayment => ({ part, became: aspects?.became }));
  return [...there, ...underway.filter(({ kind, part }) => kind === "payment" && !there.some((each) => each.part === part)).map(({ part }): BookedPayment => ({ part, underway: true }))];
}

/** A sales order that is there keeps the lines that rules and settings gave it, whatever its invoice gets by those of then (decisions 051 and 060). */
function asSalesOrder(context: PlanContext, { order, decision, books, existing }: PlanInput, issues: Issue[]): PlanContext {
  const there = existing.find(({ kind }) => kind === "sales_order");
  if (!there) return context;
  const own = asIn(decision, order, there);
  const ruled = ruledText(own, order);
  if (ruled === ruledText(decision, order)) return context;
  const { bookAs, lines } = asDecided(order, own);
  const kept: Order = { ...context.order, bookAs, lines };
  return { ...context, order: kept, salesBody: { ...context.salesBody, ...soldFigures(kept, books, context.course, issues) }, ruled };
}

function noticesOf({ name, totals }: Order, { owed, kept }: Course, { isOver, isBooked }: { isOver: boolean; isBooked: boolean }): Issue[] {
  return [
    ...(isPositive(owed) && (isBooked || isOver) ? [customerIsOwed(name, owed)] : []),
    ...(isPositive(kept) && isOver && !isBooked ? [keptNotBooked(name, kept, totals.netPayment)] : []),
  ];
}

/** A credit memo that came into the books only after its invoice was taken back: QuickBooks may carry out late what it did not answer. */
const creditsWithoutSale = (order: Order, existing: readonly ExistingDocument[]): DocumentRef[] =>
  isCancelledUnpaid(order) ? existing.filter(({ kind }) => kind === "credit_memo").map(({ kind, part }) => ({ kind, part })) : [];

/** The shop does not tell what it told before, such as when a scope was taken away: what was booked of it stays. */
const notToldAnyMore = ({ chargebacks = [] }: Order): DocumentRef[] => chargebacks.flatMap(({ id }) => (["chargeback", "chargeback_reversal"] as const).map((kind) => ({ kind, part: legacyId(id) })));

/** What is in the books and posts, and is neither planned nor to be taken back, would be counted by nobody. */
function unexplained({ name }: Order, existing: readonly ExistingDocument[], known: readonly DocumentRef[]): Issue[] {
  const explained = new Set(known.map(refKey));
  return existing.filter((document) => posts(document) && !explained.has(refKey(document))).map(({ kind }) => notExplained(name, KIND_WORDS[kind]));
}

/** A sales order posts nothing, and neither do a purchase order and a payment of 0. */
const posts = (document: DocumentRef): boolean => document.kind !== "sales_order" && document.kind !== "purchase_order" && (document.kind !== "payment" || bringsMoney(document));

/** The lines of the first sale: the order without what happened to it after that, and what was kept of money that was to go back before it. */
function soldFigures(order: Order, books: Books, course: Course, issues: Issue[]): Pick<ReturnType<typeof salesLines>, "lines" | "tax" | "taxes" | "total"> {
  const { issues: ofLines, ...sold } = salesLines(withoutChanges(order, separateChanges(course)), books);
  issues.push(...ofLines);
  const kept = extraLine("refund_discrepancy", keptBefore(order, course), order, books, issues);
  return { ...sold, lines: [...sold.lines, ...kept], total: add(sold.total, sum(order.currency, kept.map(({ amount }) => amount))) };
}

const separateChanges = ({ steps }: Course): Order["changes"] => steps.filter(({ folded }) => !folded).map(({ change }) => change);
const keptBefore = ({ currency }: Order, { steps }: Course): Money => sum(currency, steps.filter(({ folded }) => folded).map(({ kept }) => kept));
const soldWorth = (order: Order, course: Course): Money => add(amountDue(withoutChanges(order, separateChanges(course))), keptBefore(order, course));

const givenBackOf = ({ currency }: Order, { steps }: Course): GivenBack => ({
  beyond: sum(currency, steps.flatMap(({ paidBack }) => paidBack.map(({ beyond }) => beyond))),
  kept: sum(currency, steps.map(({ kept }) => kept)),
});

function take({ receipt, issues }: ReturnType<typeof planSalesReceipt>, into: Issue[]): ReturnType<typeof planSalesReceipt>["receipt"] {
  into.push(...issues);
  return receipt;
}

/** Law 3: balanced legs and both identities, or nothing is sent. */
function faults(order: Order, documents: PlannedDocument[], proof: Proof, linesTotal: Money, worth: Money): Issue[] {
  const issues = documents.filter((document) => !legsBalance(document.legs)).map((document) => booksDoNotBalance(order.name, document.kind));
  if (!equals(linesTotal, worth)) issues.push(orderDoesNotAddUp(order.name, worth, linesTotal));
  else if (!isZero(proof.income.difference)) issues.push(orderDoesNotAddUp(order.name, proof.income.shop, proof.income.books));
  if (!isZero(proof.money.difference)) issues.push(paymentsDoNotAddUp(order.name, proof.money.shop, proof.money.books));
  return issues;
}

/** Once the sale is booked, the documents take from the cards what the cards paid, less what went back to them. The two identities leave cards out, so nothing else would see it. */
function cardFaults(order: Order, documents: PlannedDocument[]): Issue[] {
  if (!documents.some(({ kind }) => kind === "invoice" || kind === "sales_receipt")) return [];
  const SPENT: Partial<Record<DocumentKind, 1 | -1>> = { credit_memo: 1, refund_receipt: 1, invoice: -1, sales_receipt: -1 };
  const spent = sum(order.currency, documents.flatMap((document) => {
    const { kind, cards } = provenOf(document);
    return SPENT[kind] === 1 ? [cards] : SPENT[kind] === -1 ? [negate(cards)] : [];
  }));
  const tender = giftCardTender(order);
  return equals(spent, tender) ? [] : [cardsDoNotAddUp(order.name, tender, spent)];
}

function distinct(issues: Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [`${issue.code}/${issue.cause}`, issue])).values()];
}
