/** Payments: unapplied credit of a customer, or applied line by line to invoices, credit memos and money given back. */
import type { Books } from "../company/state.ts";
import { preferenceOf } from "../company/preferences.ts";
import { amountOf, amountOr0, requireAmount } from "../rules/amounts.ts";
import { applyAutomatically, oldestOpen, requireApplicable, settleLinked, unapplied } from "../rules/applications.ts";
import { requireDepositAccount } from "../rules/deposit-account.ts";
import { requireDepositAllows, requireNotDeposited } from "../rules/deposited.ts";
import { documentCurrency } from "../rules/document-currency.ts";
import { linkedRow } from "../rules/linkables.ts";
import { voidedNote } from "../rules/sales-form.ts";
import { touchRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { asText, idOf, objectsOf, refOf, textOf } from "../wire/json.ts";
import { businessError, requiredMissing } from "../wire/refusals.ts";
import { serverDate } from "../wire/timestamps.ts";
import { ENTITY_FIELDS, LINKED_TXNS, REFERENCE } from "./common-fields.ts";
import type { EntityDefinition } from "./definition.ts";
import { referenceTo, requireActive, resolveReferences } from "./references.ts";
import { TRANSACTION_FILTERS } from "./sales-form-fields.ts";
import { ANY, DATE, NUMBER, known, list, object, text } from "./shape.ts";

export const payment: EntityDefinition = {
  name: "Payment",
  fields: {
    ...ENTITY_FIELDS,
    TotalAmt: NUMBER,
    TxnDate: DATE,
    CustomerRef: REFERENCE,
    CurrencyRef: REFERENCE,
    PaymentMethodRef: REFERENCE,
    DepositToAccountRef: REFERENCE,
    /** 21 characters are documented for receipts only; the design keeps payments to it as well (05, 1.7). */
    PaymentRefNum: text(21),
    PrivateNote: text(4000),
    ExchangeRate: NUMBER,
    Line: list(object("Line", { Id: ANY, LineNum: ANY, Amount: NUMBER, LinkedTxn: LINKED_TXNS, LineEx: ANY, Description: ANY })),
    ...known("DocNumber TxnSubType DepartmentRef TxnStatus LinkedTxn TxnTaxDetail TxnSource TaxFormType TaxFormNum"),
    ...known("TransactionLocationType Tag TxnApprovalInfo RecurDataRef RecurringInfo ProjectRef TotalCostAmount HomeTotalCostAmount"),
    ...known("RemitToRef ARAccountRef PaymentType CheckPayment CreditCardPayment UnappliedAmt ProcessPayment PaymentExtendedType"),
    ...known("PaymentEx"),
  },
  readOnly: ["UnappliedAmt", "LinkedTxn"],
  idSpace: "Transaction",
  filterable: [...TRANSACTION_FILTERS, "CustomerRef", "PaymentRefNum", "PaymentMethodRef", "DepositToAccountRef", "UnappliedAmt"],
  kind: "transaction",
  voidBy: "include",
  complete(books, draft, before) {
    const customerId = refOf(draft, "CustomerRef");
    if (customerId === undefined) throw requiredMissing("CustomerRef");
    const customer = requireActive(books, "Customer", customerId);
    if (requireAmount(books, draft, "TotalAmt") < 0n) throw businessError("The total of a payment must be 0 or greater");
    const row = {
      TxnDate: serverDate(books.now),
      DepositToAccountRef: { value: books.state.roles.undeposited },
      ProcessPayment: false,
      ...draft,
      CustomerRef: referenceTo(customer),
      ...documentCurrency(books, draft, customer),
      Line: objectsOf(draft, "Line").map(({ Amount, LinkedTxn }) => ({ Amount, LinkedTxn })),
      LinkedTxn: objectsOf(before ?? {}, "LinkedTxn"),
    };
    const resolved = resolveReferences(books, row, { PaymentMethodRef: "PaymentMethod", DepositToAccountRef: "Account" });
    requireDepositAllows(books, resolved, before);
    requireDepositAccount(books, resolved, "a payment");
    requireApplicable(books, resolved, before);
    return { ...resolved, UnappliedAmt: amountOf(books, unapplied(books, resolved)) };
  },
  postings(books, row) {
    const total = amountOr0(books, row, "TotalAmt");
    return [
      { accountId: refOf(row, "DepositToAccountRef") ?? "", minor: total },
      { accountId: books.state.roles.receivable, customerId: customerOf(row), minor: -total },
    ];
  },
  afterWrite(books, row, before) {
    settleLinked(books, idOf(row), row, before);
    if (!before && preferenceOf(books, "SalesFormsPrefs.AutoApplyPayments") === true) {
      for (const invoiceId of oldestOpen(books, "Invoice", customerOf(row))) applyAutomatically(books, idOf(row), invoiceId);
    }
    touchRow(books, "Customer", customerOf(row));
  },
  beforeDelete(books, row) {
    requireNotDeposited(row);
    settleLinked(books, idOf(row), undefined, row);
    touchRow(books, "Customer", customerOf(row));
  },
  voided(_books, row) {
    requireNotDeposited(row);
    return { ...row, PrivateNote: voidedNote(row), TotalAmt: 0, UnappliedAmt: 0, Line: [] };
  },
  render(books, row) {
    return { ...row, Line: objectsOf(row, "Line").map((line) => ({ ...line, LineEx: lineExtension(books, line) })) };
  },
};

/** What a payment line says about the transaction it pays (REF sample of 05, 1.7). */
function lineExtension(books: Books, line: JsonObject): JsonObject {
  const [link] = objectsOf(line, "LinkedTxn");
  const id = link ? (textOf(link, "TxnId") ?? "") : "";
  const linked = linkedRow(books, link ? (textOf(link, "TxnType") ?? "") : "", id) ?? {};
  const values = {
    txnId: id,
    txnOpenBalance: asText(linked.TotalAmt ?? 0),
    txnReferenceNumber: textOf(linked, "DocNumber") ?? "",
  };
  return {
    any: Object.entries(values).map(([Name, Value]) => ({
      name: "{http://schema.intuit.com/finance/v3}NameValue",
      declaredType: "com.intuit.schema.finance.v3.NameValue",
      scope: "javax.xml.bind.JAXBElement$GlobalScope",
      value: { Name, Value },
      nil: false,
      globalScope: true,
      typeSubstituted: false,
    })),
  };
}

function customerOf(row: JsonObject): string {
  return refOf(row, "CustomerRef") ?? "";
}
