/** The lines of a sales form: each checked and completed, then put in QuickBooks' order. Totals are not made here. */
import { companyDigits } from "../company/digits.ts";
import type { Books } from "../company/state.ts";
import { preferenceOf } from "../company/preferences.ts";
import { requireActive, referenceTo, resolveReferences } from "../entities/references.ts";
import { multiplyToMinor, parseDecimal, percentOf } from "../wire/decimal.ts";
import type { JsonObject } from "../wire/json.ts";
import { asText, objectOf, objectsOf, refOf, textOf } from "../wire/json.ts";
import { amountMismatch, businessError, featureOff, requiredMissing, unsupportedOperation, wrongTaxCode } from "../wire/refusals.ts";
import { amountOf, requireAmount } from "./amounts.ts";

/** "At most 750 lines on a taxable sales form" (05, 1.1). */
const MAX_LINES = 750;

/** Not an item but the form's own shipping field (05, 1.11). */
export const SHIPPING_ITEM = "SHIPPING_ITEM_ID";

export type SalesLines = {
  lines: JsonObject[];
  /** Sum of the item lines without shipping, in minor units. */
  subtotal: bigint;
  shipping: bigint;
  discount: bigint;
};

/** Item lines in the sent order, then the subtotal, the discount and shipping, as the form has them. */
export function completeLines(books: Books, form: JsonObject, before: JsonObject | undefined): SalesLines {
  const sent = objectsOf(form, "Line").filter((line) => line.DetailType !== "SubTotalLineDetail");
  if (sent.length > MAX_LINES) throw businessError(`A sales form has ${MAX_LINES} lines at most`);
  const taxed = form.GlobalTaxCalculation !== "NotApplicable";
  const numbered = withLineIds(sent, before);
  const items: JsonObject[] = [];
  const shippingLines: JsonObject[] = [];
  const discountLines: JsonObject[] = [];
  for (const line of numbered) {
    switch (textOf(line, "DetailType")) {
      case "SalesItemLineDetail": {
        const isShipping = refOf(objectOf(line, "SalesItemLineDetail"), "ItemRef") === SHIPPING_ITEM;
        (isShipping ? shippingLines : items).push(isShipping ? completeShipping(books, line, taxed) : completeItem(books, line, taxed));
        break;
      }
      case "DescriptionOnly":
        items.push(line);
        break;
      case "DiscountLineDetail":
        discountLines.push(line);
        break;
      case undefined:
        throw requiredMissing("Line.DetailType");
      default:
        throw unsupportedOperation(`Line.DetailType ${textOf(line, "DetailType")}`);
    }
  }
  const subtotal = sum(books, items);
  const [discountLine, second] = discountLines;
  if (second) throw businessError("A sales form has one discount line at most");
  const discount = discountLine ? completeDiscount(books, discountLine, subtotal) : undefined;
  const subtotalLine = { Amount: amountOf(books, subtotal), DetailType: "SubTotalLineDetail", SubTotalLineDetail: {} };
  return {
    lines: [...items.map(withLineNum), subtotalLine, ...(discount ? [discount] : []), ...shippingLines],
    subtotal,
    shipping: sum(books, shippingLines),
    discount: discount ? requireAmount(books, discount, "Amount") : 0n,
  };
}

/** A sent Id that the form has keeps its line; anything else is a new line with the next number (05, 1.1). */
function withLineIds(lines: JsonObject[], before: JsonObject | undefined): JsonObject[] {
  const existing = objectsOf(before ?? {}, "Line").flatMap((line) => textOf(line, "Id") ?? []);
  let highest = existing.reduce((max, id) => Math.max(max, Number(id)), 0);
  const used = new Set<string>();
  return lines.map((line) => {
    const sent = textOf(line, "Id");
    const kept = sent !== undefined && existing.includes(sent) && !used.has(sent) ? sent : undefined;
    const id = kept ?? String((highest += 1));
    used.add(id);
    return { ...line, Id: id };
  });
}

function withLineNum(line: JsonObject, index: number): JsonObject {
  return { ...line, LineNum: index + 1 };
}

