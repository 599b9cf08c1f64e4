/** Company preferences: their defaults, setting them by name, reading them. Must not decide what they mean. */
import { Temporal } from "temporal-polyfill";
import type { Json, JsonObject } from "../wire/json.ts";
import { currencyDigits } from "../wire/decimal.ts";
import { isObject, objectOf } from "../wire/json.ts";
import { findRow, replaceRow } from "../store/rows.ts";
import { currencyReference } from "../entities/currency.ts";
import type { Books, CompanyState } from "./state.ts";

/** A new company's preferences; accounts are filled in by id. Auto-apply is off in play, unlike Intuit's sandbox (ASSUMPTIONS.md). */
export function defaultPreferences(currency: string, roles: CompanyState["roles"]): JsonObject {
  return {
    AccountingInfoPrefs: {
      UseAccountNumbers: false,
      TrackDepartments: false,
      ClassTrackingPerTxn: false,
      ClassTrackingPerTxnLine: false,
      FirstMonthOfFiscalYear: "January",
      TaxYearMonth: "January",
      CustomerTerminology: "Customers",
    },
    ProductAndServicesPrefs: {
      ForSales: true,
      ForPurchase: true,
      QuantityWithPriceAndRate: true,
      QuantityOnHand: true,
      InventoryAndPurchaseOrder: true,
    },
    SalesFormsPrefs: {
      CustomTxnNumbers: true,
      AllowEstimates: true,
      AllowDiscount: true,
      AllowShipping: false,
      AllowDeposit: false,
      AllowServiceDate: false,
      AutoApplyCredit: false,
      AutoApplyPayments: false,
      UsingProgressInvoicing: false,
      DefaultDiscountAccount: roles.discounts,
      DefaultShippingAccount: roles.shipping,
      DefaultDeliveryMethod: "None",
      ETransactionPaymentEnabled: false,
    },
    VendorAndPurchasesPrefs: { EnableBills: true, TrackingByCustomer: false, BillableExpenseTracking: false },
    TaxPrefs: { UsingSalesTax: true, PartnerTaxEnabled: true },
    CurrencyPrefs: { MultiCurrencyEnabled: false, HomeCurrency: currencyReference(currency) },
    ReportPrefs: { ReportBasis: "Accrual", CalcAgingReportFromTxnDate: false },
    OtherPrefs: { NameValue: [] },
  };
}

/** Settings that a company may have beside those every company starts with (Intuit's Preferences type). */
const OPTIONAL_NAMES = new Set([
  "AccountingInfoPrefs.BookCloseDate",
  "AccountingInfoPrefs.DepartmentTerminology",
  "SalesFormsPrefs.DefaultTerms",
  "SalesFormsPrefs.DefaultCustomerMessage",
  "SalesFormsPrefs.EstimateMessage",
  "SalesFormsPrefs.CustomField",
  "TaxPrefs.TaxGroupCodeRef",
  "TaxPrefs.HideTaxManagement",
]);

/** The value of a preference by its dotted name, such as `SalesFormsPrefs.CustomTxnNumbers`. */
export function preferenceOf(books: Books, name: string): Json | undefined {
  const [section = "", property = ""] = name.split(".");
  return objectOf(preferencesRow(books), section)[property];
}

/**
 * Sets preferences given by dotted names, by nested objects or both.
 * Throws Error for a name QuickBooks does not have, so that a typing mistake in a script does not pass silently.
 */
export function setPreferences(books: Books, values: JsonObject): void {
  let row = preferencesRow(books);
  for (const [name, value] of Object.entries(flatten(values))) {
    const [section = "", property = ""] = name.split(".");
    const known = objectOf(row, section);
    if (!Object.hasOwn(known, property) && !OPTIONAL_NAMES.has(name)) throw new Error(`QuickBooks has no preference ${name}`);
    if (name === MULTICURRENCY) requireSwitchable(books, value);
    if (name.endsWith(".BookCloseDate") && typeof value === "string") Temporal.PlainDate.from(value);
    row = { ...row, [section]: { ...known, [property]: value } };
  }
  replaceRow(books, "Preferences", row);
}

const MULTICURRENCY = "CurrencyPrefs.MultiCurrencyEnabled";

/** QuickBooks never lets multicurrency be switched off. In a currency without decimals it has to come first here, because what is booked is kept in whole units by then. */
function requireSwitchable(books: Books, value: Json | undefined): void {
  if (value !== true && preferenceOf(books, MULTICURRENCY) === true) throw new Error("multicurrency cannot be switched off");
  const booked = Object.keys(books.state.ledger.entries).length > 0;
  if (value === true && booked && currencyDigits(books.state.currency) === 0) throw new Error("switching multicurrency on in a company without decimals that has transactions is not simulated");
}

function preferencesRow(books: Books): JsonObject {
  return findRow(books, "Preferences", "1") ?? {};
}

function flatten(values: JsonObject): JsonObject {
  const flat: JsonObject = {};
  for (const [name, value] of Object.entries(values)) {
    if (name.includes(".") || !isObject(value)) flat[name] = value;
    else for (const [property, inner] of Object.entries(value)) flat[`${name}.${property}`] = inner;
  }
  return flat;
}
