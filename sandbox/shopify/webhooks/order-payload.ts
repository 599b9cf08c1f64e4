/** An order in Shopify's REST shape, the body of every orders/… webhook (the same keys as the rest_order_* samples, those that matter). */
import { formatBag } from "../money/bag.ts";
import { inZone } from "../orders/instants.ts";
import { financialStatus, fulfillmentStatus } from "../orders/order-status.ts";
import { paymentTotals } from "../orders/payment-totals.ts";
import { orderTaxLines, priceTotals } from "../orders/price-totals.ts";
import { gatewayNames } from "../orders/transactions.ts";
import type { FulfillmentRecord, OrderRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { amount, lineItem, moneySet, shippingLine, taxLine } from "./line-payload.ts";
import { refundPayload } from "./refund-payload.ts";

const FULFILLMENT_WORDS = { FULFILLED: "fulfilled", PARTIALLY_FULFILLED: "partial", UNFULFILLED: null } as const;

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
    tags: order.tags.join(", "),
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
    ...amount("total_price", totals.totalPrice, order),
    ...amount("subtotal_price", totals.subtotalPrice, order),
    ...amount("total_tax", totals.totalTax, order),
    ...amount("total_discounts", totals.totalDiscounts, order),
    ...amount("current_total_price", totals.currentTotalPrice, order),
    ...amount("current_subtotal_price", totals.currentSubtotalPrice, order),
    ...amount("current_total_tax", totals.currentTotalTax, order),
    ...amount("current_total_discounts", totals.currentTotalDiscounts, order),
    total_shipping_price_set: moneySet(totals.totalShippingPrice, order),
    total_tip_received: order.tip.shop,
    total_outstanding: formatBag(paymentTotals(order).outstanding, order).shop,
    discount_codes: order.discountApplications.filter(({ kind }) => kind === "code").map(({ label }) => ({ code: label })),
    note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
    customer: customerPayload(order, shop),
    tax_lines: orderTaxLines(order).map((tax) => taxLine(tax, order)),
    line_items: order.lines.map((line) => lineItem(line, order)),
    shipping_lines: order.shippingLines.map((line) => shippingLine(line, order)),
    fulfillments: order.fulfillments.map((fulfillment) => fulfillmentPayload(fulfillment, order, shop)),
    refunds: order.refunds.map((refund) => refundPayload(refund, order, shop)),
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
