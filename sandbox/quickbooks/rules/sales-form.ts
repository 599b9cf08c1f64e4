/** What estimate, invoice, receipts and credit memo have in common: customer, number, lines, tax, totals, defaults, and the entries a sale makes. */
import { Temporal } from "temporal-polyfill";
import type { Books } from "../company/state.ts";
import { preferenceOf } from "../company/preferences.ts";
import type { WriteOptions } from "../entities/definition.ts";
import { referenceTo, requireActive, resolveReferences } from "../entities/references.ts";
import type { Posting } from "../store/ledger.ts";
import { findRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { isObject, objectOf, objectsOf, refOf, textOf } from "../wire/json.ts";
import { businessError, featureOff, requiredMissing } from "../wire/refusals.ts";
import { serverDate } from "../wire/timestamps.ts";
import { amountOf, amountOr0, requireAmount } from "./amounts.ts";
import { documentCurrency } from "./document-currency.ts";
import { withDocNumber } from "./doc-number.ts";
import { SHIPPING_ITEM, completeLines } from "./sales-lines.ts";
import { salesTax } from "./sales-tax.ts";

/** Without terms an invoice is due after 30 days (recorded: create-invoice-1). */
const DAYS_WITHOUT_TERMS = 30;

/** The form with everything QuickBooks fills in; refuses what it refuses. */
export function completeSalesForm(
  books: Books,
  entity: string,
  draft: JsonObject,
  before: JsonObject | undefined,
  options: WriteOptions,
): JsonObject {
  const customerId = refOf(draft, "CustomerRef");
  if (customerId === undefined) throw requiredMissing("CustomerRef");
  requireTracking(books, draft);
  const customer = requireActive(books, "Customer", customerId);
  const currency = documentCurrency(books, draft, customer);
  const resolved = resolveReferences(books, withDocNumber(books, entity, draft, before, options), {
    ...{ ClassRef: "Class", DepartmentRef: "Department", SalesTermRef: "Term", PaymentMethodRef: "PaymentMethod" },
    DepositToAccountRef: "Account",
  });
  const sales = completeLines(books, resolved, before);
  const tax = salesTax(books, resolved, sales, before);
  const total = sales.subtotal + sales.shipping - sales.discount + tax.minor;
  if (total < 0n) throw businessError("Transaction amount must be 0 or greater.");
  return {
    TxnDate: serverDate(books.now),
    ...addressesOf(customer),
    ApplyTaxAfterDiscount: false,
    PrintStatus: "NeedToPrint",
    EmailStatus: "NotSet",
    ...resolved,
    CustomerRef: referenceTo(customer),
    ...currency,
    Line: tax.lines,
    TxnTaxDetail: { ...tax.detail, TotalTax: amountOf(books, tax.minor) },
    TotalAmt: amountOf(books, total),
  };
}

/** The date the customer has to pay: by the form's terms, else the customer's, else after 30 days. */
export function dueDate(books: Books, form: JsonObject): string {
  const customer = findRow(books, "Customer", refOf(form, "CustomerRef") ?? "") ?? {};
  const termId = refOf(form, "SalesTermRef") ?? refOf(customer, "SalesTermRef");
  const days = termId === undefined ? undefined : findRow(books, "Term", termId)?.DueDays;
  const date = Temporal.PlainDate.from(textOf(form, "TxnDate") ?? serverDate(books.now));
  return date.add({ days: typeof days === "number" ? days : DAYS_WITHOUT_TERMS }).toString();
}

/** Cr income per item, Cr shipping, Cr sales tax, Dr discount; `debit` says what the total goes to. */
export function salesPostings(books: Books, form: JsonObject, debit: Omit<Posting, "minor">): Posting[] {
  const postings: Posting[] = [{ ...debit, minor: amountOr0(books, form, "TotalAmt") }];
  for (const line of objectsOf(form, "Line")) {
    if (line.DetailType === "SalesItemLineDetail") {
      postings.push({ accountId: incomeAccount(books, line), minor: -requireAmount(books, line, "Amount") });
    }
    if (line.DetailType === "DiscountLineDetail") {
      const accountId = refOf(objectOf(line, "DiscountLineDetail"), "DiscountAccountRef") ?? books.state.roles.discounts;
      postings.push({ accountId, minor: requireAmount(books, line, "Amount") });
    }
  }
  const tax = amountOr0(books, objectOf(form, "TxnTaxDetail"), "TotalTax");
  return [...postings, { accountId: books.state.roles.salesTax, minor: -tax }];
}

/** What takes a sale back: the same entries with their sides changed; `credit` says where the total comes from. */
export function reversedSalesPostings(books: Books, form: JsonObject, credit: Omit<Posting, "minor">): Posting[] {
  return salesPostings(books, form, credit).map((posting) => ({ ...posting, minor: -posting.minor }));
}

/** A void form: same lines with amount 0, memo "Voided" (recorded: void-invoice-2). */
export function voidedForm(form: JsonObject): JsonObject {
  return {
    ...form,
    PrivateNote: voidedNote(form),
    Line: objectsOf(form, "Line").map((line) => ({ ...line, Amount: 0, ...withoutQuantity(line) })),
    TxnTaxDetail: { TotalTax: 0 },
    TotalAmt: 0,
    Balance: 0,
  };
}

/** The recording has no memo before; one that exists is assumed to stay behind the word. */
export function voidedNote(row: JsonObject): string {
  const note = textOf(row, "PrivateNote");
  if (note === undefined) return "Voided";
  return note.startsWith("Voided") ? note : `Voided - ${note}`;
}

function withoutQuantity(line: JsonObject): JsonObject {
  const detail = line.SalesItemLineDetail;
  return isObject(detail) && detail.Qty !== undefined ? { SalesItemLineDetail: { ...detail, Qty: 0 } } : {};
}

function incomeAccount(books: Books, line: JsonObject): string {
  const itemId = refOf(objectOf(line, "SalesItemLineDetail"), "ItemRef") ?? "";
  if (itemId === SHIPPING_ITEM) return books.state.roles.shipping;
  const account = refOf(findRow(books, "Item", itemId) ?? {}, "IncomeAccountRef");
  if (account === undefined) throw new Error(`item ${itemId} has no income account`);
  return account;
}

function addressesOf(customer: JsonObject): JsonObject {
  const billing = customer.BillAddr;
  const shipping = customer.ShipAddr ?? billing;
  return { ...(billing ? { BillAddr: billing } : {}), ...(shipping ? { ShipAddr: shipping } : {}) };
}

function requireTracking(books: Books, form: JsonObject): void {
  const uses = { ClassRef: "AccountingInfoPrefs.ClassTrackingPerTxn", DepartmentRef: "AccountingInfoPrefs.TrackDepartments" };
  for (const [property, preference] of Object.entries(uses)) {
    if (isObject(form[property]) && preferenceOf(books, preference) !== true) throw featureOff(preference);
  }
}
