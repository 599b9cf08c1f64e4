/** Verify: when a person asks for a resync, what we posted is looked at in the books first, so that what was deleted or undone there is noticed and can be mended (M7, A6, A27). */
import type { DocumentRef } from "#app/domain/documents/kind.ts";
import { type Aspects, applicationsText } from "#app/domain/plan/aspects.ts";
import type { PostedDocument } from "#app/domain/plan/operation.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import type { OrderBooks } from "../ports/repositories.ts";

export type Verified = {
  /** Our record was brought up to date. */
  changed: boolean;
  /** What is still in the books, by kind and ledger id. */
  live: ReadonlyMap<string, DocumentRef>;
};

/**
 * One read per document that is not among those `found` just now; `others` are documents of the order that we have no record of yet.
 * A void counts as gone: its amounts are zero and it cannot be brought back.
 */
export async function verifyPosted(
  { repositories, ledger, clock }: DrainContext, { posted }: Pick<OrderBooks, "posted">, found: readonly LedgerDocument[] = [], others: Verified["live"] = new Map(),
): Promise<Result<Verified, Fault>> {
  const seen: { document: PostedDocument; echo: LedgerDocument }[] = [];
  for (const document of posted) {
    const held = found.find(({ kind, id }) => kind === document.kind && id === document.ledgerId);
    const read = held ? success(held) : await ledger.read(document.kind, document.ledgerId);
    if (!read.ok) return read;
    if (read.value && read.value.status !== "voided") seen.push({ document, echo: read.value });
    else await repositories.postings.markUndone(document.postingId, clock.now());
  }
  const live = liveRefs(seen.map(({ document }) => document));
  for (const { document, echo } of seen) {
    await repositories.postings.observe(document.postingId, { echo, aspects: aspectsInBooks(document, echo, new Map([...others, ...live])) }, clock.now());
  }
  return success({ changed: posted.length > 0, live });
}

/** Documents of the order by the ledger's id, which is how links name them. */
export const liveRefs = (posted: readonly PostedDocument[]): Map<string, DocumentRef> =>
  new Map(posted.map(({ kind, part, ledgerId }) => [`${kind}/${ledgerId}`, { kind, part }]));

/** Lines are compared with what we sent; how a payment is applied and whether a sales order is closed are taken from the books. Links to documents that are not ours are the bookkeeper's. */
export function aspectsInBooks({ kind, aspects }: Pick<PostedDocument, "kind" | "aspects">, echo: LedgerDocument, live: ReadonlyMap<string, DocumentRef>): Aspects {
  switch (kind) {
    case "sales_order":
      return { ...aspects, standing: echo.status };
    case "payment":
      return { ...aspects, applications: applicationsText(echo.links.flatMap((link) => {
        const to = live.get(`${link.kind}/${link.id}`);
        return to && link.amount ? [{ to, amount: link.amount }] : [];
      })) };
    case "invoice":
      return aspects;
  }
}
