/** What is read of QuickBooks' answers, parsed at the edge; unknown properties are dropped, since Intuit adds new ones freely. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

const ref = z.object({ value: z.string(), name: z.string().optional() });
const date = z.string().transform((text, context) => {
  const day = /^(\d{4}-\d{2}-\d{2})/.exec(text)?.[1];
  if (day !== undefined) {
    try {
      return Temporal.PlainDate.from(day, { overflow: "reject" });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  context.addIssue(`"${text}" is not a date`);
  return z.NEVER;
});
/** A time of QuickBooks, such as `2026-11-02T10:00:00-08:00`; null where it is left out or is no time, since nothing hangs on it but a second look. */
const timeOrNull = z.string().transform((text) => Temporal.Instant.from(text)).nullable().catch(null);
const linkedTxn = z.object({ TxnId: z.string(), TxnType: z.string() });

const transaction = z.object({
  Id: z.string(),
  SyncToken: z.string(),
  TxnDate: date,
  CustomerRef: ref,
  TotalAmt: z.number(),
  CurrencyRef: ref.optional(),
  PrivateNote: z.string().optional(),
  LinkedTxn: z.array(linkedTxn).optional(),
  MetaData: z.object({ CreateTime: timeOrNull }).optional(),
});
const salesForm = transaction.extend({ DocNumber: z.string().optional(), TxnTaxDetail: z.object({ TotalTax: z.number().optional() }).optional() });

const classed = z.object({ ClassRef: ref.optional() });
const formLine = z.object({
  Amount: z.number().default(0), DetailType: z.string(),
  SalesItemLineDetail: classed.extend({ ItemRef: ref.optional() }).optional(), DiscountLineDetail: classed.optional(),
});
/** With what a person may have put on it. */
const editableForm = salesForm.extend({
  ClassRef: ref.optional(), Line: z.array(formLine).default([]), CustomField: z.array(z.object({ DefinitionId: z.string(), StringValue: z.string().optional() })).default([]),
});
export type WireEditableForm = z.infer<typeof editableForm>;
export const estimateSchema = editableForm.extend({ TxnStatus: z.string() });
export const invoiceSchema = editableForm.extend({ Balance: z.number() });
export const paymentSchema = transaction.extend({
  UnappliedAmt: z.number(),
  PaymentRefNum: z.string().optional(),
  DepositToAccountRef: ref.optional(),
  Line: z.array(z.object({ Amount: z.number(), LinkedTxn: z.array(linkedTxn).optional() })).optional(),
});

export const salesReceiptSchema = editableForm.extend({ DepositToAccountRef: ref.optional() });
export const refundReceiptSchema = salesForm.extend({ DepositToAccountRef: ref.optional() });
export const creditMemoSchema = salesForm.extend({ RemainingCredit: z.number().default(0) });
/** An expense names a customer or a vendor, or nobody. */
export const purchaseSchema = transaction.omit({ CustomerRef: true }).extend({ EntityRef: ref.optional(), AccountRef: ref.optional(), DocNumber: z.string().optional() });

/** A bank deposit, which names nobody and has no number. */
export const bankDepositSchema = transaction.omit({ CustomerRef: true });

/** `ShipTo`: the customer, where it is shipped to one. */
export const purchaseOrderSchema = transaction.omit({ CustomerRef: true }).extend({
  ShipTo: ref.optional(), DocNumber: z.string().optional(), POStatus: z.string().optional(), EmailStatus: z.string().optional(),
});
export type WirePurchaseOrder = z.infer<typeof purchaseOrderSchema>;

/** Lines that are not payments, such as fees, link nothing. */
export const depositSchema = z.object({ Id: z.string(), TxnDate: date, Line: z.array(z.object({ LinkedTxn: z.array(linkedTxn).optional() })).default([]) });

export const customerSchema = z.object({
  Id: z.string(), DisplayName: z.string(), Active: z.boolean().default(true), PrimaryEmailAddr: z.object({ Address: z.string().optional() }).optional(),
  CurrencyRef: ref.optional(), Taxable: z.boolean().optional(),
});

export const vendorSchema = z.object({ Id: z.string(), DisplayName: z.string(), Active: z.boolean().default(true), CurrencyRef: ref.optional() });