function completeItem(books: Books, line: JsonObject, taxed: boolean): JsonObject {
  const amount = requireAmount(books, line, "Amount");
  const detail = objectOf(line, "SalesItemLineDetail");
  const itemId = refOf(detail, "ItemRef");
  if (itemId === undefined) throw requiredMissing("Line.SalesItemLineDetail.ItemRef");
  const item = requireActive(books, "Item", itemId);
  const type = textOf(item, "Type");
  if (type === "Group" || type === "Category") throw businessError(`A ${type === "Group" ? "bundle" : "category"} cannot stand on a line of its own`);
  requireProduct(books, detail, amount);
  if (refOf(detail, "ClassRef") !== undefined && preferenceOf(books, "AccountingInfoPrefs.ClassTrackingPerTxnLine") !== true) {
    throw featureOff("Class tracking per line");
  }
  const resolved = resolveReferences(books, detail, { ClassRef: "Class" });
  return {
    ...line,
    SalesItemLineDetail: { ...resolved, ItemRef: referenceTo(item), TaxCodeRef: taxCodeOf(books, detail, item, taxed) },
  };
}

function completeShipping(books: Books, line: JsonObject, taxed: boolean): JsonObject {
  if (preferenceOf(books, "SalesFormsPrefs.AllowShipping") !== true) throw businessError("Shipping is not turned on for sales forms");
  requireAmount(books, line, "Amount");
  const detail = objectOf(line, "SalesItemLineDetail");
  return {
    ...line,
    SalesItemLineDetail: { ...detail, ItemRef: { value: SHIPPING_ITEM }, TaxCodeRef: taxCodeOf(books, detail, undefined, taxed) },
  };
}

/** Amount must be UnitPrice × Qty, rounded to the currency, where both are sent (6070). */
function requireProduct(books: Books, detail: JsonObject, amount: bigint): void {
  const quantity = parseDecimal(detail.Qty);
  const price = parseDecimal(detail.UnitPrice);
  if (!quantity || !price) return;
  if (multiplyToMinor(quantity, price, companyDigits(books)) !== amount) throw amountMismatch();
}

/** US: TAX or NON, by default what the item says (6100). Elsewhere: an existing code, required while sales tax is on. */
function taxCodeOf(books: Books, detail: JsonObject, item: JsonObject | undefined, taxed: boolean): JsonObject | undefined {
  const sent = refOf(detail, "TaxCodeRef");
  if (books.state.country === "US") {
    const code = sent ?? (item?.Taxable === true ? "TAX" : "NON");
    if (code !== "TAX" && code !== "NON") throw wrongTaxCode(code);
    return { value: code };
  }
  if (sent !== undefined) return referenceTo(requireActive(books, "TaxCode", sent));
  if (taxed && preferenceOf(books, "TaxPrefs.UsingSalesTax") === true) throw businessError("Make sure all your lines have a tax code before you save");
  return undefined;
}

function completeDiscount(books: Books, line: JsonObject, subtotal: bigint): JsonObject {
  if (preferenceOf(books, "SalesFormsPrefs.AllowDiscount") !== true) throw businessError("Discounts are not turned on for sales forms");
  const detail = objectOf(line, "DiscountLineDetail");
  const accountId = refOf(detail, "DiscountAccountRef") ?? preferenceOf(books, "SalesFormsPrefs.DefaultDiscountAccount");
  const account = requireActive(books, "Account", asText(accountId));
  const percent = detail.PercentBased === true ? parseDecimal(detail.DiscountPercent) : undefined;
  if (detail.PercentBased === true && !percent) throw requiredMissing("Line.DiscountLineDetail.DiscountPercent");
  const amount = percent ? percentOf(subtotal, percent) : requireAmount(books, line, "Amount");
  return {
    ...line,
    Amount: amountOf(books, amount),
    DiscountLineDetail: { PercentBased: false, ...detail, DiscountAccountRef: referenceTo(account) },
  };
}

function sum(books: Books, lines: JsonObject[]): bigint {
  return lines
    .filter((line) => line.DetailType === "SalesItemLineDetail")
    .reduce((total, line) => total + requireAmount(books, line, "Amount"), 0n);
}
