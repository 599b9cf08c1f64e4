/** A payment or refund transaction in Shopify's REST shape, the body of order_transactions/create. */
import { inZone } from "../orders/instants.ts";
import type { OrderRecord, TransactionRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";

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
