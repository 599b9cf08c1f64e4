/** Remove one document: intent committed → request → outcome, like every other write. Where QuickBooks does not let it be deleted it is voided. */
import type { DocumentKind } from "#app/domain/documents/kind.ts";
import type { PostedDocument, RemovalName } from "#app/domain/plan/operation.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import { payloadHash } from "../keys.ts";
import type { Fault } from "../ports/fault.ts";
import type { OrderBooks } from "../ports/repositories.ts";

/** `isCopy`: `document` names, beside the posting, a second document that the books hold of it; the posting's own stays. */
export type Removal = { orderId: string; document: PostedDocument; isCopy?: true; /** Asked for first; without it a document is deleted. */ how?: "void"; /** The order has nothing left, and no person asked; its record says so, for it may come back (decision 057). */ byOrder?: true; books: Pick<OrderBooks, "open"> & { revisions: Map<string, number> } };

/** A sales order and a purchase order post nothing; a receipt or credit memo could be voided, but the library that carries our calls has no such call (05 §1.16). */
const CANNOT_BE_VOIDED: ReadonlySet<DocumentKind> = new Set(["sales_order", "sales_receipt", "credit_memo", "refund_receipt", "customer_refund", "chargeback", "chargeback_reversal", "purchase_order"]);

export async function removeDocument(context: DrainContext, removal: Removal): Promise<Result<null, Fault>> {
  const { how = "delete" } = removal;
  const first = await attempt(context, removal, how, removal.document.syncToken);
  if (first.ok) return first;
  const fault = first.failure;
  if (fault.kind !== "conflict" && fault.kind !== "rejected") return first;
  // Removing one document changes those it was linked to; and what is gone already needs no removal.
  const { kind, ledgerId, postingId } = removal.document;
  const read = await context.ledger.read(kind, ledgerId);
  if (!read.ok) return read;
  if (!read.value || read.value.status === "voided") {
    if (!removal.isCopy) await context.repositories.postings.markUndone(postingId, context.clock.now());
    return success(null);
  }
  if (fault.kind === "conflict") return attempt(context, removal, how, read.value.syncToken);
  return CANNOT_BE_VOIDED.has(kind) || how === "void" ? first : attempt(context, removal, "void", read.value.syncToken);
}

async function attempt(context: DrainContext, { orderId, document, byOrder, books }: Removal, op: RemovalName, syncToken: string): Promise<Result<null, Fault>> {
  const { repositories, ledger, requestKey, clock, log } = context;
  const { connection, shop, postings } = repositories;
  const { kind, part, postingId, ledgerId } = document;
  const payload = { op, kind, id: ledgerId, syncToken, ...(byOrder && { by: "order" }) };
  const hash = payloadHash(payload);
  const same = books.open.find((each) => each.postingId === postingId && each.payloadHash === hash);
  const key = `${kind}/${part}`;
  const revision = same?.revision ?? books.revisions.get(key) ?? 0;
  if (!same) books.revisions.set(key, revision + 1);
  const requestId = same?.requestId ?? requestKey({ realmId: connection.realmId, shopDomain: shop.domain, kind, orderId, part, revision });
  const { operationId } = await postings.intendRemoval({ postingId, op, revision, requestId, payload, payloadHash: hash }, clock.now());
  await postings.markSent(operationId, clock.now());
  const answer = await ledger.remove({ op, kind, existing: { id: ledgerId, syncToken }, requestId });
  if (answer.ok) {
    await postings.settleRemoval(operationId, clock.now());
    log.info({ order: orderId, kind, op, id: ledgerId }, "removed from the books");
    return answer;
  }
  switch (answer.failure.kind) {
    case "throttled":
    case "needs_auth":
    case "transient":
      await postings.release(operationId);
      break;
    case "unknown":
      await postings.markUnknown(operationId, answer.failure.detail, clock.now());
      break;
    case "conflict":
    case "duplicate":
    case "needs_input":
    case "rejected":
    case "defect":
      await postings.markRejected(operationId, answer.failure, clock.now());
      break;
  }
  return failure(answer.failure);
}
