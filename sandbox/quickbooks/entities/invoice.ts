/** Invoices: linked to an estimate when the client says so, paid by payments, posting on the receivable account. */
import type { Books } from "../company/state.ts";
import { preferenceOf } from "../company/preferences.ts";
import { amountOf, amountOr0 } from "../rules/amounts.ts";
import { applyAutomatically, oldestOpen, paymentLinks, releasePayments, requireCovered } from "../rules/applications.ts";
import { applyCreditMemo } from "../rules/apply-credit-memo.ts";
import { linkedEstimates, requireLinkable, updateEstimates } from "../rules/estimate-link.ts";
import { completeSalesForm, dueDate, salesPostings, voidedForm } from "../rules/sales-form.ts";
import { findRow, touchRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { asText, idOf, objectsOf, refOf } from "../wire/json.ts";
import { businessError, cannotLink, requiredMissing } from "../wire/refusals.ts";
import type { EntityDefinition } from "./definition.ts";
import { SALES_FORM_FIELDS, SALES_FORM_READ_ONLY, TRANSACTION_FILTERS } from "./sales-form-fields.ts";
import { BOOLEAN, NUMBER, known } from "./shape.ts";

export const invoice: EntityDefinition = {
  name: "Invoice",
  fields: {
    ...SALES_FORM_FIELDS,
    Deposit: NUMBER,
    AllowOnlineCreditCardPayment: BOOLEAN,
    AllowOnlineACHPayment: BOOLEAN,
    ...known("TxnStatus AllowIPNPayment AllowOnlinePayment AllowOnlinePayPalPayment AllowOnlineAffirmPayment EInvoiceStatus"),
    ...known("ECloudStatusTimeStamp CfdiUse Exportation GlobalInfo invoiceStatus callToAction invoiceStatusLog InvoiceEx LessCIS"),
    ...known("InvoiceLink PaymentDetailsMessage ConvenienceFeeDetail EnabledSurchargeInfo InvoiceLinkSecurityCode"),
    ...known("InvoiceLinkExpiryDate AutoPayEligible SchedulePayEligible ScheduledPaymentId GratuityEnabled FinancingProductType"),
    ...known("SubscriptionPaymentsSetting TxnRetainageDetail"),
  },
  readOnly: [...SALES_FORM_READ_ONLY, "InvoiceLink"],
  idSpace: "Transaction",
  filterable: [...TRANSACTION_FILTERS, "CustomerRef", "DueDate", "Balance", "SalesTermRef", "ShipDate"],
  kind: "transaction",
  voidBy: "operation",
  complete(books, draft, before, options) {
    if (objectsOf(draft, "Line").length === 0) throw requiredMissing("Line");
    if (amountOr0(books, draft, "Deposit") !== 0n) throw businessError("Deposits on sales forms are not turned on");
    const form = completeSalesForm(books, "Invoice", draft, before, options);
    const LinkedTxn = linksOf(books, form, before);
    const balance = requireCovered(books, "Invoice", form, before);
    return {
      AllowIPNPayment: false,
      AllowOnlinePayment: false,
      AllowOnlineCreditCardPayment: false,
      AllowOnlineACHPayment: false,
      DueDate: dueDate(books, form),
      ...form,
      LinkedTxn,
      Balance: amountOf(books, balance),
    };
  },
  postings(books, row) {
    return salesPostings(books, row, { accountId: books.state.roles.receivable, customerId: customerOf(row) });
  },
  afterWrite(books, row, before) {
    updateEstimates(books, { entity: "Invoice", id: idOf(row) }, linkedEstimates(row), linkedEstimates(before ?? {}));
    if (before && paymentLinks(before).length > paymentLinks(row).length) releasePayments(books, before);
    if (!before && preferenceOf(books, "SalesFormsPrefs.AutoApplyCredit") === true) {
      for (const paymentId of oldestOpen(books, "Payment", customerOf(row))) applyAutomatically(books, paymentId, idOf(row));
      for (const memoId of oldestOpen(books, "CreditMemo", customerOf(row))) applyCreditMemo(books, findRow(books, "CreditMemo", memoId) ?? {});
    }
    touchRow(books, "Customer", customerOf(row));
  },
  beforeDelete(books, row) {
    updateEstimates(books, { entity: "Invoice", id: idOf(row) }, [], linkedEstimates(row));
    releasePayments(books, row);
    touchRow(books, "Customer", customerOf(row));
  },
  /** Payments are released, the estimate stays linked and closed (assumption: nothing is documented). */
  voided(_books, row) {
    return { ...voidedForm(row), LinkedTxn: objectsOf(row, "LinkedTxn").filter((link) => link.TxnType !== "Payment") };
  },
};

/** Estimates as the client says, payments as they are: those belong to the payment's side. */
function linksOf(books: Books, form: JsonObject, before: JsonObject | undefined): JsonObject[] {
  for (const link of [form, ...objectsOf(form, "Line")].flatMap((part) => objectsOf(part, "LinkedTxn"))) {
    if (link.TxnType !== "Estimate" && link.TxnType !== "Payment") throw cannotLink(`an invoice cannot link a ${asText(link.TxnType)}`);
  }
  const estimates = linkedEstimates(form);
  for (const id of estimates) requireLinkable(books, form, id);
  const payments = paymentLinks(before);
  if (before && payments.length > 0 && customerOf(before) !== customerOf(form)) {
    throw businessError("The customer of an invoice with payments cannot be changed");
  }
  return [...estimates.map((id) => ({ TxnId: id, TxnType: "Estimate" })), ...payments];
}

function customerOf(row: JsonObject): string {
  return refOf(row, "CustomerRef") ?? "";
}
