/** What estimates, invoices, receipts and credit memos have in common on QuickBooks' wire, as US companies take it (03 "Matching", 05 §1.5, §1.10). */
import type { DocumentLine, SalesFormDocument } from "#app/domain/documents/document.ts";
import { negate } from "#app/domain/money/money.ts";
import type { References } from "#app/pipeline/ports/ledger.ts";
import { LENGTHS } from "../limits.ts";
import { toWireAmount } from "../wire-amount.ts";
import { emailText, noteText, plainText } from "../wire-text.ts";
import { addressToWire } from "./address.ts";
import { type CompanyCurrency, currencyRef, identifyingText, present, ref, UnmappableError, wireDate } from "./wire-body.ts";

/** What is chosen at creation and never sent again by itself: date, number, memo, addresses. */
export function salesHeader(document: SalesFormDocument, references: References, company: CompanyCurrency): Record<string, unknown> {
  const email = emailText(document.email);
  return present({
    CustomerRef: ref(references.customerId),
    TxnDate: wireDate(document.date),
    DocNumber: identifyingText(document.number, LENGTHS.docNumber),
    PrivateNote: noteText(document.memo, document.marker),
    CurrencyRef: currencyRef(document.total, company),
    BillAddr: addressToWire(document.billTo, "forms"),
    ShipAddr: addressToWire(document.shipTo, "forms"),
    BillEmail: email === null ? undefined : { Address: email },
  });
}

/** All lines and the tax; in an update they go together, because QuickBooks replaces the lines as a whole (05 §1.1). */
export function salesFigures(document: SalesFormDocument, references: References): Record<string, unknown> {
  const discounted = document.lines.some((line) => isDiscountLine(line));
  return present({
    Line: document.lines.map((line) => lineToWire(line, references)),
    // Shopify takes discounts off before it works out tax; the total is Shopify's own.
    ApplyTaxAfterDiscount: discounted ? true : undefined,
    TxnTaxDetail: { TotalTax: toWireAmount(document.tax) },
  });
}

const isDiscountLine = (line: DocumentLine): boolean => line.role === "discount" && line.item === null;

function lineToWire(line: DocumentLine, references: References): Record<string, unknown> {
  const description = plainText(line.description, LENGTHS.description);
  if (isDiscountLine(line)) {
    return present({
      Description: description,
      Amount: toWireAmount(negate(line.amount)),
      DetailType: "DiscountLineDetail",
      DiscountLineDetail: { PercentBased: false, DiscountAccountRef: ref(line.account.id) },
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
      Qty: line.quantity,
      UnitPrice: line.unitPrice === null ? undefined : toWireAmount(line.unitPrice),
      // US companies take these two words only (error 6100 otherwise).
      TaxCodeRef: ref(line.taxed ? "TAX" : "NON"),
    }),
  });
}
