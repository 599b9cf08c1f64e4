/** The parts that order and refund webhooks share: amounts, taxes, discounts, lines and shipping lines in Shopify's REST shape. */
import type { Bag, BagCurrencies } from "../money/bag.ts";
import { unfulfilledQuantity } from "../orders/order-status.ts";
import type { AllocationRecord, LineRecord, OrderRecord, ShippingLineRecord, TaxLineRecord } from "../state/order-record.ts";

export function moneySet(bag: Bag, { currency, presentmentCurrency }: BagCurrencies): Record<string, unknown> {
  return {
    shop_money: { amount: bag.shop, currency_code: currency },
    presentment_money: { amount: bag.presentment, currency_code: presentmentCurrency },
  };
}

export function amount(name: string, bag: Bag, currencies: BagCurrencies): Record<string, unknown> {
  return { [name]: bag.shop, [`${name}_set`]: moneySet(bag, currencies) };
}

export function taxLine(tax: TaxLineRecord, order: OrderRecord): Record<string, unknown> {
  return { title: tax.title, rate: tax.rate, channel_liable: tax.channelLiable, ...amount("price", tax.price, order) };
}

export function allocation(record: AllocationRecord, order: OrderRecord): Record<string, unknown> {
  return { ...amount("amount", record.amount, order), discount_application_index: record.application };
}

export function lineItem(line: LineRecord, order: OrderRecord): Record<string, unknown> {
  return {
    id: Number(line.id),
    admin_graphql_api_id: `gid://shopify/LineItem/${line.id}`,
    name: line.name,
    title: line.title,
    variant_title: line.variantTitle,
    sku: line.sku,
    vendor: line.vendor,
    quantity: line.quantity,
    current_quantity: line.currentQuantity,
    fulfillable_quantity: unfulfilledQuantity(line),
    taxable: line.taxable,
    requires_shipping: line.requiresShipping,
    gift_card: line.giftCard,
    product_id: line.product && Number(line.product.id),
    variant_id: line.variant && Number(line.variant.id),
    ...amount("price", line.unitPrice, order),
    tax_lines: line.taxLines.map((tax) => taxLine(tax, order)),
    discount_allocations: line.allocations.map((record) => allocation(record, order)),
  };
}

export function shippingLine(line: ShippingLineRecord, order: OrderRecord): Record<string, unknown> {
  return {
    id: Number(line.id),
    title: line.title,
    code: line.code,
    source: line.source,
    is_removed: line.removed,
    ...amount("price", line.price, order),
    tax_lines: line.taxLines.map((tax) => taxLine(tax, order)),
    discount_allocations: line.allocations.map((record) => allocation(record, order)),
  };
}
