/**
 * Stand in: a payment that may have been made twice, and of which one was taken out of the books by a person, is the other one from then on. Taking that one out as
 * a copy, or making a third, would leave the books without the money or with twice of it. It writes nothing to the books.
 */
import type { DrainContext } from "../context.ts";
import type { Result } from "#app/domain/result.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import type { MaybeTwice, OrderBooks } from "../ports/repositories.ts";
import { firstHeldNow } from "./find-ours.ts";
import { aspectsInBooks, liveRefs } from "./aspects-in-books.ts";

/** Our record's document becomes the first of `others`; null where there is none. */
export async function standIn(context: DrainContext, { document }: Pick<MaybeTwice, "document">, posted: OrderBooks["posted"], others: readonly LedgerDocument[]): Promise<Result<LedgerDocument | null, Fault>> {
  const held = await firstHeldNow(context, document.kind, others);
  if (!held.ok || held.value === null) return held;
  const echo = held.value;
  const { repositories, clock, log } = context;
  await repositories.postings.observe(document.postingId, { echo, aspects: aspectsInBooks(document, echo, liveRefs(posted)), standsIn: true }, clock.now());
  log.warn({ kind: document.kind, gone: document.ledgerId, id: echo.id }, "a document was taken out of the books; the copy that QuickBooks had made of it is the order's now");
  return held;
}
