/** Take back: documents that the order itself undid, such as the unpaid invoice of a cancelled order (story A31) or a payment that a rule made and no money came for, leave the books. Nothing else is taken by an automatic sync (law 6). */
import { type DocumentRef, refKey } from "#app/domain/documents/kind.ts";
import type { PostedDocument } from "#app/domain/plan/operation.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { Execution } from "./execution.ts";
import { whyNotRemovable } from "./removal-guard.ts";
import { removeDocument } from "./remove-document.ts";

export async function takeBack(context: DrainContext, execution: Execution, removals: readonly DocumentRef[], posted: readonly PostedDocument[]): Promise<Fault | null> {
  for (const ref of removals) {
    const document = posted.find((each) => refKey(each) === refKey(ref));
    if (!document) continue;
    const read = await context.ledger.read(ref.kind, document.ledgerId);
    if (!read.ok) return read.failure;
    if (read.value) {
      // A payment leaves the order's invoice open again, which stays or goes by itself.
      const invoices = ref.kind === "payment" ? posted.filter(({ kind }) => kind === "invoice").map(({ kind, ledgerId }) => ({ kind, id: ledgerId })) : [];
      const obstacles = await whyNotRemovable(context, execution.order.name, [read.value], execution.books.company.closedThrough, invoices);
      if (!obstacles.ok) return obstacles.failure;
      const [issue] = obstacles.value;
      if (issue) return { kind: "needs_input", issue };
    }
    const removed = await removeDocument(context, { orderId: execution.order.id, document: { ...document, syncToken: read.value?.syncToken ?? document.syncToken }, ...(ref.kind === "invoice" && { how: "void" as const }), byOrder: true, books: execution });
    if (!removed.ok) return removed.failure;
    execution.known.delete(refKey(ref));
    execution.timeline.push({ at: context.clock.now(), kind: ref.kind === "invoice" ? "document_void" : "document_remove", data: { kind: ref.kind, part: ref.part, id: document.ledgerId, number: document.number } });
  }
  return null;
}
