/** The properties of a sales form (estimate, invoice and, later, receipts and credit memos), with the lengths of 05, 1.1 and 1.2. */
import { ADDRESS, EMAIL, ENTITY_FIELDS, LINKED_TXNS, MEMO, REFERENCE } from "./common-fields.ts";
import type { Fields } from "./shape.ts";
import { ANY, BOOLEAN, DATE, NUMBER, choice, known, list, object, text } from "./shape.ts";

const SALES_ITEM_DETAIL = object("SalesItemLineDetail", {
  ItemRef: REFERENCE,
  ClassRef: REFERENCE,
  TaxCodeRef: REFERENCE,
  UnitPrice: NUMBER,
  Qty: NUMBER,
  ServiceDate: DATE,
  TaxInclusiveAmt: NUMBER,
  ...known("UnitCostPrice RatePercent PriceLevelRef MarkupInfo UOMRef ItemAccountRef InventorySiteRef TaxClassificationRef"),
  ...known("DiscountRate DiscountAmt DeferredRevenue RetainageAmount SalesItemLineDetailEx"),
});

const DISCOUNT_DETAIL = object("DiscountLineDetail", {
  PercentBased: BOOLEAN,
  DiscountPercent: NUMBER,
  DiscountAccountRef: REFERENCE,
  ClassRef: REFERENCE,
  TaxCodeRef: REFERENCE,
  ...known("DiscountRef ServiceDate DiscountLineDetailEx"),
});

const TAX_DETAIL = object("TaxLineDetail", {
  TaxRateRef: REFERENCE,
  PercentBased: BOOLEAN,
  TaxPercent: NUMBER,
  NetAmountTaxable: NUMBER,
  ...known("TaxInclusiveAmount OverrideDeltaAmount ServiceDate TaxLineDetailEx"),
});

const LINE_TYPES = ["SalesItemLineDetail", "DiscountLineDetail", "SubTotalLineDetail", "DescriptionOnly", "GroupLineDetail"];

const LINE = object("Line", {
  Id: text(),
  LineNum: NUMBER,
  Description: text(4000),
  Amount: NUMBER,
  LinkedTxn: LINKED_TXNS,
  DetailType: choice(...LINE_TYPES, "TaxLineDetail"),
  SalesItemLineDetail: SALES_ITEM_DETAIL,
  DiscountLineDetail: DISCOUNT_DETAIL,
  TaxLineDetail: TAX_DETAIL,
  SubTotalLineDetail: ANY,
  DescriptionLineDetail: ANY,
  GroupLineDetail: ANY,
  ...known("Received CustomField LineEx ProjectRef CostAmount HomeCostAmount CustomExtensions"),
});

export const SALES_FORM_FIELDS: Fields = {
  ...ENTITY_FIELDS,
  DocNumber: text(21),
  TxnDate: DATE,
  DueDate: DATE,
  ShipDate: DATE,
  CustomerRef: REFERENCE,
  CurrencyRef: REFERENCE,
  ClassRef: REFERENCE,
  DepartmentRef: REFERENCE,
  SalesTermRef: REFERENCE,
  ShipMethodRef: REFERENCE,
  PaymentMethodRef: REFERENCE,
  DepositToAccountRef: REFERENCE,
  CustomerMemo: MEMO,
  PrivateNote: text(4000),
  BillAddr: ADDRESS,
  ShipAddr: ADDRESS,
  ShipFromAddr: ADDRESS,
  BillEmail: EMAIL,
  BillEmailCc: EMAIL,
  BillEmailBcc: EMAIL,
  EmailStatus: choice("NotSet", "NeedToSend", "EmailSent"),
  PrintStatus: choice("NotSet", "NeedToPrint", "PrintComplete"),
  GlobalTaxCalculation: choice("TaxInclusive", "TaxExcluded", "NotApplicable"),
  ApplyTaxAfterDiscount: BOOLEAN,
  ExchangeRate: NUMBER,
  TrackingNum: text(),
  PONumber: text(),
  LinkedTxn: LINKED_TXNS,
  Line: list(LINE),
  TxnTaxDetail: object("TxnTaxDetail", {
    TxnTaxCodeRef: REFERENCE,
    TotalTax: NUMBER,
    TaxLine: list(LINE),
    ...known("DefaultTaxCodeRef TaxReviewStatus UseAutomatedSalesTax"),
  }),
  ...known("TxnSubType TxnSource TaxFormType TaxFormNum TransactionLocationType Tag TxnApprovalInfo RecurDataRef RecurringInfo"),
  ...known("ProjectRef TotalCostAmount HomeTotalCostAmount AutoDocNumber FreeFormAddress RemitToRef SalesRepRef FOB TotalAmt"),
  ...known("HomeTotalAmt ShippingTaxIncludedInTotalTax TemplateRef ARAccountRef Balance HomeBalance FinanceCharge PaymentRefNum"),
  ...known("PaymentType CheckPayment CreditCardPayment DeliveryInfo DiscountRate DiscountAmt GovtTxnRefIdentifier TaxExemptionRef"),
};

/** Computed by QuickBooks on every sales form. */
export const SALES_FORM_READ_ONLY = [
  "TotalAmt",
  "HomeTotalAmt",
  "Balance",
  "HomeBalance",
  "RecurDataRef",
  "TaxExemptionRef",
  "DeliveryInfo",
] as const;

export const TRANSACTION_FILTERS = ["Id", "DocNumber", "TxnDate", "MetaData.CreateTime", "MetaData.LastUpdatedTime", "TotalAmt"] as const;
