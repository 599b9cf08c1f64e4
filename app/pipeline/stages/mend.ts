/**
 * Mend: what an answer of the ledger asks for beyond recording it. A hand-made invoice is adopted, credit that the ledger spread by itself is put
 * where it belongs, and what is gone is told. It never makes a second document instead of the one that was refused.
 */
import type { PaymentDocument, PlannedDocument } from "#app/domain/documents/document.ts";
import { type DocumentRef, KIND_WORDS, refKey } from "#app/domain/documents/kind.ts";
import { goneFromQuickBooks, paymentInClosedPeriod } from "#app/domain/issues/catalogue.ts";
import type { Operation, WriteName } from "#app/domain/plan/operation.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import { adoptLinkedInvoice } from "./adopt-linked-invoice.ts";
import type { Execution } from "./execution.ts";
import { gatherCredit, gatherCreditsOf, isSpent } from "./gather-credit.ts";
import { survivorOf } from "./gone-customer.ts";
import { inactiveItem } from "./inactive-item.ts";
import { isSpread, makeRoom, putBack } from "./keep-credits-apart.ts";
import { send } from "./send.ts";
import { sendFresh } from "./send-fresh.ts";

type Outcome = Result<LedgerDocument, Fault>;

type PaymentOperation = { op: WriteName; document: PaymentDocument };

/** `wanted`: the payments that are still to be made or applied in this run. */
export async function mend(context: DrainContext, execution: Execution, operation: Operation, wanted: readonly PaymentDocument[], outcome: Outcome): Promise<Outcome> {
  const settled = outcome.ok ? outcome : await mendRefusal(context, execution, operation, wanted, outcome.failure);
  if (!settled.ok || operation.op !== "create") return settled;
  const { document } = operation;
  if (document.kind === "invoice") {
    const held = await withCreditGathered(context, execution, settled.value, wanted);
    if (!held.ok) return held;
    const room = await makeRoom(context, execution, document, held.value, wanted);
    return room.ok ? settled : room;
  }
  if (isSpent(settled.value)) {
    const gathered = await gatherCredit(context, execution, document, settled.value, document.total);
    return gathered.ok ? settled : gathered;
  }
  return document.kind === "payment" && isSpread(document, settled.value) ? putBack(context, execution, document) : settled;
}

/** A new invoice that is paid already took the customer's oldest credit, which may be a memo that is to pay it or another. */
async function withCreditGathered(context: DrainContext, execution: Execution, invoice: LedgerDocument, wanted: readonly PaymentDocument[]): Promise<Outcome> {
  if (invoice.balance === null || invoice.balance.minor >= invoice.total.minor) return success(invoice);
  let freed = false;
  for (const payment of wanted) {
    const gathered = await gatherCreditsOf(context, execution, payment);
    if (!gathered.ok) return gathered;
    freed ||= gathered.value.freed;
  }
  const read = freed ? await context.ledger.read("invoice", invoice.id) : success(null);
  return read.ok ? success(read.value ?? invoice) : read;
}

async function mendRefusal(context: DrainContext, execution: Execution, operation: Operation, wanted: readonly PaymentDocument[], fault: Fault): Promise<Outcome> {
  const { op, document } = operation;
  if (op === "create" && document.kind === "invoice" && isTaken(fault)) return adoptLinkedInvoice(context, execution, document, fault);
  if (op === "apply" && fault.kind === "needs_input" && fault.issue.code === "period_closed") {
    // In the books it may stand on the first open day of then, and not on its own.
    const { date } = execution.known.get(refKey(document)) ?? document;
    return failure({ kind: "needs_input", issue: paymentInClosedPeriod(execution.order.name, date.toString()) });
  }
  if (fault.kind !== "rejected") return failure(fault);
  const gone = await firstGone(context, execution, namedBy(document));
  if (!gone.ok) return gone;
  if (gone.value) return failure({ kind: "needs_input", issue: goneFromQuickBooks(execution.order.name, KIND_WORDS[gone.value.kind]) });
  const survivor = fault.namesGone ? await survivorOf(context, execution) : success(null);
  if (!survivor.ok) return survivor;
  if (survivor.value) return sendFresh(context, execution, operation);
  const inactive = fault.namesGone ? await inactiveItem(context, execution, document) : success(null);
  if (!inactive.ok) return inactive;
  if (inactive.value) return failure({ kind: "needs_input", issue: inactive.value });
  return document.kind === "payment" ? sendWithRoom(context, execution, { op, document }, wanted, fault) : failure(fault);
}

/** QuickBooks refuses the link, or the number: both happen when a person made the invoice from the sales order (story A28). */
const isTaken = (fault: Fault): boolean => fault.kind === "needs_input" && (fault.issue.code === "link_refused" || fault.issue.code === "already_in_quickbooks");

/** The document itself and those it links to. */
function namedBy(document: PlannedDocument): DocumentRef[] {
  switch (document.kind) {
    case "chargeback":
    case "chargeback_reversal":
    case "sales_order":
    case "sales_receipt":
    case "credit_memo":
    case "refund_receipt":
    case "customer_refund":
    case "purchase_order":
      return [document];
    case "invoice":
      return document.salesOrder ? [document, document.salesOrder] : [document];
    case "payment":
      return [document, ...document.applications.map(({ to }) => to)];
  }
}

/** QuickBooks refuses a write that names something deleted; which one it was is read, not guessed from its words. */
async function firstGone({ repositories, ledger, clock }: DrainContext, execution: Execution, refs: readonly DocumentRef[]): Promise<Result<DocumentRef | null, Fault>> {
  for (const ref of refs) {
    const known = execution.known.get(refKey(ref));
    if (!known) continue;
    const read = await ledger.read(ref.kind, known.id);
    if (!read.ok) return read;
    if (read.value && read.value.status !== "voided") continue;
    await repositories.postings.markUndone(known.postingId, clock.now());
    execution.known.delete(refKey(ref));
    return success(ref);
  }
  return success(null);
}

/** An invoice that other credit has filled takes no more, and a spent memo gives no more; once there is room and credit the payment goes out again. */
async function sendWithRoom(context: DrainContext, execution: Execution, operation: PaymentOperation, wanted: readonly PaymentDocument[], fault: Fault): Promise<Outcome> {
  const gathered = await gatherCreditsOf(context, execution, operation.document);
  if (!gathered.ok) return gathered;
  let { freed } = gathered.value;
  for (const { to } of operation.document.applications) {
    if (to.kind !== "invoice") continue;
    const known = execution.known.get(refKey(to));
    const read = known ? await context.ledger.read("invoice", known.id) : success(null);
    if (!read.ok) return read;
    const room = read.value ? await makeRoom(context, execution, to, read.value, wanted) : success({ freed: false });
    if (!room.ok) return room;
    freed ||= room.value.freed;
  }
  return freed ? send(context, execution, operation.op, operation.document) : failure(fault);
}
