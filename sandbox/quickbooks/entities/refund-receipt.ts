/** Refund receipts: money given back on income already booked. The reverse of a sales receipt; they never touch receivables. */
import { requireDepositAccount } from "../rules/deposit-account.ts";
import { depositLinks, requireNotDeposited, requireSameMoney } from "../rules/deposited.ts";
import { completeSalesForm, reversedSalesPostings, voidedForm } from "../rules/sales-form.ts";
import { touchRow } from "../store/rows.ts";
import { asText, objectsOf, refOf } from "../wire/json.ts";
import { cannotLink, requiredMissing } from "../wire/refusals.ts";
import type { EntityDefinition } from "./definition.ts";
import { SALES_FORM_FIELDS, SALES_FORM_READ_ONLY, TRANSACTION_FILTERS } from "./sales-form-fields.ts";
import { known, text } from "./shape.ts";

export const refundReceipt: EntityDefinition = {
  name: "RefundReceipt",
  fields: { ...SALES_FORM_FIELDS, PaymentRefNum: text(100), ...known("TxnStatus RemainingCredit RefundReceiptEx") },
  readOnly: [...SALES_FORM_READ_ONLY, "RemainingCredit"],
  idSpace: "Transaction",
  filterable: [...TRANSACTION_FILTERS, "CustomerRef", "PaymentRefNum", "PaymentMethodRef", "DepositToAccountRef"],
  kind: "transaction",
  complete(books, draft, before, options) {
    if (objectsOf(draft, "Line").length === 0) throw requiredMissing("Line");
    if (refOf(draft, "DepositToAccountRef") === undefined) throw requiredMissing("DepositToAccountRef");
    // Its link to a sales receipt is made on QuickBooks' own pages only (05, 1.8).
    for (const { TxnType } of objectsOf(draft, "LinkedTxn")) if (TxnType !== "Deposit") throw cannotLink(`a refund receipt cannot link a ${asText(TxnType)}`);
    const form = completeSalesForm(books, "RefundReceipt", draft, before, options);
    requireDepositAccount(books, form, "a refund receipt");
    requireSameMoney(books, form, before);
    return { ...form, LinkedTxn: depositLinks(before), Balance: 0 };
  },
  postings: (books, row) => reversedSalesPostings(books, row, { accountId: refOf(row, "DepositToAccountRef") ?? "" }),
  afterWrite(books, row) {
    touchRow(books, "Customer", refOf(row, "CustomerRef") ?? "");
  },
  beforeDelete(_books, row) {
    requireNotDeposited(row);
  },
  /** By hand only: the API has no void of it (05, 1.16). */
  voided(_books, row) {
    requireNotDeposited(row);
    return voidedForm(row);
  },
};
