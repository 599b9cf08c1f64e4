/** Order lines for the units that are still part of the order. */
import { add, parseMoney, subtract, sum, times, type Money } from "#app/domain/money/money.ts";
import { mergedTaxLines, type Sale } from "#app/domain/order/change.ts";
import type { Attribute, OrderLine, ShippingLine, TaxLine } from "#app/domain/order/order.ts";
import { discountOf } from "./amounts.ts";
import type { LineSnapshot, ShippingLineSnapshot } from "./snapshot.ts";
import { taxLinesOf, WHOLE } from "./tax-lines.ts";

/** `takenBack`: every sale of the order that was reversed. `services`: of its fulfilments. */
export type LineContext = { currency: string; taxesIncluded: boolean; takenBack: readonly Sale[]; services: readonly string[] };

export function orderLine(line: LineSnapshot, context: LineContext): OrderLine {
  const { currency } = context;
  const unitPrice = parseMoney(currency, line.originalUnitPriceSet);
  const gross = times(unitPrice, line.currentQuantity);
  const reversed = context.takenBack.filter(({ lineId }) => lineId === line.id);
  const taxLines = currentTaxLines(line, reversed, currency);
  return {
    id: line.id,
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    vendor: line.vendor,
    productType: line.product?.productType ?? null,
    productTags: line.product?.tags ?? [],
    collections: line.product?.collections?.map(({ title }) => title) ?? [],
    properties: attributesOf(line.customAttributes),
    sellingPlan: line.sellingPlan?.name ?? null,
    fulfilmentServices: line.unfulfilledQuantity < line.currentQuantity ? [...context.services] : [],
    weightGrams: line.weight ? gramsOf(line.weight) : null,
    variantId: line.variant?.id ?? null,
    unitCost: unitCostIn(line.variant),
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

function unitCostIn(variant: LineSnapshot["variant"]): OrderLine["unitCost"] {
  const cost = variant?.inventoryItem?.unitCost;
  return cost ? { currency: cost.currencyCode, amount: cost.amount } : null;
}

/** Names that begin with an underscore are hidden from buyers, and are as good to rules as any. */
export const attributesOf = (attributes: LineSnapshot["customAttributes"] = []): Attribute[] => attributes.flatMap(({ key, value }) => (value === null ? [] : [{ name: key, value }]));

/** Of Shopify's WeightUnit, per unit; a weight of another unit is unknown. */
const GRAMS: ReadonlyMap<string, number> = new Map([["GRAMS", 1], ["KILOGRAMS", 1_000], ["OUNCES", 28.349523125], ["POUNDS", 453.59237]]);

function gramsOf({ value, unit }: NonNullable<LineSnapshot["weight"]>): number | null {
  const grams = GRAMS.get(unit);
  return grams === undefined ? null : Math.round(value * grams);
}

/** Allocations count removed units too; what is left of them follows from Shopify's current price of the line, which excludes tax (schema: LineItem.priceAfterAllDiscountsBeforeTaxesSet). */
function currentDiscount(line: LineSnapshot, gross: Money, taxLines: TaxLine[], { currency, taxesIncluded }: LineContext): Money {
  const withoutTax = subtract(gross, parseMoney(currency, line.priceAfterAllDiscountsBeforeTaxesSet));
  return taxesIncluded ? subtract(withoutTax, sum(currency, taxLines.map((tax) => tax.amount))) : withoutTax;
}

/** Shopify's tax lines count units that were taken back; its sales say to the cent how much tax went back with them. Without sales the share of the units stands in. */
function currentTaxLines(line: LineSnapshot, reversed: readonly Sale[], currency: string): TaxLine[] {
  if (line.currentQuantity === 0) return [];
  if (reversed.length === 0) return taxLinesOf(currency, line.taxLines, { part: line.currentQuantity, whole: line.quantity });
  return mergedTaxLines([...taxLinesOf(currency, line.taxLines, WHOLE), ...reversed.flatMap(({ taxLines }) => taxLines)]);
}

/** Removed shipping lines are not asked for, and refunded ones are told in full. An id may be missing in Shopify's schema; the place in the order stands in. */
export function shippingLine(line: ShippingLineSnapshot, index: number, { currency, taxesIncluded, takenBack }: Omit<LineContext, "services">): ShippingLine {
  const reversed = takenBack.filter(({ of, lineId }) => of === "shipping" && lineId === line.id);
  const taxes = reversed.flatMap(({ taxLines }) => taxLines);
  const back = sum(currency, [...reversed.map(({ amount }) => amount), ...(taxesIncluded ? taxes.map(({ amount }) => amount) : [])]);
  return {
    id: line.id ?? `shipping-${index + 1}`,
    title: line.title,
    carrier: line.carrierIdentifier ?? null,
    gross: add(parseMoney(currency, line.originalPriceSet), back),
    discount: discountOf(currency, line.discountAllocations),
    taxLines: mergedTaxLines([...taxLinesOf(currency, line.taxLines, WHOLE), ...taxes]),
  };
}
