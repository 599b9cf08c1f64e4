/** Sales receipts: the sale and its money in one document, deposited where the gateway pays out (05 §1.8). */
import type { SalesReceiptDocument } from "#app/domain/documents/document.ts";
import { zero } from "#app/domain/money/money.ts";
import type { LedgerDocument, References } from "#app/pipeline/ports/ledger.ts";
import { salesReceiptSchema } from "../wire-schemas.ts";
import { headOf, isVoided, moneyOf } from "./ledger-document.ts";
import { salesFigures, salesHeader } from "./sales-form.ts";
import { LENGTHS } from "../limits.ts";
import { type CompanyCurrency, identifyingText, present, ref } from "./wire-body.ts";

export const createSalesReceipt = (document: SalesReceiptDocument, references: References, company: CompanyCurrency): Record<string, unknown> => ({
  ...salesHeader(document, references, company),
  DepositToAccountRef: ref(document.deposit.id),
  ...present({ PaymentMethodRef: document.methodId && ref(document.methodId), PaymentRefNum: identifyingText(document.paymentReference ?? null, LENGTHS.paymentRefNum) }),
  ...salesFigures(document, references),
});

export function readSalesReceipt(row: unknown, homeCurrency: string): LedgerDocument {
  const wire = salesReceiptSchema.parse(row);
  const money = moneyOf(wire, homeCurrency);
  const head = headOf(wire, homeCurrency);
  return {
    kind: "sales_receipt",
    entity: "SalesReceipt",
    ...head,
    number: wire.DocNumber ?? null,
    balance: zero(head.total.currency),
    tax: money(wire.TxnTaxDetail?.TotalTax ?? 0),
    status: isVoided(wire) ? "voided" : "paid",
    reference: null,
    links: [],
    deposit: wire.DepositToAccountRef?.value,
  };
}
