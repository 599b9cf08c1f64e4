/** Adopt: from here on a document of the books is the order's. It changes nothing in the books. */
import type { PlannedDocument } from "#app/domain/documents/document.ts";
import { type Aspects } from "#app/domain/plan/aspects.ts";
import type { DrainContext } from "../context.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import type { TimelineEntry } from "../ports/repositories.ts";

type Found = { order: { id: string; name: string }; document: PlannedDocument; echo: LedgerDocument; aspects: Aspects; revision: number };

/** Revisions count on, and what the plan adds to the document's aspects is applied to it. */
export async function adoptDocument({ repositories, clock, log }: DrainContext, { order, document, echo, aspects, revision }: Found): Promise<{ postingId: string; entry: TimelineEntry }> {
  const { postingId } = await repositories.postings.adopt({ orderId: order.id, document, echo, aspects, revision }, clock.now());
  log.info({ order: order.name, kind: document.kind, id: echo.id }, "a document in the books was adopted");
  return { postingId, entry: { at: clock.now(), kind: "document_adopt", data: { kind: document.kind, part: document.part, id: echo.id, number: echo.number } } };
}
