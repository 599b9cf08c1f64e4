/** Execute: an order's operations one after the other, each resting on what the ledger answered to the one before. */
import type { SalesOrderDocument } from "#app/domain/documents/document.ts";
import { type DocumentRef, refKey } from "#app/domain/documents/kind.ts";
import { goneFromQuickBooks } from "#app/domain/issues/catalogue.ts";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import type { Operation } from "#app/domain/plan/operation.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import { type Execution, type Stop } from "./execution.ts";
import { send } from "./send.ts";

export async function execute(context: DrainContext, execution: Execution, operations: readonly Operation[]): Promise<Stop | null> {
  for (const operation of operations) {
    const outcome = operation.op === "close"
      ? await closeSalesOrder(context, execution, operation.document)
      : await sendFresh(context, execution, operation);
    if (!outcome.ok) return { fault: outcome.failure };
    if (operation.op === "create" && operation.document.kind === "invoice") expectBump(execution, operation.document.salesOrder);
  }
  return null;
}

/** QuickBooks raises the SyncToken of a document that another one links to (05 §1.1). Expecting it saves a metered read; a wrong guess is a conflict and gets read. */
function expectBump(execution: Execution, linked: DocumentRef | null): void {
  const known = linked && execution.known.get(refKey(linked));
  if (known && /^\d+$/.test(known.syncToken)) execution.known.set(refKey(linked), { ...known, syncToken: String(BigInt(known.syncToken) + 1n) });
}

/** On a stale SyncToken the document is read once more and the operation goes out again, once. */
async function sendFresh(context: DrainContext, execution: Execution, operation: Operation): Promise<Result<LedgerDocument, Fault>> {
  const first = await send(context, execution, operation.op, operation.document);
  if (first.ok || first.failure.kind !== "conflict") return first;
  const current = await readAgain(context, execution, operation);
  if (!current.ok) return current;
  if (operation.op === "apply" && alreadyApplied(execution, operation, current.value)) {
    const known = execution.known.get(refKey(operation.document));
    if (known) await context.repositories.postings.observe(known.postingId, { aspects: aspectsOf(operation.document) }, context.clock.now());
    return success(current.value);
  }
  return send(context, execution, operation.op, operation.document);
}

async function readAgain(context: DrainContext, execution: Execution, { document }: Operation): Promise<Result<LedgerDocument, Fault>> {
  const { repositories, ledger, clock } = context;
  const known = execution.known.get(refKey(document));
  if (!known) return failure({ kind: "defect", detail: `${refKey(document)} has no id to read` });
  const read = await ledger.read(document.kind, known.id);
  if (!read.ok) return read;
  if (!read.value) {
    await repositories.postings.markUndone(known.postingId, clock.now());
    return failure({ kind: "needs_input", issue: goneFromQuickBooks(execution.order.name, document.kind.replace("_", " ")) });
  }
  await repositories.postings.observe(known.postingId, { echo: read.value }, clock.now());
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

/**
 * Linking an invoice usually closes its estimate, but nothing official says so (05 §8.1). The first time in a company the estimate is read;
 * what it did is remembered, and later orders need no read.
 */
async function closeSalesOrder(context: DrainContext, execution: Execution, document: SalesOrderDocument): Promise<Result<LedgerDocument | null, Fault>> {
  const { repositories, ledger, clock } = context;
  const known = execution.known.get(refKey(document));
  if (!known) return failure({ kind: "defect", detail: "a sales order that is not in the books cannot be closed" });
  let linkCloses = (await repositories.connection.facts())?.linkClosesSalesOrder ?? null;
  if (linkCloses === null) {
    const read = await ledger.read("sales_order", known.id);
    if (!read.ok) return read;
    if (!read.value) return sendFresh(context, execution, { op: "close", document, posted: null });
    linkCloses = read.value.status === "closed";
    await repositories.connection.learnLinkCloses(linkCloses);
    execution.known.set(refKey(document), { ...known, syncToken: read.value.syncToken });
  }
  if (!linkCloses) return sendFresh(context, execution, { op: "close", document, posted: null });
  await repositories.postings.observe(known.postingId, { aspects: aspectsOf(document), status: "closed" }, clock.now());
  execution.timeline.push({ at: clock.now(), kind: "document_close", data: { kind: "sales_order", id: known.id, by: "link" } });
  return success(null);
}
