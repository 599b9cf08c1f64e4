/** Namesake: the document in the books that has the number ours was to get. Only tells which one it is; adopting it is a person's choice (story A29). */
import type { PlannedDocument } from "#app/domain/documents/document.ts";
import type { FoundDocument } from "#app/domain/issues/issue.ts";
import type { DrainContext } from "../context.ts";
import type { LookUp } from "../ports/ledger.ts";

/** Null where no live document has it, as with a voided one; undefined where that is not known: the document has no number, or the ledger does not answer. */
export async function namesake({ ledger }: DrainContext, { kind, part, number }: PlannedDocument, lookUp: LookUp): Promise<FoundDocument | null | undefined> {
  if (number === null) return undefined;
  const found = await ledger.lookUp(lookUp);
  if (!found.ok) return undefined;
  const live = found.value.find((document) => document.number === number && document.status !== "voided");
  return live ? { kind, part, ledgerId: live.id, differs: false } : null;
}
