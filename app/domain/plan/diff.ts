/** Diff: the operations that turn what is posted into the plan, in the order in which they depend on each other. An unchanged order gives none. */
import type { PaymentDocument, PlannedDocument, SalesOrderDocument } from "../documents/document.ts";
import { type DocumentRef, refKey } from "../documents/kind.ts";
import { bringsMoney } from "../documents/payment/plan.ts";
import { isZero, smaller, sum } from "../money/money.ts";
import { applicationsIn, aspectsOf, holdsNoGoods, isGoods } from "./aspects.ts";
import type { Operation, PostedDocument, UndoneDocument } from "./operation.ts";

export type DiffInput = {
  planned: readonly PlannedDocument[];
  posted: readonly PostedDocument[];
  /** Taken away by a person: made again only when a person asks (law 6); or by the order itself. */
  undone: readonly UndoneDocument[];
  askedByPerson: boolean;
};

export type Difference = { operations: Operation[]; heldBack: DocumentRef[] };

export function diff({ planned, posted, undone, askedByPerson }: DiffInput): Difference {
  const live = new Map(posted.map((document) => [refKey(document), document]));
  const gone = new Set(askedByPerson ? [] : undone.filter(({ byOrder }) => !byOrder).map(refKey));
  const heldBack: DocumentRef[] = planned.filter((document) => !live.has(refKey(document)) && gone.has(refKey(document))).map(({ kind, part }) => ({ kind, part }));
  const waiting = new Set(heldBack.map(refKey));
  // An invoice that would have to name a sales order that a person took away waits with it: made without the link it would be another document (A28).
  for (const document of planned) {
    if (document.kind === "invoice" && document.salesOrder && !live.has(refKey(document)) && waiting.has(refKey(document.salesOrder))) waiting.add(refKey(document));
  }
  // What stands beside a sale waits with it: a person who took the sale away has other plans with it.
  if (waiting.has(refKey({ kind: "invoice", part: "1" })) || waiting.has(refKey({ kind: "sales_receipt", part: "1" }))) {
    for (const document of planned) if (standsBeside(document) && !live.has(refKey(document))) waiting.add(refKey(document));
  }
  // What came back of a chargeback whose expense a person took away was most likely booked the same way.
  for (const { kind, part } of planned) if (kind === "chargeback_reversal" && waiting.has(refKey({ kind: "chargeback", part }))) waiting.add(refKey({ kind, part }));
  for (const document of planned) if (document.kind === "payment" && !live.has(refKey(document))) waitAlong(document, planned, live, waiting);
  // A sales order whose invoice a person took away, and that shall have none for now, is open again when a person asks (decision 032).
  const reopened = new Set(undone.filter((each) => each.kind === "invoice" && !live.has(refKey(each)) && (askedByPerson || each.byOrder)).map(({ part }) => part));
  const invoicing = new Set(planned.flatMap((document) => (document.kind === "invoice" && document.salesOrder && !live.has(refKey(document)) && !waiting.has(refKey(document)) ? [refKey(document.salesOrder)] : [])));
  const operations: Operation[] = [];
  for (const document of planned) {
    const existing = live.get(refKey(document));
    if (existing) {
      operations.push(...changes(document, existing, waiting, { reopened: reopened.has(document.part), invoiced: live.has(refKey({ kind: "invoice", part: document.part })), invoicing: invoicing.has(refKey(document)) }));
    } else if (!waiting.has(refKey(document))) {
      operations.push({ op: "create", document: asCreated(withoutWaiting(document, waiting)) });
      if (document.kind === "sales_order" && document.standing === "closed") operations.push({ op: "close", document, posted: null });
    }
  }
  return { operations: inOrder(operations), heldBack };
}

/** Further invoices, what takes a sale back, and the payment of 0 by which that would be spent. */
function standsBeside(document: PlannedDocument): boolean {
  switch (document.kind) {
    case "invoice":
      return document.part !== "1";
    case "credit_memo":
    case "refund_receipt":
      return true;
    case "payment":
      return !bringsMoney(document);
    case "sales_order":
    case "chargeback":
    case "chargeback_reversal":
    case "purchase_order":
    case "sales_receipt":
    case "customer_refund":
      return false;
  }
}

/** A memo that is not there cannot be spent; and money does not go back of a payment that a person took out of the books, and may have booked another way. */
function waitAlong(payment: PaymentDocument, planned: readonly PlannedDocument[], live: ReadonlyMap<string, unknown>, waiting: Set<string>): void {
  const waits = (ref: DocumentRef): boolean => waiting.has(refKey(ref));
  if (payment.applications.some(({ to }) => to.kind === "credit_memo" && waits(to))) waiting.add(refKey(payment));
  if (!waits(payment)) return;
  for (const { to } of payment.applications) {
    if (to.kind === "customer_refund" && !live.has(refKey(to)) && planned.some((each) => refKey(each) === refKey(to))) waiting.add(refKey(to));
  }
}

