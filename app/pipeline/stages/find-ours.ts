/** Find ours: what the ledger holds under our marker for one document of an order. Reads only. */
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

/** The first of them, if there is one. */
export async function findOurs(context: DrainContext, lookUp: LookUp): Promise<Result<LedgerDocument | null, Fault>> {
  const found = await everyOneOfOurs(context, lookUp);
  return found.ok ? success(found.value[0] ?? null) : found;
}
