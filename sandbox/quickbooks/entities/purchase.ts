/** Purchases, which QuickBooks' pages call expenses: money paid out, line by line onto accounts; on receivables it is money given back to a customer. */
import { preferenceOf } from "../company/preferences.ts";
import type { Books } from "../company/state.ts";
import { amountOf, amountOr0, requireAmount } from "../rules/amounts.ts";
import { paymentLinks, releasePayments, requireCovered } from "../rules/applications.ts";
import { documentCurrency, requireAccountCurrency, requireReceivableOf } from "../rules/document-currency.ts";
import { withDocNumber } from "../rules/doc-number.ts";
import { isReceivable } from "../rules/linkables.ts";
import { voidedNote } from "../rules/sales-form.ts";
import { touchRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { isObject, objectOf, objectsOf, refOf, textOf } from "../wire/json.ts";
import { businessError, featureOff, requiredMissing } from "../wire/refusals.ts";
import { serverDate } from "../wire/timestamps.ts";
import { ENTITY_FIELDS, LINKED_TXNS, REFERENCE } from "./common-fields.ts";
import type { EntityDefinition } from "./definition.ts";
import { referenceTo, requireActive, resolveReferences } from "./references.ts";
import { TRANSACTION_FILTERS } from "./sales-form-fields.ts";
import { ANY, DATE, NUMBER, choice, known, list, object, text } from "./shape.ts";

/** Cash is paid from a bank account, a credit card from its own. */
const PAYING_ACCOUNT_TYPES: Readonly<Record<string, readonly string[]>> = { Cash: ["Bank", "Other Current Asset"], Check: ["Bank"], CreditCard: ["Credit Card"] };

const DETAIL = object("AccountBasedExpenseLineDetail", {
  AccountRef: REFERENCE,
  CustomerRef: REFERENCE,
  ClassRef: REFERENCE,
  BillableStatus: choice("Billable", "NotBillable", "HasBeenBilled"),
  ...known("MarkupInfo TaxAmount TaxCodeRef TaxInclusiveAmt ExpenseDetailLineDetailEx"),
});

export const purchase: EntityDefinition = {
  name: "Purchase",
  fields: {
    ...ENTITY_FIELDS,
    DocNumber: text(21),
    TxnDate: DATE,
    PaymentType: choice("Cash", "Check", "CreditCard"),
    AccountRef: REFERENCE,
    EntityRef: REFERENCE,
    DepartmentRef: REFERENCE,
    CurrencyRef: REFERENCE,
    PaymentMethodRef: REFERENCE,
    PrivateNote: text(4000),
    ExchangeRate: NUMBER,
    Line: list(
      object("Line", {
        ...{ Id: text(), LineNum: NUMBER, Amount: NUMBER, Description: text(4000), LinkedTxn: LINKED_TXNS, LineEx: ANY },
        ...{ DetailType: choice("AccountBasedExpenseLineDetail"), AccountBasedExpenseLineDetail: DETAIL },
      }),
    ),
    ...known("TxnSubType TxnStatus LinkedTxn TxnTaxDetail TxnSource TaxFormType TaxFormNum TransactionLocationType Tag TxnApprovalInfo"),
    ...known("RecurDataRef RecurringInfo ProjectRef TotalCostAmount HomeTotalCostAmount PaymentRefNum CheckPayment CreditCardPayment Credit"),
    ...known("RemitToAddr TotalAmt TxnId TxnNum Memo PrintStatus GlobalTaxCalculation PurchaseEx LessCIS IncludeInAnnualTPAR"),
  },
  readOnly: ["TotalAmt", "LinkedTxn", "RecurDataRef"],
  idSpace: "Transaction",
  filterable: [...TRANSACTION_FILTERS, "AccountRef", "PaymentType", "EntityRef", "PaymentMethodRef"],
  kind: "transaction",
  complete(books, draft, before, options) {
    const currency = documentCurrency(books, draft, payee(books, draft));
    if (textOf(draft, "PaymentType") === undefined) throw requiredMissing("PaymentType");
    requirePayingAccount(books, draft);
    const lines = objectsOf(draft, "Line");
    if (lines.length === 0) throw requiredMissing("Line");
    const total = lines.reduce((sum, line) => sum + requireAmount(books, line, "Amount"), 0n);
    if (total < 0n) throw businessError("Transaction amount must be 0 or greater.");
    const numbered = withDocNumber(books, "Purchase", draft, before, options);
    const resolved = resolveReferences(books, numbered, { AccountRef: "Account", DepartmentRef: "Department", PaymentMethodRef: "PaymentMethod" });
    const row = {
      TxnDate: serverDate(books.now), ...resolved, ...entityOf(books, draft),
      ...currency,
      Line: lines.map((line, index) => ({ ...completeLine(books, line), Id: String(index + 1), LineNum: index + 1 })),
      LinkedTxn: paymentLinks(before),
      TotalAmt: amountOf(books, total),
    };
    requireAccountCurrency(books, row, refOf(row, "AccountRef") ?? "");
    for (const line of row.Line) requireReceivableOf(books, row, refOf(objectOf(line, "AccountBasedExpenseLineDetail"), "AccountRef") ?? "");
    requireCovered(books, "Purchase", row, before);
    requireSameCustomer(row, before);
    return row;
  },
  postings(books, row) {
    const lines = objectsOf(row, "Line").map((line) => {
      const detail = objectOf(line, "AccountBasedExpenseLineDetail");
      const accountId = refOf(detail, "AccountRef") ?? "";
      const minor = requireAmount(books, line, "Amount");
      return isReceivable(books, accountId) ? { accountId, customerId: refOf(detail, "CustomerRef") ?? "", minor } : { accountId, minor };
    });
    return [...lines, { accountId: refOf(row, "AccountRef") ?? "", minor: -amountOr0(books, row, "TotalAmt") }];
  },
  afterWrite(books, row, before) {
    if (before && paymentLinks(before).length > paymentLinks(row).length) releasePayments(books, before);
    touchCustomer(books, row);
  },
  beforeDelete(books, row) {
    releasePayments(books, row);
    touchCustomer(books, row);
  },
  /** By hand only: the API has no void of it (05, 1.16). What a payment gave for it is unapplied again. */
  voided: (_books, row) => ({ ...row, PrivateNote: voidedNote(row), TotalAmt: 0, Line: objectsOf(row, "Line").map((line) => ({ ...line, Amount: 0 })), LinkedTxn: [] }),
};

function requirePayingAccount(books: Books, draft: JsonObject): void {
  const id = refOf(draft, "AccountRef");
  if (id === undefined) throw requiredMissing("AccountRef");
  const allowed = PAYING_ACCOUNT_TYPES[textOf(draft, "PaymentType") ?? ""] ?? [];
  if (!allowed.includes(textOf(requireActive(books, "Account", id), "AccountType") ?? "")) throw businessError("Select a bank or credit card account to pay from");
}

/** A customer who gets money back gets it in her own currency. */
function payee(books: Books, draft: JsonObject): JsonObject | undefined {
  const id = refOf(draft, "EntityRef");
  return id !== undefined && objectOf(draft, "EntityRef").type === "Customer" ? requireActive(books, "Customer", id) : undefined;
}

/** Whom the money goes to: a customer or a vendor, told apart by `type`. */
function entityOf(books: Books, draft: JsonObject): JsonObject {
  const id = refOf(draft, "EntityRef");
  if (id === undefined) return {};
  const type = textOf(objectOf(draft, "EntityRef"), "type") ?? "Vendor";
  return { EntityRef: { ...referenceTo(requireActive(books, type, id)), type } };
}

function completeLine(books: Books, line: JsonObject): JsonObject {
  const detail = objectOf(line, "AccountBasedExpenseLineDetail");
  const accountId = refOf(detail, "AccountRef");
  if (accountId === undefined) throw requiredMissing("Line.AccountBasedExpenseLineDetail.AccountRef");
  requireActive(books, "Account", accountId);
  if (isReceivable(books, accountId) && !isObject(detail.CustomerRef)) {
    throw businessError("When you use Accounts Receivable, you must choose a customer in the Name field");
  }
  if (refOf(detail, "ClassRef") !== undefined && preferenceOf(books, "AccountingInfoPrefs.ClassTrackingPerTxnLine") !== true) throw featureOff("Class tracking per line");
  return { ...line, AccountBasedExpenseLineDetail: resolveReferences(books, detail, { AccountRef: "Account", CustomerRef: "Customer", ClassRef: "Class" }) };
}

/** Lines on receivables are of one customer here, and of the same one while a payment links them. */
function requireSameCustomer(row: JsonObject, before: JsonObject | undefined): void {
  const customersOf = (expense: JsonObject): Set<string> =>
    new Set(objectsOf(expense, "Line").flatMap((line) => refOf(objectOf(line, "AccountBasedExpenseLineDetail"), "CustomerRef") ?? []));
  const [now, old] = [customersOf(row), customersOf(before ?? {})];
  if (now.size > 1) throw businessError("An expense to several customers is not simulated");
  if (paymentLinks(before).length > 0 && [...old].some((id) => !now.has(id))) throw businessError("The customer of an expense that a payment links cannot be changed");
}

function touchCustomer(books: Books, row: JsonObject): void {
  for (const line of objectsOf(row, "Line")) {
    const customerId = refOf(objectOf(line, "AccountBasedExpenseLineDetail"), "CustomerRef");
    if (customerId !== undefined) touchRow(books, "Customer", customerId);
  }
}
