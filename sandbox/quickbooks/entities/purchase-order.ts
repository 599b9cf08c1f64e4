/** Purchase orders: what a vendor is to send, here or to a customer. They never post; bills, which would link them, are not simulated. */
import { companyDigits } from "../company/digits.ts";
import { preferenceOf } from "../company/preferences.ts";
import type { Books } from "../company/state.ts";
import { amountOf, requireAmount } from "../rules/amounts.ts";
import { documentCurrency } from "../rules/document-currency.ts";
import { withDocNumber } from "../rules/doc-number.ts";
import { multiplyToMinor, parseDecimal } from "../wire/decimal.ts";
import type { JsonObject } from "../wire/json.ts";
import { objectOf, objectsOf, refOf, textOf } from "../wire/json.ts";
import { amountMismatch, businessError, featureOff, requiredMissing, wrongTaxCode } from "../wire/refusals.ts";
import { serverDate } from "../wire/timestamps.ts";
import { ADDRESS, EMAIL, ENTITY_FIELDS, LINKED_TXNS, REFERENCE } from "./common-fields.ts";
import type { EntityDefinition } from "./definition.ts";
import { referenceTo, requireActive, resolveReferences } from "./references.ts";
import { TRANSACTION_FILTERS } from "./sales-form-fields.ts";
import { ANY, DATE, NUMBER, choice, known, list, object, text } from "./shape.ts";

const DETAIL = object("ItemBasedExpenseLineDetail", {
  ItemRef: REFERENCE,
  ClassRef: REFERENCE,
  CustomerRef: REFERENCE,
  TaxCodeRef: REFERENCE,
  Qty: NUMBER,
  UnitPrice: NUMBER,
  BillableStatus: choice("Billable", "NotBillable", "HasBeenBilled"),
  ...known("UnitCostPrice RatePercent PriceLevelRef MarkupInfo UOMRef ItemAccountRef InventorySiteRef TaxClassificationRef TaxInclusiveAmt ItemBasedExpenseLineDetailEx"),
});

export const purchaseOrder: EntityDefinition = {
  name: "PurchaseOrder",
  fields: {
    ...ENTITY_FIELDS,
    DocNumber: text(21),
    TxnDate: DATE,
    DueDate: DATE,
    VendorRef: REFERENCE,
    APAccountRef: REFERENCE,
    CurrencyRef: REFERENCE,
    ClassRef: REFERENCE,
    DepartmentRef: REFERENCE,
    ShipMethodRef: REFERENCE,
    ShipTo: REFERENCE,
    ShipAddr: ADDRESS,
    VendorAddr: ADDRESS,
    POEmail: EMAIL,
    POStatus: choice("Open", "Closed"),
    EmailStatus: choice("NotSet", "NeedToSend", "EmailSent"),
    GlobalTaxCalculation: choice("TaxInclusive", "TaxExcluded", "NotApplicable"),
    Memo: text(4000),
    PrivateNote: text(4000),
    ExchangeRate: NUMBER,
    Line: list(
      object("Line", {
        ...{ Id: text(), LineNum: NUMBER, Amount: NUMBER, Description: text(4000), LinkedTxn: LINKED_TXNS, LineEx: ANY },
        ...{ DetailType: choice("ItemBasedExpenseLineDetail"), ItemBasedExpenseLineDetail: DETAIL },
      }),
    ),
    ...known("TxnSubType TxnStatus LinkedTxn TxnTaxDetail TxnSource TaxFormType TaxFormNum TransactionLocationType Tag TxnApprovalInfo"),
    ...known("RecurDataRef RecurringInfo ProjectRef TotalCostAmount HomeTotalCostAmount TotalAmt BillEmail ReplyEmail TaxCodeRef SalesTermRef"),
    ...known("ReimbursableInfoRef ExpectedDate DropShipToEntity InventorySiteRef FOB TemplateRef PrintStatus ManuallyClosed PurchaseOrderEx"),
  },
  readOnly: ["TotalAmt", "LinkedTxn", "RecurDataRef"],
  idSpace: "Transaction",
  filterable: [...TRANSACTION_FILTERS, "VendorRef", "DueDate"],
  kind: "transaction",
  complete(books, draft, before, options) {
    if (preferenceOf(books, "ProductAndServicesPrefs.InventoryAndPurchaseOrder") !== true) throw featureOff("Purchase orders");
    requireClasses(books, draft);
    const vendor = vendorOf(books, draft);
    requirePayable(books, draft);
    const lines = objectsOf(draft, "Line");
    if (lines.length === 0) throw requiredMissing("Line");
    const total = lines.reduce((sum, line) => sum + requireAmount(books, line, "Amount"), 0n);
    const numbered = withDocNumber(books, "PurchaseOrder", draft, before, options);
    const resolved = resolveReferences(books, numbered, { APAccountRef: "Account", ClassRef: "Class", DepartmentRef: "Department", ShipTo: "Customer" });
    return {
      TxnDate: serverDate(books.now), POStatus: "Open", EmailStatus: "NotSet", ...resolved,
      VendorRef: referenceTo(vendor),
      ...documentCurrency(books, draft, vendor),
      Line: lines.map((line, index) => ({ ...completeLine(books, line), Id: String(index + 1), LineNum: index + 1 })),
      LinkedTxn: objectsOf(before ?? {}, "LinkedTxn"),
      TotalAmt: amountOf(books, total),
    };
  },
};

