/** What estimates, invoices, receipts and credit memos have in common on QuickBooks' wire (03 "Matching", 05 §1.5, §1.10). */
import type { CustomField, DocumentLine, DocumentTaxes, SalesFormDocument } from "#app/domain/documents/document.ts";
import { negate } from "#app/domain/money/money.ts";
import type { References } from "#app/pipeline/ports/ledger.ts";
import { LENGTHS } from "../limits.ts";
import { toWireAmount } from "../wire-amount.ts";
import { emailText, noteText, plainText } from "../wire-text.ts";
import { addressToWire } from "./address.ts";
import { type CompanyCurrency, currencyRef, type Existing, identifyingText, present, ref, sparse, UnmappableError, wireDate } from "./wire-body.ts";

/** What is chosen at creation and never sent again by itself: date, number, memo, addresses. */
export function salesHeader(document: SalesFormDocument, references: References, company: CompanyCurrency): Record<string, unknown> {
  const email = emailText(document.email);
  const { chosen = {} } = document;
  return present({
    CustomerRef: ref(references.customerId),
    TxnDate: wireDate(document.date),
    DocNumber: identifyingText(document.number, LENGTHS.docNumber),
    PrivateNote: noteText(document.memo, document.marker),
    CurrencyRef: currencyRef(document.total, company),
    BillAddr: addressToWire(document.billTo, "forms"),
    ShipAddr: addressToWire(document.shipTo, "forms"),
    CustomField: document.customFields?.map(customFieldToWire),
    BillEmail: email === null ? undefined : { Address: email },
    ClassRef: chosen.classId && ref(chosen.classId),
    DepartmentRef: chosen.departmentId && ref(chosen.departmentId),
    ShipDate: chosen.shipDate,
    CustomerMemo: chosen.customerMessage && { value: plainText(chosen.customerMessage, LENGTHS.customerMemo) },
  });
}

const customFieldToWire = ({ id, value }: CustomField) => ({ DefinitionId: id, Type: "StringType", StringValue: value });

/** Lines and tax anew; what is not named, such as the link of an invoice or a deposit account, stays as it is. */
export const updateSalesForm = (document: SalesFormDocument, references: References, existing: Existing): Record<string, unknown> => ({
  ...sparse(existing),
  CustomerRef: ref(references.customerId),
  ...salesFigures(document, references, "lineClasses" in document ? document.lineClasses : undefined),
});

/** All lines and the tax; in an update they go together, because QuickBooks replaces the lines as a whole (05 §1.1). */
export function salesFigures(document: SalesFormDocument, references: References, classes: readonly (string | null)[] = []): Record<string, unknown> {
  const discounted = document.lines.some((line) => isDiscountLine(line));
  return present({
    Line: document.lines.map((line, index) => lineToWire(line, references, modeOf(document), classes[index] ?? line.classId)),
    // Shopify takes discounts off before it works out tax; the total is Shopify's own.
    ApplyTaxAfterDiscount: discounted ? true : undefined,
    ...taxToWire(document),
  });
}

const isDiscountLine = (line: DocumentLine): boolean => line.role === "discount" && line.item === null;

type TaxMode = DocumentTaxes["mode"];

const modeOf = ({ taxes }: SalesFormDocument): TaxMode => taxes?.mode ?? "us";

const CALCULATION = { none: "NotApplicable", exclusive: "TaxExcluded", inclusive: "TaxInclusive" } as const satisfies Record<Exclude<TaxMode, "us">, string>;

/** US: the total alone. Elsewhere Shopify's amount per rate, which stands in for what QuickBooks would work out itself (05 §1.10). */
function taxToWire({ tax, taxes }: SalesFormDocument): Record<string, unknown> {
  const total = { TotalTax: toWireAmount(tax) };
  if (taxes === undefined || !("lines" in taxes)) return taxes?.mode === "none" ? { GlobalTaxCalculation: CALCULATION.none } : { TxnTaxDetail: total };
  const lines = taxes.lines.map(({ rate, net, amount }) => ({
    Amount: toWireAmount(amount),
    DetailType: "TaxLineDetail",
    TaxLineDetail: { TaxRateRef: ref(rate.id), PercentBased: true, TaxPercent: Number(rate.percent), NetAmountTaxable: toWireAmount(net) },
  }));
  return { GlobalTaxCalculation: CALCULATION[taxes.mode], TxnTaxDetail: { ...total, TaxLine: lines } };
}

/** US companies take two words only (error 6100 otherwise); elsewhere every line names a code (error 6000 otherwise). */
function taxCodeOf(line: DocumentLine, mode: TaxMode): string {
  if (mode === "us") return line.taxed ? "TAX" : "NON";
  if (line.taxCode === undefined) throw new UnmappableError(`no tax code is known for the line "${line.description}"`);
  return line.taxCode.id;
}

function lineToWire(line: DocumentLine, references: References, mode: TaxMode, classId: string | null | undefined): Record<string, unknown> {
  const ClassRef = classId ? ref(classId) : undefined;
  const description = plainText(line.description, LENGTHS.description);
  if (isDiscountLine(line)) {
    return present({
      Description: description,
      Amount: toWireAmount(negate(line.amount)),
      DetailType: "DiscountLineDetail",
      DiscountLineDetail: present({ PercentBased: false, DiscountAccountRef: ref(line.account.id), ClassRef }),
    });
  }
  const itemId = line.item === null ? undefined : references.items.get(line.item);
  if (itemId === undefined) throw new UnmappableError(`no QuickBooks item is known for ${line.item ?? `a ${line.role} line`}`);
  return present({
    Description: description,
    Amount: toWireAmount(line.amount),
    DetailType: "SalesItemLineDetail",
    SalesItemLineDetail: present({
      ItemRef: ref(itemId),
      ClassRef,
      Qty: line.quantity,
      UnitPrice: line.unitPrice === null ? undefined : toWireAmount(line.unitPrice),
      TaxCodeRef: mode === "none" ? undefined : ref(taxCodeOf(line, mode)),
      // Where prices include tax `Amount` is without it all the same, and this one is what the buyer saw (ruckus/quickbooks-ruby #346, #569).
      TaxInclusiveAmt: line.withTax === undefined ? undefined : toWireAmount(line.withTax),
    }),
  });
}
