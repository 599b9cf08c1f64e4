/** Find ours: what the ledger holds under our marker for one document of an order. Reads only. */
import type { DocumentKind } from "#app/domain/documents/kind.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument, LookUp } from "../ports/ledger.ts";

/** The live documents that carry our marker for this shop and order; a voided one keeps its number and marker but is nothing to adopt. */
export async function everyOneOfOurs({ ledger }: DrainContext, lookUp: LookUp): Promise<Result<LedgerDocument[], Fault>> {
  const found = await ledger.lookUp(lookUp);
  if (!found.ok) return found;
  return success(found.value.filter((document) => document.status !== "voided" && document.memo.includes(lookUp.marker)));
}

/** The first of them that is there now. A query may tell of a state that is some seconds old (read-after-write lag of 07), such as of one that was voided since; a read by its id does not. */
export async function findOurs(context: DrainContext, lookUp: LookUp): Promise<Result<LedgerDocument | null, Fault>> {
  const found = await everyOneOfOurs(context, lookUp);
  return found.ok ? firstHeldNow(context, lookUp.kind, found.value) : found;
}

/** As the books have it at this moment. */
export async function firstHeldNow({ ledger }: DrainContext, kind: DocumentKind, documents: readonly LedgerDocument[]): Promise<Result<LedgerDocument | null, Fault>> {
  for (const { id } of documents) {
    const held = await ledger.read(kind, id);
    if (!held.ok) return held;
    if (held.value && held.value.status !== "voided") return success(held.value);
  }
  return success(null);
}
