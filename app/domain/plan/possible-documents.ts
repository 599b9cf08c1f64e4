/** Every document an order can have by any mode or rule: what is looked for in the books where our record may be incomplete. It plans nothing that is to be made. */
import type { Decision } from "../decision/decide.ts";
import { DOCUMENT_KINDS, refKey } from "../documents/kind.ts";
import type { PlannedDocument } from "../documents/document.ts";
import { plan, type PlanInput } from "./plan.ts";

export function possibleDocuments(input: PlanInput): PlannedDocument[] {
  const all = ({ documents }: Decision): Decision["documents"] => {
    const wanted = { ...documents };
    for (const kind of DOCUMENT_KINDS) wanted[kind] = { ...documents[kind], create: true };
    return wanted;
  };
  const every = (documents: Decision["documents"]): PlannedDocument[] => plan({ ...input, decision: { ...input.decision, documents } }).documents;
  // As a receipt, as an invoice, and as today's decision has it: what follows from a refund hangs on the form of the sale.
  const documents = all(input.decision);
  const asInvoice = { ...documents, sales_receipt: { ...documents.sales_receipt, create: false } };
  const found = [...every(documents), ...every(asInvoice), ...every(input.decision.documents)];
  return [...new Map(found.map((document) => [refKey(document), document])).values()];
}
