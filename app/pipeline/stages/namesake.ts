/** Namesake: the document in the books that has the number ours was to get. Only tells which one it is; adopting it is a person's choice (story A29). */
import type { PlannedDocument } from "#app/domain/documents/document.ts";
import type { FoundDocument } from "#app/domain/issues/issue.ts";
import type { DrainContext } from "../context.ts";
import type { LookUp } from "../ports/ledger.ts";
import { firstHeldNow } from "./find-ours.ts";

/** Null where no live document has it, as with a voided one; undefined where that is not known: the document has no number, or the ledger does not answer. */
export async function namesake(context: DrainContext, { kind, part, number }: PlannedDocument, lookUp: LookUp): Promise<FoundDocument | null | undefined> {
  if (number === null) return undefined;
  const found = await context.ledger.lookUp(lookUp);
  if (!found.ok) return undefined;
  const held = await firstHeldNow(context, kind, found.value.filter((document) => document.number === number && document.status !== "voided"));
  if (!held.ok) return undefined;
  return held.value && { kind, part, ledgerId: held.value.id, differs: false };
}
