/** Order lines for the units that are still part of the order. */
import { parseMoney, subtract, sum, times, type Money } from "#app/domain/money/money.ts";
import type { OrderLine, ShippingLine, TaxLine } from "#app/domain/order/order.ts";
import { discountOf } from "./amounts.ts";
import type { LineSnapshot, ShippingLineSnapshot } from "./snapshot.ts";
import { taxLinesOf, WHOLE } from "./tax-lines.ts";

export type LineContext = { currency: string; taxesIncluded: boolean };

export function orderLine(line: LineSnapshot, context: LineContext): OrderLine {
  const { currency } = context;
  const unitPrice = parseMoney(currency, line.originalUnitPriceSet);
  const gross = times(unitPrice, line.currentQuantity);
  const taxLines = line.currentQuantity === 0 ? [] : taxLinesOf(currency, line.taxLines, { part: line.currentQuantity, whole: line.quantity });
  return {
    id: line.id,
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    vendor: line.vendor,
    productType: line.product?.productType ?? null,
    variantId: line.variant?.id ?? null,
    quantity: line.currentQuantity,
    orderedQuantity: line.quantity,
    unfulfilledQuantity: line.unfulfilledQuantity,
    taxable: line.taxable,
    requiresShipping: line.requiresShipping,
    giftCard: line.isGiftCard,
    unitPrice,
    gross,
    discount: line.currentQuantity === line.quantity ? discountOf(currency, line.discountAllocations) : currentDiscount(line, gross, taxLines, context),
    taxLines,
  };
}

/** Allocations count removed units too; what is left of them follows from Shopify's current price of the line, which excludes tax (schema: LineItem.priceAfterAllDiscountsBeforeTaxesSet). */
function currentDiscount(line: LineSnapshot, gross: Money, taxLines: TaxLine[], { currency, taxesIncluded }: LineContext): Money {
  const withoutTax = subtract(gross, parseMoney(currency, line.priceAfterAllDiscountsBeforeTaxesSet));
  return taxesIncluded ? subtract(withoutTax, sum(currency, taxLines.map((tax) => tax.amount))) : withoutTax;
}

/** Removed shipping lines are not asked for. An id may be missing in Shopify's schema; the place in the order stands in. */
export function shippingLine(line: ShippingLineSnapshot, index: number, currency: string): ShippingLine {
  return {
    id: line.id ?? `shipping-${index + 1}`,
    title: line.title,
    gross: parseMoney(currency, line.originalPriceSet),
    discount: discountOf(currency, line.discountAllocations),
    taxLines: taxLinesOf(currency, line.taxLines, WHOLE),
  };
}
