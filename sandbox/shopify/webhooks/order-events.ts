/** Which webhooks an action on an order sets off. */
import type { OrderRecord, TransactionRecord } from '../state/order-record.ts';
import type { ShopState } from '../state/shop-state.ts';
import { financialStatus, fulfillmentStatus } from '../orders/order-status.ts';
import { orderPayload, transactionPayload } from './order-payload.ts';

export type TopicEvent = { topic: string; payload: Record<string, unknown>; orderName: string | null };

/** orders/create, one order_transactions/create each, orders/paid and orders/fulfilled for what it already is, orders/updated. */
export function createdEvents(order: OrderRecord, shop: ShopState): TopicEvent[] {
  const paid = financialStatus(order) === 'PAID' ? ['orders/paid'] : [];
  const topics = ['orders/create', ...paid, ...fulfillmentTopics(order), 'orders/updated'];
  return [...orderEvents(topics, order, shop), ...order.transactions.map((transaction) => transactionEvent(transaction, order, shop))];
}

/** Of a payment just taken: it is the order's last transaction. */
export function paidEvents(order: OrderRecord, shop: ShopState): TopicEvent[] {
  const paid = financialStatus(order) === 'PAID' ? ['orders/paid'] : [];
  const transactions = order.transactions.slice(-1).map((transaction) => transactionEvent(transaction, order, shop));
  return [...transactions, ...orderEvents([...paid, 'orders/updated'], order, shop)];
}

export function fulfilledEvents(order: OrderRecord, shop: ShopState): TopicEvent[] {
  return orderEvents([...fulfillmentTopics(order), 'orders/updated'], order, shop);
}

export function uninstalledEvents({ id, name, domain }: ShopState): TopicEvent[] {
  return [{ topic: 'app/uninstalled', payload: { id: Number(id), name, domain, myshopify_domain: domain }, orderName: null }];
}

function fulfillmentTopics(order: OrderRecord): string[] {
  switch (fulfillmentStatus(order)) {
    case 'FULFILLED': return ['orders/fulfilled'];
    case 'PARTIALLY_FULFILLED': return ['orders/partially_fulfilled'];
    case 'UNFULFILLED': return [];
  }
}

function orderEvents(topics: readonly string[], order: OrderRecord, shop: ShopState): TopicEvent[] {
  const payload = orderPayload(order, shop);
  return topics.map((topic) => ({ topic, payload, orderName: order.name }));
}

function transactionEvent(transaction: TransactionRecord, order: OrderRecord, shop: ShopState): TopicEvent {
  return { topic: 'order_transactions/create', payload: transactionPayload(transaction, order, shop), orderName: order.name };
}
