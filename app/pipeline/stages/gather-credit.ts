/**
 * Gather credit (design page 03, "Auto-apply"): a company may spend a credit memo on the customer's oldest invoice in the moment it is made.
 * Tieout's memo belongs to its own order, so what QuickBooks spent by itself is taken back. What a person spent later is never touched.
 */
import type { PaymentDocument } from "#app/domain/documents/document.ts";
import { type DocumentRef, refKey } from "#app/domain/documents/kind.ts";
import { creditMemoSpent } from "#app/domain/issues/credit-issues.ts";
import { isZero, type Money, subtract } from "#app/domain/money/money.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import type { Execution } from "./execution.ts";

/** What QuickBooks does by itself it does with the memo; later, it was a person. */
const SAME_MOMENT_SECONDS = 60;

type Gathered = Result<{ freed: boolean }, Fault>;

/** True when the ledger spent a new memo by itself. */
export const isSpent = (memo: LedgerDocument): boolean => memo.kind === "credit_memo" && memo.balance !== null && memo.balance.minor < memo.total.minor;

/** Every memo that this payment is to spend. A needs_input fault where one is spent already and that cannot be taken back. */
export async function gatherCreditsOf(context: DrainContext, execution: Execution, { applications }: PaymentDocument): Promise<Gathered> {
  let freed = false;
  for (const { to, amount } of applications) {
    const known = to.kind === "credit_memo" ? execution.known.get(refKey(to)) : undefined;
    const memo = known ? await context.ledger.read("credit_memo", known.id) : success(null);
    if (!memo.ok) return memo;
    if (!memo.value || (memo.value.balance ?? memo.value.total).minor >= amount.minor) continue;
    const gathered = await gatherCredit(context, execution, to, memo.value, amount);
    if (!gathered.ok) return gathered;
    freed ||= gathered.value.freed;
  }
  return success({ freed });
}

/** `memo`: as the books hold it now. `need`: how much of it must be free afterwards. */
export async function gatherCredit(context: DrainContext, execution: Execution, ref: DocumentRef, memo: LedgerDocument, need: Money): Promise<Gathered> {
  for (const { kind, id } of memo.links) {
    if (kind !== "payment" || isOurs(execution, "payment", id)) continue;
    const payment = await context.ledger.read("payment", id);
    if (!payment.ok) return payment;
    if (!payment.value || !mayBeTakenBack(execution, payment.value, memo)) continue;
    const removed = await context.ledger.remove({ op: "delete", kind: "payment", existing: payment.value, requestId: requestId(context, execution, payment.value) });
    // Refused for good, such as in a closed period: the reading below tells.
    if (!removed.ok && removed.failure.kind !== "needs_input" && removed.failure.kind !== "rejected") return removed;
    if (removed.ok) told(context, execution, payment.value, memo);
  }
  const now = await context.ledger.read("credit_memo", memo.id);
  if (!now.ok) return now;
  if (!now.value) return success({ freed: false });
  const known = execution.known.get(refKey(ref));
  if (known) {
    await context.repositories.postings.observe(known.postingId, { echo: now.value }, context.clock.now());
    execution.known.set(refKey(ref), { ...known, syncToken: now.value.syncToken });
  }
  const free = now.value.balance ?? now.value.total;
  if (free.minor >= need.minor) return success({ freed: true });
  return failure({ kind: "needs_input", issue: creditMemoSpent(execution.order.name, now.value.number ?? now.value.id, subtract(now.value.total, free), need) });
}

const isOurs = (execution: Execution, kind: "payment" | "invoice", id: string): boolean => [...execution.known].some(([key, known]) => key.startsWith(`${kind}/`) && known.id === id);

/** Without money of its own it only joins this memo to invoices; and it came with the memo, or the invoices are this order's own: then the same is made again, by us. */
function mayBeTakenBack(execution: Execution, payment: LedgerDocument, memo: LedgerDocument): boolean {
  if (!isZero(payment.total)) return false;
  const joins = payment.links.every(({ kind, id }) => kind === "invoice" || (kind === "credit_memo" && id === memo.id));
  const invoices = payment.links.filter(({ kind }) => kind === "invoice");
  return joins && (cameWith(payment, memo) || invoices.every(({ id }) => isOurs(execution, "invoice", id)));
}

const cameWith = (payment: LedgerDocument, memo: LedgerDocument): boolean =>
  payment.createdAt !== null && memo.createdAt !== null && Math.abs(payment.createdAt.since(memo.createdAt).total("seconds")) <= SAME_MOMENT_SECONDS;

function told({ clock, log }: DrainContext, execution: Execution, payment: LedgerDocument, memo: LedgerDocument): void {
  execution.timeline.push({ at: clock.now(), kind: "credit_gathered", data: { kind: "credit_memo", id: memo.id, number: memo.number } });
  log.info({ order: execution.order.name, payment: payment.id, creditMemo: memo.id }, "credit that QuickBooks spent by itself was taken back");
}

function requestId({ repositories: { connection, shop }, requestKey }: DrainContext, { order }: Execution, { id, syncToken }: LedgerDocument): string {
  return requestKey({ realmId: connection.realmId, shopDomain: shop.domain, kind: "credit", orderId: order.id, part: `spent/${id}/${syncToken}`, revision: 0 });
}
