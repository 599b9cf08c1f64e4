/** Verify: when a person asks for a resync, what we posted is looked at in the books first, so that what was deleted or undone there is noticed and can be mended (M7, A6, A27). */
import { Temporal } from "temporal-polyfill";
import type { DocumentRef } from "#app/domain/documents/kind.ts";
import type { PostedDocument } from "#app/domain/plan/operation.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import type { OrderBooks } from "../ports/repositories.ts";
import { aspectsInBooks, liveRefs } from "./aspects-in-books.ts";
import { everyOneOfOurs } from "./find-ours.ts";
import { standIn } from "./stand-in.ts";

export type Verified = {
  /** Our record was brought up to date. */
  changed: boolean;
  /** What is still in the books, by kind and ledger id. */
  live: ReadonlyMap<string, DocumentRef>;
};

const FIRST_MAY_COME: Fault = { kind: "unknown", detail: "a payment that was taken out of the books had been sent twice, and its first sending may still arrive" };

/**
 * One read per document that is not among those `found` just now; `others` are documents of the order that we have no record of yet.
 * A void counts as gone: its amounts are zero and it cannot be brought back.
 */
export async function verifyPosted(
  context: DrainContext, { posted, maybeTwice }: Pick<OrderBooks, "posted" | "maybeTwice">, found: readonly LedgerDocument[] = [], others: Verified["live"] = new Map(),
): Promise<Result<Verified, Fault>> {
  const { repositories, ledger, clock } = context;
  const seen: { document: PostedDocument; echo: LedgerDocument }[] = [];
  for (const document of posted) {
    const held = found.find(({ kind, id }) => kind === document.kind && id === document.ledgerId);
    const read = held ? success(held) : await ledger.read(document.kind, document.ledgerId);
    if (!read.ok) return read;
    if (read.value && read.value.status !== "voided") {
      seen.push({ document, echo: read.value });
      continue;
    }
    const copy = await copyOf(document);
    if (!copy.ok) return copy;
    if (copy.value) seen.push({ document: { ...document, ledgerId: copy.value.id }, echo: copy.value });
    else await repositories.postings.markUndone(document.postingId, clock.now());
  }
  const live = liveRefs(seen.map(({ document }) => document));
  for (const { document, echo } of seen) {
    await repositories.postings.observe(document.postingId, { echo, aspects: aspectsInBooks(document, echo, new Map([...others, ...live])) }, clock.now());
  }
  return success({ changed: posted.length > 0, live });

  /** What stands in for a document that is gone, where it may have been made twice. */
  async function copyOf(document: PostedDocument): Promise<Result<LedgerDocument | null, Fault>> {
    const each = maybeTwice.find(({ document: { postingId } }) => postingId === document.postingId);
    if (!each) return success(null);
    const ours = await everyOneOfOurs(context, each.lookUp);
    if (!ours.ok) return ours;
    const copy = await standIn(context, each, posted, ours.value.filter(({ id }) => id !== document.ledgerId));
    // Until its first sending can no longer arrive, another one beside it would be the money twice.
    return copy.ok && copy.value === null && Temporal.Instant.compare(each.until, clock.now()) > 0 ? failure(FIRST_MAY_COME) : copy;
  }
}