export const itemSchema = z.object({
  Id: z.string(), Name: z.string(), Sku: z.string().optional(), Type: z.string().optional(), IncomeAccountRef: ref.optional(),
  /** Purchasing information; a cost of 0 is what an item has that nobody gave one. */
  ExpenseAccountRef: ref.optional(), PrefVendorRef: ref.optional(), PurchaseCost: z.number().optional(),
  /** A price of 0 is what an item has that nobody gave one. */
  UnitPrice: z.number().optional(), SalesTaxIncluded: z.boolean().optional(),
});
export const salesItemSchema = itemSchema.extend({ IncomeAccountRef: ref });
/** A bundle, of type `Group`. A quantity that is left out is one. */
export const groupItemSchema = itemSchema.extend({ ItemGroupDetail: z.object({ ItemGroupLine: z.array(z.object({ ItemRef: ref, Qty: z.number().default(1) })).default([]) }).default({ ItemGroupLine: [] }) });

export const accountSchema = z.object({ Id: z.string(), Name: z.string(), AccountType: z.string(), Active: z.boolean().default(true), CurrencyRef: ref.optional(), CurrentBalance: z.number().optional() });

/** The rates of a code for sales; purchases have a list of their own. */
export const taxCodeSchema = z.object({
  Id: z.string(), Name: z.string(), Active: z.boolean().default(true),
  SalesTaxRateList: z.object({ TaxRateDetail: z.array(z.object({ TaxRateRef: ref })).default([]) }).optional(),
});
export const taxRateSchema = z.object({ Id: z.string(), Name: z.string(), RateValue: z.number().nonnegative().optional() });

export const companyInfoSchema = z.object({ CompanyName: z.string(), Country: z.string() });

/** Terms, classes, locations and payment methods. */
export const termSchema = z.object({ Id: z.string(), Name: z.string(), Active: z.boolean().default(true) });

/** A preference that is left out is off. */
const off = z.boolean().default(false);

/** Whether the fields are used stands in one list (`UseSalesCustom1`), their names in another (`SalesCustomName1`); the digit is the field's id (Intuit, Preferences). */
const customFieldPrefs = z
  .array(z.object({ CustomField: z.array(z.object({ Name: z.string(), BooleanValue: z.boolean().optional(), StringValue: z.string().optional() })).default([]) }))
  .default([])
  .transform((lists) => {
    const settings = lists.flatMap(({ CustomField }) => CustomField);
    const used = (id: string): boolean => settings.some(({ Name, BooleanValue }) => Name === `SalesFormsPrefs.UseSalesCustom${id}` && BooleanValue === true);
    return settings.flatMap(({ Name, StringValue }) => {
      const id = /^SalesFormsPrefs\.SalesCustomName(\d+)$/.exec(Name)?.[1];
      return id !== undefined && StringValue !== undefined && used(id) ? [{ id, name: StringValue }] : [];
    });
  });

export const preferencesSchema = z.object({
  SalesFormsPrefs: z.object({ AllowEstimates: off, AllowDiscount: off, CustomTxnNumbers: off, AutoApplyCredit: off, AutoApplyPayments: off, AllowShipping: off, CustomField: customFieldPrefs }),
  AccountingInfoPrefs: z.object({ BookCloseDate: date.optional(), ClassTrackingPerTxn: off, ClassTrackingPerTxnLine: off, TrackDepartments: off }).optional(),
  TaxPrefs: z.object({ UsingSalesTax: off }).optional(),
  /** Left out where the company does not say whether it has purchase orders. */
  ProductAndServicesPrefs: z.object({ InventoryAndPurchaseOrder: z.boolean().optional() }).optional(),
  CurrencyPrefs: z.object({ MultiCurrencyEnabled: off, HomeCurrency: z.object({ value: z.string() }) }),
});

export type WireTransaction = z.infer<typeof transaction>;
/**
 * `{ "QueryResponse": { "Invoice": […] } }` → the rows. A page without rows has no list (recorded: all-alt_select-5).
 * Null when the answer is something else.
 */
export function readRows(entity: string, body: unknown): unknown[] | null {
  const parsed = z.object({ QueryResponse: z.looseObject({ [entity]: z.array(z.unknown()).default([]) }) }).safeParse(body);
  const rows = parsed.data?.QueryResponse[entity];
  return Array.isArray(rows) ? rows : null;
}
