/** A refund in Shopify's REST shape, the body of refunds/create: sent when the refund is made, whether or not money moved (design page 06, Webhooks). */
import { inZone } from "../orders/instants.ts";
import type { OrderRecord, RefundRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { amount, lineItem, moneySet, shippingLine } from "./line-payload.ts";
import { transactionPayload } from "./transaction-payload.ts";

const DISCREPANCY_KIND = "refund_discrepancy";

export function refundPayload(refund: RefundRecord, order: OrderRecord, shop: ShopState): Record<string, unknown> {
  return {
    id: Number(refund.id),
    admin_graphql_api_id: `gid://shopify/Refund/${refund.id}`,
    order_id: Number(order.id),
    note: refund.note,
    created_at: inZone(refund.createdAt, shop.timeZone),
    processed_at: inZone(refund.processedAt, shop.timeZone),
    restock: refund.lines.some(({ restockType }) => restockType !== "NO_RESTOCK"),
    refund_line_items: refund.lines.map((line) => refundLine(line, order)),
    refund_shipping_lines: refund.shippingLines.map((line) => refundShippingLine(line, order)),
    order_adjustments: refund.adjustments.map(({ id, reason, ...adjustment }) => ({
      id: Number(id),
      order_id: Number(order.id),
      refund_id: Number(refund.id),
      kind: DISCREPANCY_KIND,
      reason,
      ...amount("amount", adjustment.amount, order),
      ...amount("tax_amount", adjustment.tax, order),
    })),
    transactions: order.transactions.filter(({ id }) => refund.transactionIds.includes(id)).map((transaction) => transactionPayload(transaction, order, shop)),
  };
}

function refundLine(refunded: RefundRecord["lines"][number], order: OrderRecord): Record<string, unknown> {
  const line = order.lines.find(({ id }) => id === refunded.lineId);
  return {
    id: Number(refunded.id),
    line_item_id: Number(refunded.lineId),
    quantity: refunded.quantity,
    restock_type: refunded.restockType.toLowerCase(),
    ...amount("subtotal", refunded.subtotal, order),
    ...amount("total_tax", refunded.tax, order),
    line_item: line ? lineItem(line, order) : null,
  };
}

function refundShippingLine(refunded: RefundRecord["shippingLines"][number], order: OrderRecord): Record<string, unknown> {
  const line = order.shippingLines.find(({ id }) => id === refunded.shippingLineId);
  return {
    id: Number(refunded.id),
    subtotal_amount_set: moneySet(refunded.subtotal, order),
    tax_amount_set: moneySet(refunded.tax, order),
    shipping_line: line ? shippingLine(line, order) : null,
  };
}