/** A payment cannot be applied to what is not going to be there; of a memo it then spends so much less. */
function withoutWaiting<Document extends PlannedDocument>(document: Document, waiting: ReadonlySet<string>): Document {
  if (document.kind !== "payment" || !document.applications.some(({ to }) => waiting.has(refKey(to)))) return document;
  const left = document.applications.filter(({ to }) => !waiting.has(refKey(to)));
  const covers = left.filter(({ to }) => to.kind !== "credit_memo");
  const spent = sum(document.currency, covers.map(({ amount }) => amount));
  return { ...document, applications: [...covers, ...left.filter(({ to }) => to.kind === "credit_memo" && !isZero(spent)).map((each) => ({ ...each, amount: smaller(each.amount, spent) }))] };
}

/** QuickBooks refuses a link to a closed estimate (05, error 620), so a sales order is made open even when its invoice follows at once. */
function asCreated(document: PlannedDocument): PlannedDocument {
  return document.kind === "sales_order" && document.standing === "closed" ? { ...document, standing: "accepted" } : document;
}

/** What is beside a sales order. `invoicing`: its invoice is made from it now. */
type Beside = { reopened: boolean; invoiced: boolean; invoicing: boolean };

function changes(document: PlannedDocument, existing: PostedDocument, waiting: ReadonlySet<string>, { reopened, invoiced, invoicing }: Beside): Operation[] {
  const wanted = aspectsOf(document);
  const changed = (name: keyof typeof wanted): boolean => wanted[name] !== existing.aspects[name];
  const operations: Operation[] = [];
  switch (document.kind) {
    case "sales_order": {
      if (!invoiced && (invoicing || document.standing !== "closed") && isBack(document, existing)) {
        operations.push({ op: "update", document: asCreated(document), posted: existing });
        if (document.standing === "closed") operations.push({ op: "close", document, posted: existing });
        break;
      }
      // A closed sales order is history: its invoice carries every later change.
      if (existing.aspects.standing === "closed" && !(reopened && document.standing !== "closed")) break;
      const closing = document.standing === "closed" && changed("standing");
      // It is closed by its invoice, so it stays open as long as that one waits.
      if (closing && waiting.has(refKey({ kind: "invoice", part: document.part }))) break;
      const isEmpty = document.lines.length === 0;
      // One that is invoiced in part waits for the rest as it is, whoever pays meanwhile: the link has most likely closed it in the books.
      if (!isEmpty && (changed("lines") || (changed("standing") && !closing && (!invoiced || reopened)))) operations.push({ op: "update", document: asCreated(document), posted: existing });
      if (closing) operations.push({ op: "close", document, posted: existing });
      break;
    }
    case "chargeback":
    case "chargeback_reversal":
    case "invoice":
    case "sales_receipt":
    case "credit_memo":
    case "refund_receipt":
    case "customer_refund":
      if (changed("lines")) operations.push({ op: "update", document, posted: existing });
      break;
    case "purchase_order":
      // A closed one is history, too.
      if (existing.aspects.standing !== "closed" && (changed("lines") || changed("standing"))) operations.push({ op: "update", document, posted: existing });
      break;
    case "payment":
      if (changed("became")) operations.push({ op: "update", document: { ...withoutWaiting(document, waiting), becomes: true }, posted: existing });
      else if (changed("lines")) operations.push({ op: "update", document: withoutWaiting(document, waiting), posted: existing });
      else {
        const reachable = withoutWaiting(document, waiting);
        if (aspectsOf(reachable).applications !== existing.aspects.applications) operations.push({ op: "apply", document: reachable, posted: existing });
      }
      break;
  }
  return operations;
}

/** It was closed because nothing was left of the order, which only we do; now there is something again (decision 057). */
const isBack = (document: SalesOrderDocument, { aspects }: PostedDocument): boolean => aspects.standing === "closed" && holdsNoGoods(aspects) && document.lines.some(isGoods);

/**
 * What others name comes before them: a sales order is closed once its invoice is there, whose link usually does it, and a payment is applied to what is
 * there. What is taken off something is taken off before another one is put there, and before an invoice is lowered below it (story A12).
 */
function inOrder(operations: Operation[]): Operation[] {
  const turn = (operation: Operation): number => {
    if (operation.op === "close") return 1;
    // Nothing hangs on a purchase order, and what keeps it from going out must keep nothing else.
    if (operation.document.kind === "purchase_order") return 4;
    if (operation.document.kind === "payment") return frees(operation) ? 1.5 : 2;
    // Nothing hangs on them: a closed period or an account that refuses must not keep back what the sale needs.
    if (operation.document.kind === "chargeback" || operation.document.kind === "chargeback_reversal") return 4;
    return operation.op === "update" && operation.document.kind === "invoice" && operation.document.total.minor < operation.posted.total.minor ? 3 : 0;
  };
  return operations.toSorted((a, b) => turn(a) - turn(b));
}

/** The payment covers less of something than it does now. */
function frees(operation: Operation): boolean {
  if (operation.op === "create" || operation.document.kind !== "payment" || !operation.posted) return false;
  const { applications, currency } = operation.document;
  return applicationsIn(operation.posted.aspects, currency).some(({ to, amount }) => (applications.find((each) => refKey(each.to) === refKey(to))?.amount.minor ?? 0n) < amount.minor);
}
