/**
 * Keep credits apart (design page 03, "Auto-apply"): a company may spread credit over invoices by itself. Money of this order belongs on this order's invoice
 * and nowhere else; anybody else's credit is taken off again where that is safe. Reads only when a balance is not as planned.
 */
import { type InvoiceDocument, type PaymentDocument, unappliedOf } from "#app/domain/documents/document.ts";
import { type DocumentRef, refKey } from "#app/domain/documents/kind.ts";
import { creditAppliedByQuickBooks } from "#app/domain/issues/credit-issues.ts";
import { add, equals, isZero, type Money, subtract, sum, zero } from "#app/domain/money/money.ts";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import type { Execution } from "./execution.ts";
import { sendFresh } from "./send-fresh.ts";

/**
 * Sees to it that the payments that are to go on `invoice` fit on it. `echo`: the invoice as the books hold it now.
 * A needs_input fault where other credit is on it that cannot be taken off safely; what was freed before stays freed.
 */
export async function makeRoom(
  context: DrainContext, execution: Execution, invoice: DocumentRef | InvoiceDocument, echo: LedgerDocument, wanted: readonly PaymentDocument[],
): Promise<Result<{ freed: boolean }, Fault>> {
  const need = sum(echo.total.currency, wanted.map((payment) => applied(payment, invoice)));
  let room = echo.balance ?? echo.total;
  if (room.minor >= need.minor) return success({ freed: false });
  let freed = false;
  const strangers: LedgerDocument[] = [];
  for (const { kind, id } of echo.links) {
    const read = kind === "payment" ? await context.ledger.read("payment", id) : success(null);
    if (!read.ok) return read;
    if (!read.value) continue;
    const own = ownPayment(execution, id);
    if (own) {
      await noteOwn(context, execution, own, read.value, wanted);
      room = add(room, shareOf(read.value, echo.id));
    } else strangers.push(read.value);
  }
  for (const payment of strangers) {
    if (room.minor >= need.minor || !canBeSentAgain(payment)) continue;
    const taken = await context.ledger.takeOff(payment, echo.id, requestId(context, execution, payment));
    // Refused for good (a closed period, a deposit): the credit stays, and the issue tells both amounts.
    if (!taken.ok && (taken.failure.kind === "needs_input" || taken.failure.kind === "rejected")) continue;
    if (!taken.ok) return taken;
    const share = shareOf(payment, echo.id);
    room = add(room, share);
    freed = true;
    execution.timeline.push({ at: context.clock.now(), kind: "credit_freed", data: { kind: "payment", id: payment.id, number: payment.reference, amount: share } });
    context.log.info({ order: execution.order.name, payment: payment.id, invoice: echo.id }, "credit that QuickBooks applied by itself was taken off");
  }
  if (room.minor >= need.minor) return success({ freed });
  return failure({ kind: "needs_input", issue: creditAppliedByQuickBooks(execution.order.name, echo.number ?? echo.id, subtract(echo.total, room), need) });
}

/** True when the ledger put a new payment somewhere else than planned. */
export const isSpread = (document: PaymentDocument, echo: LedgerDocument): boolean =>
  echo.balance !== null && equals(echo.total, document.total) && !equals(echo.balance, unappliedOf(document));

/** A payment that was just made is applied as planned and to nothing else; only the ledger can have spread it. */
export const putBack = (context: DrainContext, execution: Execution, document: PaymentDocument): Promise<Result<LedgerDocument, Fault>> =>
  sendFresh(context, execution, { op: "apply", document, posted: null });

const applied = (payment: PaymentDocument, to: DocumentRef): Money =>
  payment.applications.find((application) => refKey(application.to) === refKey(to))?.amount ?? zero(payment.currency);

const shareOf = (payment: LedgerDocument, invoiceId: string): Money =>
  sum(payment.total.currency, payment.links.flatMap(({ kind, id, amount }) => (kind === "invoice" && id === invoiceId && amount ? [amount] : [])));

const ownPayment = (execution: Execution, id: string): string | null =>
  [...execution.known].find(([key, known]) => key.startsWith("payment/") && known.id === id)?.[0] ?? null;

/** Our own payment needs no second application; where it is only partly on the invoice, the one that follows must carry its new SyncToken. */
async function noteOwn({ repositories, clock }: DrainContext, execution: Execution, key: string, echo: LedgerDocument, wanted: readonly PaymentDocument[]): Promise<void> {
  const known = execution.known.get(key);
  if (!known) return;
  const document = wanted.find((each) => refKey(each) === key);
  const done = document?.applications.every(({ to, amount }) => equals(shareOf(echo, execution.known.get(refKey(to))?.id ?? ""), amount)) ?? false;
  await repositories.postings.observe(known.postingId, { echo, ...(done && document && { aspects: aspectsOf(document) }) }, clock.now());
  execution.known.set(key, { ...known, syncToken: echo.syncToken });
  if (done) execution.asPlanned.add(key);
}

/** QuickBooks takes all lines of a payment or none: one that covers things unknown here could not be sent again as it is, and one that spends a memo would spend too much. */
const canBeSentAgain = (payment: LedgerDocument): boolean => payment.links.every(({ kind, amount }) => (kind === "invoice" || kind === "customer_refund") && amount !== null && !isZero(amount));

function requestId({ repositories: { connection, shop }, requestKey }: DrainContext, { order }: Execution, { id, syncToken }: LedgerDocument): string {
  return requestKey({ realmId: connection.realmId, shopDomain: shop.domain, kind: "credit", orderId: order.id, part: `${id}/${syncToken}`, revision: 0 });
}
