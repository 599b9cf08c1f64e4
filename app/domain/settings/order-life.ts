/** The documents of one order through its life, of goods that a vendor ships where one does, under a pair of set-up answers: what the set-up page draws. Its test holds it to what decide and plan really do. */
import type { DocumentKind } from "../documents/kind.ts";
import { type InvoiceMoment, type SetupAnswers, presetFor } from "./presets.ts";
import { MODES } from "./settings.ts";

/** In the order in which they usually come. */
export const LIFE_MOMENTS = ["placed", "paid", "shipped"] as const;
export type LifeMoment = (typeof LIFE_MOMENTS)[number];

export type LifeDocument = {
  kind: Extract<DocumentKind, "sales_order" | "invoice" | "payment" | "purchase_order">;
  /** Still expecting something (the invoice, the payment), or done. */
  settled: boolean;
  /** Made at this moment. */
  isNew: boolean;
};

export type LifeStage = { moment: LifeMoment; documents: LifeDocument[] };

/** The moment from which an invoice exists. */
const INVOICED_FROM = { at_once: "placed", when_paid: "paid", when_shipped: "shipped" } as const satisfies Record<InvoiceMoment, LifeMoment>;

export function orderLife(answers: SetupAnswers): LifeStage[] {
  const mode = MODES[presetFor(answers).mode];
  const stages: LifeStage[] = [];
  const reached = (moment: LifeMoment, since: LifeMoment): boolean => LIFE_MOMENTS.indexOf(moment) >= LIFE_MOMENTS.indexOf(since);
  for (const moment of LIFE_MOMENTS) {
    const invoiced = mode.invoice && reached(moment, INVOICED_FROM[answers.invoice]);
    const paid = mode.payment && reached(moment, "paid");
    // The vendor ships, too; his bill, and what closes the purchase order, is somebody else's for now.
    const bought = mode.purchaseOrder && reached(moment, "paid");
    const before = new Set(stages.at(-1)?.documents.map(({ kind }) => kind));
    const document = (exists: boolean, kind: LifeDocument["kind"], settled: boolean): LifeDocument[] => (exists ? [{ kind, settled, isNew: !before.has(kind) }] : []);
    stages.push({
      moment,
      documents: [...document(mode.salesOrder, "sales_order", invoiced), ...document(invoiced, "invoice", paid), ...document(paid, "payment", invoiced), ...document(bought, "purchase_order", false)],
    });
  }
  return stages;
}
