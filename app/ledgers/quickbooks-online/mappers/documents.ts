/** One table per question about a kind of document; a new kind makes the build ask for its answers here. */
import type { PlannedDocument } from "#app/domain/documents/document.ts";
import { type DocumentKind, KIND_WORDS } from "#app/domain/documents/kind.ts";
import type { LedgerDocument, LedgerWrite } from "#app/pipeline/ports/ledger.ts";
import type { ReadEntity } from "../client/vendor-calls.ts";
import { createChargeback, createChargebackReversal, readChargeback, readChargebackReversal, updateChargeback, updateChargebackReversal } from "./chargeback.ts";
import { createCreditMemo, readCreditMemo } from "./credit-memo.ts";
import { createCustomerRefund, readCustomerRefund, updateCustomerRefund } from "./customer-refund.ts";
import { createInvoice, readInvoice } from "./invoice.ts";
import { createPayment, readPayment, updatePayment } from "./payment.ts";
import { createPurchaseOrder, readPurchaseOrder, updatePurchaseOrder } from "./purchase-order.ts";
import { createRefundReceipt, readRefundReceipt } from "./refund-receipt.ts";
import { closeSalesOrder, createSalesOrder, readSalesOrder, updateSalesOrder } from "./sales-order.ts";
import { createSalesReceipt, readSalesReceipt } from "./sales-receipt.ts";
import { updateSalesForm } from "./sales-form.ts";
import { type CompanyCurrency, UnmappableError } from "./wire-body.ts";

export const ENTITIES = {
  purchase_order: "PurchaseOrder",
  chargeback: "Purchase", chargeback_reversal: "Deposit",
  sales_order: "Estimate", invoice: "Invoice", payment: "Payment", sales_receipt: "SalesReceipt", credit_memo: "CreditMemo", refund_receipt: "RefundReceipt", customer_refund: "Purchase",
} as const satisfies Record<DocumentKind, ReadEntity>;

export const READERS = {
  purchase_order: readPurchaseOrder,
  chargeback: readChargeback, chargeback_reversal: readChargebackReversal,
  sales_order: readSalesOrder, invoice: readInvoice, payment: readPayment, sales_receipt: readSalesReceipt, credit_memo: readCreditMemo, refund_receipt: readRefundReceipt, customer_refund: readCustomerRefund,
} as const satisfies Record<
  DocumentKind,
  (row: unknown, homeCurrency: string) => LedgerDocument
>;

export const subjectOf = (document: PlannedDocument): string =>
  `${KIND_WORDS[document.kind]} ${document.kind === "payment" ? document.reference : (document.number ?? document.marker)}`;

/** The request body of a write. Throws `UnmappableError` or `MoneyError` for a document that QuickBooks cannot take as it is. */
export function writeToWire(write: LedgerWrite, company: CompanyCurrency): Record<string, unknown> {
  const { document, references } = write;
  switch (document.kind) {
    case "sales_order":
      if (write.op === "create") return createSalesOrder(document, references, company);
      if (write.op === "update") return updateSalesOrder(document, references, write.existing);
      if (write.op === "close") return closeSalesOrder(write.existing);
      break;
    case "chargeback":
      if (write.op === "create") return createChargeback(document, references, company);
      if (write.op === "update") return updateChargeback(document, references, write.existing);
      break;
    case "chargeback_reversal":
      if (write.op === "create") return createChargebackReversal(document, company);
      if (write.op === "update") return updateChargebackReversal(document, write.existing);
      break;
    case "invoice":
      if (write.op === "create") return createInvoice(document, references, company);
      if (write.op === "update") return updateSalesForm(document, references, write.existing);
      break;
    case "payment":
      if (write.op === "create") return createPayment(document, references, company);
      if (write.op === "update" || write.op === "apply") return updatePayment(document, references, write.existing);
      break;
    case "sales_receipt":
      if (write.op === "create") return createSalesReceipt(document, references, company);
      if (write.op === "update") return updateSalesForm(document, references, write.existing);
      break;
    case "credit_memo":
      if (write.op === "create") return createCreditMemo(document, references, company);
      if (write.op === "update") return updateSalesForm(document, references, write.existing);
      break;
    case "refund_receipt":
      if (write.op === "create") return createRefundReceipt(document, references, company);
      if (write.op === "update") return updateSalesForm(document, references, write.existing);
      break;
    case "customer_refund":
      if (write.op === "create") return createCustomerRefund(document, references, company);
      if (write.op === "update") return updateCustomerRefund(document, references, write.existing);
      break;
    case "purchase_order":
      if (write.op === "create") return createPurchaseOrder(document, references, company);
      if (write.op === "update") return updatePurchaseOrder(document, references, write.existing);
      break;
  }
  throw new UnmappableError(`QuickBooks has no operation "${write.op}" for a ${KIND_WORDS[document.kind]}`);
}
