/** An order in Shopify's REST shape, the body of every orders/… webhook (the same keys as the rest_order_* samples, those that matter). */
import type { Bag, BagCurrencies } from '../money/bag.ts';
import { formatBag } from '../money/bag.ts';
import { inZone } from '../orders/instants.ts';
import { financialStatus, fulfillmentStatus, unfulfilledQuantity } from '../orders/order-status.ts';
import { paymentTotals } from '../orders/payment-totals.ts';
import { orderTaxLines, priceTotals } from '../orders/price-totals.ts';
import { gatewayNames } from '../orders/transactions.ts';
import type { AllocationRecord, FulfillmentRecord, LineRecord, OrderRecord, ShippingLineRecord, TaxLineRecord, TransactionRecord } from '../state/order-record.ts';
import type { ShopState } from '../state/shop-state.ts';

const FULFILLMENT_WORDS = { FULFILLED: 'fulfilled', PARTIALLY_FULFILLED: 'partial', UNFULFILLED: null } as const;

export function orderPayload(order: OrderRecord, shop: ShopState): Record<string, unknown> {
  const at = (utc: string | null): string | null => utc && inZone(utc, shop.timeZone);
  const totals = priceTotals(order);
  return {
    id: Number(order.id),
    admin_graphql_api_id: `gid://shopify/Order/${order.id}`,
    name: order.name,
    order_number: order.number,
    confirmation_number: order.confirmationNumber,
    po_number: order.poNumber,
    note: order.note,
    test: order.test,
    tags: order.tags.join(', '),
    source_name: order.sourceName,
    email: order.email,
    phone: order.phone,
    created_at: at(order.createdAt),
    processed_at: at(order.processedAt),
    updated_at: at(order.updatedAt),
    cancelled_at: at(order.cancelledAt),
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    closed_at: at(order.closedAt),
    currency: order.currency,
    presentment_currency: order.presentmentCurrency,
    taxes_included: order.taxesIncluded,
    tax_exempt: order.taxExempt,
    financial_status: financialStatus(order).toLowerCase(),
    fulfillment_status: FULFILLMENT_WORDS[fulfillmentStatus(order)],
    payment_gateway_names: gatewayNames(order),
    ...amount('total_price', totals.totalPrice, order),
    ...amount('subtotal_price', totals.subtotalPrice, order),
    ...amount('total_tax', totals.totalTax, order),
    ...amount('total_discounts', totals.totalDiscounts, order),
    ...amount('current_total_price', totals.currentTotalPrice, order),
    ...amount('current_subtotal_price', totals.currentSubtotalPrice, order),
    ...amount('current_total_tax', totals.currentTotalTax, order),
    ...amount('current_total_discounts', totals.currentTotalDiscounts, order),
    total_shipping_price_set: moneySet(totals.totalShippingPrice, order),
    total_tip_received: order.tip.shop,
    total_outstanding: formatBag(paymentTotals(order).outstanding, order).shop,
    discount_codes: order.discountApplications.filter(({ kind }) => kind === 'code').map(({ label }) => ({ code: label })),
    note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
    customer: customerPayload(order, shop),
    tax_lines: orderTaxLines(order).map((tax) => taxLine(tax, order)),
    line_items: order.lines.map((line) => lineItem(line, order)),
    shipping_lines: order.shippingLines.map((line) => shippingLine(line, order)),
    fulfillments: order.fulfillments.map((fulfillment) => fulfillmentPayload(fulfillment, order, shop)),
    refunds: order.refunds.map(({ id, note }) => ({ id: Number(id), admin_graphql_api_id: `gid://shopify/Refund/${id}`, note })),
  };
}

/** The body of order_transactions/create. */
export function transactionPayload(transaction: TransactionRecord, order: OrderRecord, shop: ShopState): Record<string, unknown> {
  return {
    id: Number(transaction.id),
    admin_graphql_api_id: `gid://shopify/OrderTransaction/${transaction.id}`,
    order_id: Number(order.id),
    kind: transaction.kind.toLowerCase(),
    status: transaction.status.toLowerCase(),
    gateway: transaction.gateway,
    amount: transaction.amount.shop,
    currency: order.currency,
    parent_id: transaction.parentId === null ? null : Number(transaction.parentId),
    payment_id: transaction.paymentId,
    test: transaction.test,
    created_at: inZone(transaction.createdAt, shop.timeZone),
    processed_at: inZone(transaction.processedAt, shop.timeZone),
  };
}

function moneySet(bag: Bag, { currency, presentmentCurrency }: BagCurrencies): Record<string, unknown> {
  return {
    shop_money: { amount: bag.shop, currency_code: currency },
    presentment_money: { amount: bag.presentment, currency_code: presentmentCurrency },
  };
}

function amount(name: string, bag: Bag, currencies: BagCurrencies): Record<string, unknown> {
  return { [name]: bag.shop, [`${name}_set`]: moneySet(bag, currencies) };
}

function taxLine(tax: TaxLineRecord, order: OrderRecord): Record<string, unknown> {
  return { title: tax.title, rate: tax.rate, channel_liable: tax.channelLiable, ...amount('price', tax.price, order) };
}

function allocation(record: AllocationRecord, order: OrderRecord): Record<string, unknown> {
  return { ...amount('amount', record.amount, order), discount_application_index: record.application };
}

function lineItem(line: LineRecord, order: OrderRecord): Record<string, unknown> {
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
    ...amount('price', line.unitPrice, order),
    tax_lines: line.taxLines.map((tax) => taxLine(tax, order)),
    discount_allocations: line.allocations.map((record) => allocation(record, order)),
  };
}

function shippingLine(line: ShippingLineRecord, order: OrderRecord): Record<string, unknown> {
  return {
    id: Number(line.id),
    title: line.title,
    code: line.code,
    source: line.source,
    is_removed: line.removed,
    ...amount('price', line.price, order),
    tax_lines: line.taxLines.map((tax) => taxLine(tax, order)),
    discount_allocations: line.allocations.map((record) => allocation(record, order)),
  };
}

function fulfillmentPayload(fulfillment: FulfillmentRecord, order: OrderRecord, shop: ShopState): Record<string, unknown> {
  return {
    id: Number(fulfillment.id),
    admin_graphql_api_id: `gid://shopify/Fulfillment/${fulfillment.id}`,
    order_id: Number(order.id),
    name: fulfillment.name,
    status: fulfillment.status.toLowerCase(),
    created_at: inZone(fulfillment.createdAt, shop.timeZone),
    updated_at: inZone(fulfillment.updatedAt, shop.timeZone),
    line_items: fulfillment.lines.map(({ lineId, quantity }) => ({ id: Number(lineId), quantity })),
  };
}

function customerPayload(order: OrderRecord, { customers }: ShopState): Record<string, unknown> | null {
  const customer = customers.find(({ id }) => id === order.customerId);
  if (!customer) return null;
  const { id, email, firstName, lastName, phone } = customer;
  return { id: Number(id), admin_graphql_api_id: `gid://shopify/Customer/${id}`, email, first_name: firstName, last_name: lastName, phone };
}
