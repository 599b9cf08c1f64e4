/** Credit memos: a sale taken back as credit of the customer, which payments spend on invoices (05, 1.8). */
import { paymentLinks, releasePayments, requireCovered } from "../rules/applications.ts";
import { applyCreditMemo } from "../rules/apply-credit-memo.ts";
import { preferenceOf } from "../company/preferences.ts";
import { amountOf } from "../rules/amounts.ts";
import { completeSalesForm, reversedSalesPostings, voidedForm } from "../rules/sales-form.ts";
import { touchRow } from "../store/rows.ts";
import { asText, objectsOf, refOf } from "../wire/json.ts";
import { businessError, cannotLink, requiredMissing } from "../wire/refusals.ts";
import type { EntityDefinition } from "./definition.ts";
import { SALES_FORM_FIELDS, SALES_FORM_READ_ONLY, TRANSACTION_FILTERS } from "./sales-form-fields.ts";
import { known } from "./shape.ts";

export const creditMemo: EntityDefinition = {
  name: "CreditMemo",
  fields: { ...SALES_FORM_FIELDS, ...known("TxnStatus RemainingCredit InvoiceRef CreditMemoEx") },
  readOnly: [...SALES_FORM_READ_ONLY, "RemainingCredit"],
  idSpace: "Transaction",
  filterable: [...TRANSACTION_FILTERS, "CustomerRef", "Balance", "RemainingCredit", "SalesTermRef"],
  kind: "transaction",
  complete(books, draft, before, options) {
    if (objectsOf(draft, "Line").length === 0) throw requiredMissing("Line");
    for (const { TxnType } of objectsOf(draft, "LinkedTxn")) if (TxnType !== "Payment") throw cannotLink(`a credit memo cannot link a ${asText(TxnType)}`);
    const form = completeSalesForm(books, "CreditMemo", draft, before, options);
    const payments = paymentLinks(before);
    if (before && payments.length > 0 && refOf(before, "CustomerRef") !== refOf(form, "CustomerRef")) {
      throw businessError("The customer of a credit memo that was applied cannot be changed");
    }
    const open = amountOf(books, requireCovered(books, "CreditMemo", form, before));
    return { ...form, LinkedTxn: payments, Balance: open, RemainingCredit: open };
  },
  postings: (books, row) => reversedSalesPostings(books, row, { accountId: books.state.roles.receivable, customerId: refOf(row, "CustomerRef") ?? "" }),
  afterWrite(books, row, before) {
    if (!before && preferenceOf(books, "SalesFormsPrefs.AutoApplyCredit") === true) applyCreditMemo(books, row);
    if (before && paymentLinks(before).length > paymentLinks(row).length) releasePayments(books, before);
    touchRow(books, "Customer", refOf(row, "CustomerRef") ?? "");
  },
  beforeDelete(books, row) {
    releasePayments(books, row);
    touchRow(books, "Customer", refOf(row, "CustomerRef") ?? "");
  },
  /** By hand only: the API has no void of it (05, 1.16). What it paid is open again. */
  voided: (_books, row) => ({ ...voidedForm(row), RemainingCredit: 0, LinkedTxn: [] }),
};
