/** A sales order is an Estimate in QuickBooks Online, which has no public SalesOrder entity (05 §0.1). */
import type { SalesOrderDocument, Standing } from "#app/domain/documents/document.ts";
import type { LedgerDocument, References } from "#app/pipeline/ports/ledger.ts";
import { estimateSchema } from "../wire-schemas.ts";
import { handWritten } from "./hand-written.ts";
import { headOf, linkOf, moneyOf } from "./ledger-document.ts";
import { salesFigures, salesHeader } from "./sales-form.ts";
import { type CompanyCurrency, type Existing, ref, sparse } from "./wire-body.ts";

const TXN_STATUS = { pending: "Pending", accepted: "Accepted", closed: "Closed" } as const satisfies Record<Standing, string>;

export const createSalesOrder = (document: SalesOrderDocument, references: References, company: CompanyCurrency): Record<string, unknown> => ({
  ...salesHeader(document, references, company),
  ...salesFigures(document, references),
  TxnStatus: TXN_STATUS[document.standing],
});

export const updateSalesOrder = (document: SalesOrderDocument, references: References, existing: Existing): Record<string, unknown> => ({
  ...sparse(existing),
  CustomerRef: ref(references.customerId),
  ...salesFigures(document, references, document.lineClasses),
  TxnStatus: TXN_STATUS[document.standing],
});

export const closeSalesOrder = (existing: Existing): Record<string, unknown> => ({ ...sparse(existing), TxnStatus: TXN_STATUS.closed });

/** Newer companies say `Converted` for an estimate that became an invoice (05 §1.5): closed, to us. */
const STATUS: Readonly<Record<string, string>> = {
  Pending: "pending", Accepted: "accepted", Closed: "closed", Converted: "closed", Rejected: "rejected",
};

export function readSalesOrder(row: unknown, homeCurrency: string): LedgerDocument {
  const wire = estimateSchema.parse(row);
  const money = moneyOf(wire, homeCurrency);
  return {
    kind: "sales_order",
    entity: "Estimate",
    ...headOf(wire, homeCurrency),
    number: wire.DocNumber ?? null,
    balance: null,
    tax: money(wire.TxnTaxDetail?.TotalTax ?? 0),
    status: STATUS[wire.TxnStatus] ?? wire.TxnStatus.toLowerCase(),
    reference: null,
    links: (wire.LinkedTxn ?? []).map((link) => linkOf(link, null)),
    byHand: handWritten(wire, money),
  };
}
