/** Namesake: the document in the books that has the number ours was to get. Only tells which one it is; adopting it is a person's choice (story A29). */
import type { PlannedDocument } from "#app/domain/documents/document.ts";
import type { FoundDocument } from "#app/domain/issues/issue.ts";
import type { DrainContext } from "../context.ts";
import type { LookUp } from "../ports/ledger.ts";

/** Undefined where there is none, none that is live, or the ledger does not answer: the issue is told without it then. */
export async function namesake({ ledger }: DrainContext, { kind, part, number }: PlannedDocument, lookUp: LookUp): Promise<FoundDocument | undefined> {
  if (number === null) return undefined;
  const found = await ledger.lookUp(lookUp);
  const live = found.ok ? found.value.find((document) => document.number === number && document.status !== "voided") : undefined;
  return live && { kind, part, ledgerId: live.id, differs: false };
}
