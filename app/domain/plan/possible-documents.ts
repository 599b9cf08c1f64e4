/** Every document an order can have by any mode or rule: what is looked for in the books where our record may be incomplete. It plans nothing that is to be made. */
import { legacyId } from "../documents/header.ts";
import { DOCUMENT_KINDS, type DocumentKind, refKey } from "../documents/kind.ts";
import { isPositive, money } from "../money/money.ts";
import { markedPart } from "../order/marked-as-paid.ts";
import { refundTransactions } from "../order/order.ts";
import type { ExistingDocument } from "./course.ts";
import type { PlannedDocument } from "../documents/document.ts";
import { plan, type PlanInput } from "./plan.ts";

export function possibleDocuments(input: PlanInput): PlannedDocument[] {
  const { order, decision } = input;
  const all = { ...decision.documents };
  for (const kind of DOCUMENT_KINDS) all[kind] = { ...decision.documents[kind], create: true };
  // As a receipt, as an invoice, and as today's decision has it: what follows from a refund hangs on the form of the sale.
  const decisions = [all, { ...all, sales_receipt: { ...all.sales_receipt, create: false } }, decision.documents];
  // And on what was there when it came: its own documents of each kind, or none.
  const refunds = refundTransactions(order).map(({ id }): ExistingDocument => ({ kind: "customer_refund", part: legacyId(id) }));
  const apart = (kind: DocumentKind): ExistingDocument[] => order.changes.map(({ id }) => ({ kind, part: id }));
  // A rule that is gone may have marked the order as paid before its money came.
  const marked: ExistingDocument[] = [{ kind: "payment", part: markedPart(order) }];
  const pasts = order.changes.length === 0 && refunds.length === 0 ? [[], marked] : [[], marked, apart("credit_memo"), apart("refund_receipt"), refunds];
  const found = decisions.flatMap((documents) => pasts.flatMap((past) => plan({ ...input, decision: { ...decision, documents }, existing: [...input.existing, ...past] }).documents));
  // Of one that has nothing left to be paid, or was cancelled, the rule's payment is there to be taken back.
  const owing = { ...order, cancelledAt: null, totals: { ...order.totals, outstanding: isPositive(order.totals.outstanding) ? order.totals.outstanding : money(order.currency, 1n) } };
  const ofRule = plan({ ...input, order: owing, decision: { ...decision, documents: all }, existing: [...input.existing, ...marked] }).documents;
  found.push(...ofRule.filter(({ kind, part }) => kind === "payment" && part === markedPart(order)));
  // The first one counts: as it would be made now.
  return [...new Map(found.toReversed().map((document) => [refKey(document), document])).values()];
}
