/** Execute: an order's operations one after the other, each resting on what the ledger answered to the one before. */
import type { SalesOrderDocument } from "#app/domain/documents/document.ts";
import { type DocumentRef, refKey } from "#app/domain/documents/kind.ts";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import type { Operation } from "#app/domain/plan/operation.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import { asBooksAllow } from "./become-real.ts";
import { type Execution, type Stop } from "./execution.ts";
import { isClassed, keepByHand, keepClasses } from "./keep-by-hand.ts";
import { mend } from "./mend.ts";
import { purchaseOrderStands } from "./purchase-order-stands.ts";
import { receiptMayFollow } from "./receipt-on-deposit.ts";
import { sendFresh } from "./send-fresh.ts";

export async function execute(context: DrainContext, execution: Execution, operations: readonly Operation[]): Promise<Stop | null> {
  const payments = operations.flatMap(({ document }) => (document.kind === "payment" ? [document] : []));
  let linked: DocumentRef | null = null;
  for (const planned of operations) {
    const taken = await withWhatWasKept(context, execution, planned);
    if (!taken.ok) return { fault: taken.failure };
    const allowed = await asBooksAllow(context, execution, taken.value);
    if (!allowed.ok) return { fault: allowed.failure };
    const operation = allowed.value;
    if (operation === null) continue;
    const follows = await receiptMayFollow(context, execution, operation);
    if (!follows.ok) return { fault: follows.failure };
    if (operation.op === "update" && operation.document.kind === "purchase_order") {
      const stays = await purchaseOrderStands(context, execution, operation.document);
      if (!stays.ok) return { fault: stays.failure };
      if (stays.value) continue;
    }
    if (operation.op === "apply" && execution.asPlanned.has(refKey(operation.document))) continue;
    const outcome = operation.op === "close"
      ? await closeSalesOrder(context, execution, operation.document, linked !== null && refKey(linked) === refKey(operation.document))
      : await mend(context, execution, operation, payments, await sendFresh(context, execution, operation));
    if (!outcome.ok) return { fault: outcome.failure };
    if (operation.op === "create" && operation.document.kind === "invoice") {
      linked = operation.document.salesOrder;
      expectBump(execution, linked);
    }
  }
  return null;
}

async function withWhatWasKept(context: DrainContext, execution: Execution, operation: Operation): Promise<Result<Operation, Fault>> {
  if (operation.op === "update" && isClassed(operation.document)) {
    const document = await keepClasses(context, execution, operation.document);
    return document.ok ? success({ ...operation, document: document.value }) : document;
  }
  if (operation.op !== "create" || operation.document.kind !== "invoice") return success(operation);
  const document = await keepByHand(context, execution, operation.document);
  return document.ok ? success({ op: "create", document: document.value }) : document;
}

/** QuickBooks raises the SyncToken of a document that another one links to (05 §1.1). Expecting it saves a metered read; a wrong guess is a conflict and gets read. */
function expectBump(execution: Execution, linked: DocumentRef | null): void {
  const known = linked && execution.known.get(refKey(linked));
  if (known && /^\d+$/.test(known.syncToken)) execution.known.set(refKey(linked), { ...known, syncToken: String(BigInt(known.syncToken) + 1n) });
}

/**
 * Linking an invoice usually closes its estimate, but nothing official says so (05 §8.1). The first time in a company the estimate is read;
 * what it did is remembered, and later orders need no read. Only a link of this run (`linkedNow`) says so: an estimate made after its invoice, such as
 * one that a person deleted and asked for again, was never linked, and nobody but the books can say (decision 024).
 */
async function closeSalesOrder(context: DrainContext, execution: Execution, document: SalesOrderDocument, linkedNow: boolean): Promise<Result<LedgerDocument | null, Fault>> {
  const { repositories, ledger, clock } = context;
  const known = execution.known.get(refKey(document));
  if (!known) return failure({ kind: "defect", detail: "a sales order that is not in the books cannot be closed" });
  let isClosed = linkedNow ? ((await repositories.connection.facts())?.linkClosesSalesOrder ?? null) : null;
  if (isClosed === null) {
    const read = await ledger.read("sales_order", known.id);
    if (!read.ok) return read;
    if (!read.value) return sendFresh(context, execution, { op: "close", document, posted: null });
    isClosed = read.value.status === "closed";
    if (linkedNow) await repositories.connection.learnLinkCloses(isClosed);
    execution.known.set(refKey(document), { ...known, syncToken: read.value.syncToken });
  }
  if (!isClosed) return sendFresh(context, execution, { op: "close", document, posted: null });
  await repositories.postings.observe(known.postingId, { aspects: aspectsOf(document), status: "closed" }, clock.now());
  execution.timeline.push({ at: clock.now(), kind: "document_close", data: { kind: "sales_order", id: known.id, by: "link" } });
  return success(null);
}
