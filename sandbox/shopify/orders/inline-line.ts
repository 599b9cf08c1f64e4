/** Makes one order line of what a script, a person or an edit says; what is left unsaid comes from the catalogue. Must never compute tax. */
import type { Bag } from "../money/bag.ts";
import { formatMinor, parseMinor } from "../money/minor-units.ts";
import type { AllocationRecord, LineRecord, TaxLineRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { toAttribute } from "./rest-shape-people.ts";
import { takeId } from "../state/shop-state.ts";
import type { InlineLine, InlineTaxLine } from "./inline-order-schema.ts";

/** Throws RangeError for an amount that does not fit the shop's currency. */
export function inlineLine(shop: ShopState, line: InlineLine, allocation?: AllocationRecord): LineRecord {
  const product = shop.products.find(({ sku }) => sku === line.sku);
  const title = line.title ?? product?.title ?? line.sku ?? "Item";
  const key = line.sku ?? title;
  shop.catalogue[key] ??= { productId: takeId(shop), variantId: takeId(shop), inventoryItemId: takeId(shop) };
  const { productId, variantId, inventoryItemId } = shop.catalogue[key];
  const giftCard = line.gift_card ?? product?.giftCard ?? false;
  return {
    id: takeId(shop),
    name: title,
    title,
    variantTitle: line.variant_title ?? null,
    sku: line.sku ?? null,
    vendor: line.vendor ?? product?.vendor ?? null,
    quantity: line.quantity,
    currentQuantity: line.quantity,
    fulfilledQuantity: 0,
    taxable: line.taxable ?? (product ? product.taxable : !giftCard),
    requiresShipping: line.requires_shipping ?? !giftCard,
    giftCard,
    unitPrice: sameInBoth(line.price, shop.currency),
    taxLines: (line.tax_lines ?? []).map((tax) => inlineTaxLine(tax, shop.currency)),
    allocations: allocation ? [allocation] : [],
    customAttributes: (line.properties ?? []).map(toAttribute),
    product: { id: productId, productType: line.product_type ?? (giftCard ? "Gift Card" : (product?.productType ?? "")), tags: line.product_tags ?? [], collections: line.collections ?? [] },
    sellingPlan: line.selling_plan ?? null,
    grams: line.grams ?? null,
    variant: { id: variantId, barcode: null, inventoryItemId, tracked: !giftCard, unitCost: line.unit_cost === undefined ? (product?.unitCost ?? null) : line.unit_cost },
  };
}

export function inlineTaxLine(tax: InlineTaxLine, currency: string): TaxLineRecord {
  return { title: tax.title, rate: tax.rate, source: "Shopify", channelLiable: tax.channel_liable ?? false, price: sameInBoth(tax.price, currency) };
}

/** An amount of an order whose buyer pays in the shop's currency. */
export function sameInBoth(amount: string, currency: string): Bag {
  const text = formatMinor(parseMinor(amount, currency), currency);
  return { shop: text, presentment: text };
}
