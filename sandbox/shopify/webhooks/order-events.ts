/** Which webhooks an action on an order sets off. */
import { financialStatus, fulfillmentStatus } from "../orders/order-status.ts";
import type { DisputeRecord, EditRecord, OrderRecord, RefundRecord, TransactionRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { disputePayload } from "./dispute-payload.ts";
import { editPayload } from "./edit-payload.ts";
import { orderPayload } from "./order-payload.ts";
import { refundPayload } from "./refund-payload.ts";
import { transactionPayload } from "./transaction-payload.ts";

export type TopicEvent = { topic: string; payload: Record<string, unknown>; orderName: string | null };

/** orders/create, one order_transactions/create each, orders/paid and orders/fulfilled for what it already is, orders/updated. */
export function createdEvents(order: OrderRecord, shop: ShopState): TopicEvent[] {
  const paid = financialStatus(order) === "PAID" ? ["orders/paid"] : [];
  const topics = ["orders/create", ...paid, ...fulfillmentTopics(order), "orders/updated"];
  return [...orderEvents(topics, order, shop), ...order.transactions.map((transaction) => transactionEvent(transaction, order, shop))];
}

export function paidEvents(payment: TransactionRecord, order: OrderRecord, shop: ShopState): TopicEvent[] {
  const paid = financialStatus(order) === "PAID" ? ["orders/paid"] : [];
  return [transactionEvent(payment, order, shop), ...orderEvents([...paid, "orders/updated"], order, shop)];
}

export function fulfilledEvents(order: OrderRecord, shop: ShopState): TopicEvent[] {
  return orderEvents([...fulfillmentTopics(order), "orders/updated"], order, shop);
}

export const updatedEvents = (order: OrderRecord, shop: ShopState): TopicEvent[] => orderEvents(["orders/updated"], order, shop);

/** Units that an edit removed are a refund too. */
export function editedEvents(edit: EditRecord, order: OrderRecord, shop: ShopState): TopicEvent[] {
  const removal = edit.removals.length > 0 ? order.refunds.slice(-1) : [];
  return [
    { topic: "orders/edited", payload: editPayload(edit, order, shop), orderName: order.name },
    ...removal.map((refund) => refundEvent(refund, order, shop)),
    ...orderEvents(["orders/updated"], order, shop),
  ];
}

export function refundedEvents(refund: RefundRecord, order: OrderRecord, shop: ShopState): TopicEvent[] {
  return [refundEvent(refund, order, shop), ...transactionEvents(refund.transactionIds, order, shop), ...orderEvents(["orders/updated"], order, shop)];
}

export function cancelledEvents({ refund, transactionIds }: { refund: RefundRecord; transactionIds: readonly string[] }, order: OrderRecord, shop: ShopState): TopicEvent[] {
  return [
    ...orderEvents(["orders/cancelled"], order, shop),
    refundEvent(refund, order, shop),
    ...transactionEvents(transactionIds, order, shop),
    ...orderEvents(["orders/updated"], order, shop),
  ];
}

export const disputedEvents = (dispute: DisputeRecord, order: OrderRecord, shop: ShopState): TopicEvent[] => [
  { topic: dispute.finalizedAt === null ? "disputes/create" : "disputes/update", payload: disputePayload(dispute, order, shop), orderName: order.name },
  ...orderEvents(["orders/updated"], order, shop),
];

/** The body holds nothing but the id. */
export function deletedEvents({ id, name }: OrderRecord): TopicEvent[] {
  return [{ topic: "orders/delete", payload: { id: Number(id) }, orderName: name }];
}

export function uninstalledEvents({ id, name, domain }: ShopState): TopicEvent[] {
  return [{ topic: "app/uninstalled", payload: { id: Number(id), name, domain, myshopify_domain: domain }, orderName: null }];
}

function fulfillmentTopics(order: OrderRecord): string[] {
  switch (fulfillmentStatus(order)) {
    case "FULFILLED": return ["orders/fulfilled"];
    case "PARTIALLY_FULFILLED": return ["orders/partially_fulfilled"];
    case "UNFULFILLED": return [];
  }
}

function orderEvents(topics: readonly string[], order: OrderRecord, shop: ShopState): TopicEvent[] {
  const payload = orderPayload(order, shop);
  return topics.map((topic) => ({ topic, payload, orderName: order.name }));
}

function refundEvent(refund: RefundRecord, order: OrderRecord, shop: ShopState): TopicEvent {
  return { topic: "refunds/create", payload: refundPayload(refund, order, shop), orderName: order.name };
}

function transactionEvents(ids: readonly string[], order: OrderRecord, shop: ShopState): TopicEvent[] {
  return order.transactions.filter(({ id }) => ids.includes(id)).map((transaction) => transactionEvent(transaction, order, shop));
}

function transactionEvent(transaction: TransactionRecord, order: OrderRecord, shop: ShopState): TopicEvent {
  return { topic: "order_transactions/create", payload: transactionPayload(transaction, order, shop), orderName: order.name };
}