function vendorOf(books: Books, draft: JsonObject): JsonObject {
  const id = refOf(draft, "VendorRef");
  if (id === undefined) throw requiredMissing("VendorRef");
  return requireActive(books, "Vendor", id);
}

function requirePayable(books: Books, draft: JsonObject): void {
  const id = refOf(draft, "APAccountRef");
  if (id === undefined) throw requiredMissing("APAccountRef");
  if (textOf(requireActive(books, "Account", id), "AccountType") !== "Accounts Payable") throw businessError("Select an accounts payable account");
}

function requireClasses(books: Books, draft: JsonObject): void {
  const tracked = { ClassRef: "AccountingInfoPrefs.ClassTrackingPerTxn", DepartmentRef: "AccountingInfoPrefs.TrackDepartments" };
  for (const [property, preference] of Object.entries(tracked)) if (refOf(draft, property) !== undefined && preferenceOf(books, preference) !== true) throw featureOff(preference);
}

function completeLine(books: Books, line: JsonObject): JsonObject {
  const detail = objectOf(line, "ItemBasedExpenseLineDetail");
  const itemId = refOf(detail, "ItemRef");
  if (itemId === undefined) throw requiredMissing("Line.ItemBasedExpenseLineDetail.ItemRef");
  const item = requireActive(books, "Item", itemId);
  if (refOf(item, "ExpenseAccountRef") === undefined) throw businessError(`The item ${textOf(item, "Name") ?? itemId} has no expense account: it is not bought from vendors`);
  const [quantity, price] = [parseDecimal(detail.Qty), parseDecimal(detail.UnitPrice)];
  if (quantity && price && multiplyToMinor(quantity, price, companyDigits(books)) !== requireAmount(books, line, "Amount")) throw amountMismatch();
  if (refOf(detail, "ClassRef") !== undefined && preferenceOf(books, "AccountingInfoPrefs.ClassTrackingPerTxnLine") !== true) throw featureOff("Class tracking per line");
  const code = refOf(detail, "TaxCodeRef");
  if (code !== undefined && books.state.country === "US" && code !== "TAX" && code !== "NON") throw wrongTaxCode(code);
  return { ...line, ItemBasedExpenseLineDetail: { ...resolveReferences(books, detail, { ClassRef: "Class", CustomerRef: "Customer", TaxCodeRef: "TaxCode" }), ItemRef: referenceTo(item) } };
}
