/** Invoices. One made from a sales order names it in its header, the only way the API offers; an estimate takes one link (05 §1.6). */
import type { InvoiceDocument } from "#app/domain/documents/document.ts";
import { refKey } from "#app/domain/documents/kind.ts";
import { isZero } from "#app/domain/money/money.ts";
import type { LedgerDocument, References } from "#app/pipeline/ports/ledger.ts";
import { invoiceSchema } from "../wire-schemas.ts";
import { handWritten } from "./hand-written.ts";
import { headOf, isVoided, linkOf, moneyOf } from "./ledger-document.ts";
import { salesFigures, salesHeader } from "./sales-form.ts";
import { type CompanyCurrency, present, ref, UnmappableError, wireDate } from "./wire-body.ts";

export const createInvoice = (document: InvoiceDocument, references: References, company: CompanyCurrency): Record<string, unknown> =>
  present({
    ...salesHeader(withKept(document), references, company),
    ...(document.kept?.classId ? { ClassRef: ref(document.kept.classId) } : {}),
    EmailStatus: document.byEmail ? "NeedToSend" : undefined,
    SalesTermRef: document.terms?.term && ref(document.terms.term.id),
    DueDate: document.terms?.due && wireDate(document.terms.due),
    LinkedTxn: estimateLink(document, references),
    ...salesFigures(document, references, document.kept?.lineClasses),
  });

/** A person's memo takes the place of ours, and her value the place of ours in a custom field; the marker stays. */
function withKept(document: InvoiceDocument): InvoiceDocument {
  const { kept, customFields = [] } = document;
  if (!kept) return document;
  const others = customFields.filter(({ id }) => !kept.customFields.some((field) => field.id === id));
  return { ...document, memo: kept.memo ?? document.memo, customFields: [...others, ...kept.customFields.map((field) => ({ ...field, name: "" }))] };
}

function estimateLink(document: InvoiceDocument, references: References): { TxnId: string; TxnType: "Estimate" }[] | undefined {
  if (document.salesOrder === null) return undefined;
  const id = references.documents.get(refKey(document.salesOrder));
  if (id === undefined) throw new UnmappableError(`the sales order ${refKey(document.salesOrder)} is not in the books yet`);
  return [{ TxnId: id, TxnType: "Estimate" }];
}

export function readInvoice(row: unknown, homeCurrency: string): LedgerDocument {
  const wire = invoiceSchema.parse(row);
  const money = moneyOf(wire, homeCurrency);
  const balance = money(wire.Balance);
  return {
    kind: "invoice",
    entity: "Invoice",
    ...headOf(wire, homeCurrency),
    number: wire.DocNumber ?? null,
    balance,
    tax: money(wire.TxnTaxDetail?.TotalTax ?? 0),
    // Invoices have no status field: a balance of 0 means paid (05 §1.6).
    status: isVoided(wire) ? "voided" : isZero(balance) ? "paid" : "open",
    reference: null,
    links: (wire.LinkedTxn ?? []).map((link) => linkOf(link, null)),
    byHand: handWritten(wire, money),
  };
}
