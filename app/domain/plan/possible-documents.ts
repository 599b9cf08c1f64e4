/** Every document an order can have by any mode or rule: what is looked for in the books where our record may be incomplete. It plans nothing that is to be made. */
import type { Decision } from "../decision/decide.ts";
import type { PlannedDocument } from "../documents/document.ts";
import { plan, type PlanInput } from "./plan.ts";

export function possibleDocuments(input: PlanInput): PlannedDocument[] {
  const all = ({ documents }: Decision): Decision["documents"] => ({
    sales_order: { ...documents.sales_order, create: true },
    invoice: { ...documents.invoice, create: true },
    payment: { ...documents.payment, create: true },
    sales_receipt: { ...documents.sales_receipt, create: true },
  });
  return plan({ ...input, decision: { ...input.decision, documents: all(input.decision) } }).documents;
}
