/** Refund receipts: a sale taken back and its money with it. They never touch receivables (05 §1.8). */
import type { RefundReceiptDocument } from "#app/domain/documents/document.ts";
import { zero } from "#app/domain/money/money.ts";
import type { LedgerDocument, References } from "#app/pipeline/ports/ledger.ts";
import { refundReceiptSchema } from "../wire-schemas.ts";
import { headOf, isVoided, moneyOf } from "./ledger-document.ts";
import { salesFigures, salesHeader } from "./sales-form.ts";
import { type CompanyCurrency, present, ref } from "./wire-body.ts";

export const createRefundReceipt = (document: RefundReceiptDocument, references: References, company: CompanyCurrency): Record<string, unknown> => ({
  ...salesHeader(document, references, company),
  DepositToAccountRef: ref(document.deposit.id),
  ...present({ PaymentMethodRef: document.methodId && ref(document.methodId) }),
  ...salesFigures(document, references),
});

export function readRefundReceipt(row: unknown, homeCurrency: string): LedgerDocument {
  const wire = refundReceiptSchema.parse(row);
  const money = moneyOf(wire, homeCurrency);
  const head = headOf(wire, homeCurrency);
  return {
    kind: "refund_receipt",
    entity: "RefundReceipt",
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
