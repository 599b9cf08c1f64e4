/** Send, fresh: a write whose SyncToken turns out stale is sent once more after a read. It never sends a third time. */
import { KIND_WORDS, refKey } from "#app/domain/documents/kind.ts";
import { echoDiffers, goneFromQuickBooks } from "#app/domain/issues/catalogue.ts";
import { equals, formatMoney } from "#app/domain/money/money.ts";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import type { Operation } from "#app/domain/plan/operation.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import { type Execution } from "./execution.ts";
import { withKnownReceivable } from "./known-receivable.ts";
import { isClassed, withHandClasses } from "./keep-by-hand.ts";
import { send } from "./send.ts";

/** On a stale SyncToken the document is read once more and the operation goes out again, once. */
export async function sendFresh(context: DrainContext, execution: Execution, planned: Operation): Promise<Result<LedgerDocument, Fault>> {
  const named = await withKnownReceivable(context, planned);
  if (!named.ok) return named;
  const operation = named.value;
  const first = await send(context, execution, operation.op, operation.document);
  if (first.ok || first.failure.kind !== "conflict") return first;
  const current = await readAgain(context, execution, operation);
  if (!current.ok) return current;
  if (operation.op === "apply" && alreadyApplied(execution, operation, current.value)) {
    const known = execution.known.get(refKey(operation.document));
    if (known) await context.repositories.postings.observe(known.postingId, { aspects: aspectsOf(operation.document) }, context.clock.now());
    return success(current.value);
  }
  return send(context, execution, operation.op, isClassed(operation.document) ? withHandClasses(execution, operation.document, current.value) : operation.document);
}

/** What a person took away or gave another total is told; sending the planned figures over it would undo that silently (law 6). */
async function readAgain(context: DrainContext, execution: Execution, operation: Operation): Promise<Result<LedgerDocument, Fault>> {
  const { op, document } = operation;
  const { repositories, ledger, clock } = context;
  const known = execution.known.get(refKey(document));
  if (!known) return failure({ kind: "defect", detail: `${refKey(document)} has no id to read` });
  const read = await ledger.read(document.kind, known.id);
  if (!read.ok) return read;
  if (!read.value || read.value.status === "voided") {
    await repositories.postings.markUndone(known.postingId, clock.now());
    return failure({ kind: "needs_input", issue: goneFromQuickBooks(execution.order.name, KIND_WORDS[document.kind]) });
  }
  // The planned total is no one else's: a sending of ours arrived whose answer was lost.
  if (op !== "close" && !equals(read.value.total, known.total) && !equals(read.value.total, document.total)) {
    // Our record keeps the old SyncToken, so that the next run finds the difference again; a person's resync takes the books' state for known.
    return failure({ kind: "needs_input", issue: echoDiffers(execution.order.name, `${KIND_WORDS[document.kind]} total`, formatMoney(document.total), formatMoney(read.value.total)) });
  }
  // From now on its SyncToken is known again; that a person edited it must not get lost with that.
  const wasEdited = operation.op === "update" && document.kind === "sales_order";
  if (wasEdited) execution.editedByHand.add(refKey(document));
  await repositories.postings.observe(known.postingId, { echo: read.value, ...(wasEdited && { aspects: { ...operation.posted.aspects, editedByHand: "yes" } }) }, clock.now());
  execution.known.set(refKey(document), { ...known, syncToken: read.value.syncToken, total: read.value.total });
  return success(read.value);
}

/** The company may have applied the payment by itself (05 §1.7, AutoApplyCredit). */
function alreadyApplied(execution: Execution, operation: Extract<Operation, { op: "apply" }>, current: LedgerDocument): boolean {
  return operation.document.applications.every(({ to, amount }) => {
    const id = execution.known.get(refKey(to))?.id;
    return current.links.some((link) => link.kind === to.kind && link.id === id && link.amount?.minor === amount.minor);
  });
}
