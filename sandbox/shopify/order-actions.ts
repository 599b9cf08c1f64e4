/** What can be done to an order, each with the webhooks it sets off. */
import { cancel } from "./orders/cancel.ts";
import { chargeback } from "./orders/chargeback.ts";
import { edit } from "./orders/edit.ts";
import { fulfil } from "./orders/fulfil.ts";
import { financialStatus, fulfillmentStatus } from "./orders/order-status.ts";
import { pay } from "./orders/pay.ts";
import { refund } from "./orders/refund.ts";
import { setCustomer } from "./orders/set-customer.ts";
import type { OrderAction, RunningShops } from "./running-shops.ts";
import type { OrderSummary, ShopifySimulator } from "./simulator.ts";
import type { OrderRecord } from "./state/order-record.ts";
import { cancelledEvents, disputedEvents, editedEvents, fulfilledEvents, paidEvents, refundedEvents, updatedEvents } from "./webhooks/order-events.ts";

export function orderActions(shops: RunningShops): Pick<ShopifySimulator, "pay" | "fulfil" | "edit" | "setCustomer" | "refund" | "cancel" | "chargeback" | "deleteOrder"> {
  const act = (domain: string, reference: string, action: OrderAction): OrderSummary => orderSummary(shops.act(domain, reference, action));
  return {
    pay: (domain, reference, input = {}) =>
      act(domain, reference, (state, order, at) => {
        const payment = pay(state, order, input, at);
        return () => paidEvents(payment, order, state);
      }),
    fulfil: (domain, reference, input = {}) =>
      act(domain, reference, (state, order, at) => {
        fulfil(state, order, input, at);
        return () => fulfilledEvents(order, state);
      }),
    edit: (domain, reference, input) =>
      act(domain, reference, (state, order, at) => {
        const edited = edit(state, order, input, at);
        return () => editedEvents(edited, order, state);
      }),
    setCustomer: (domain, reference, input) =>
      act(domain, reference, (state, order) => {
        setCustomer(state, order, input);
        return () => updatedEvents(order, state);
      }),
    refund: (domain, reference, input = {}) =>
      act(domain, reference, (state, order, at) => {
        const refunded = refund(state, order, input, at);
        return () => refundedEvents(refunded, order, state);
      }),
    cancel: (domain, reference, input = {}) =>
      act(domain, reference, (state, order, at) => {
        const cancelled = cancel(state, order, input, at);
        return () => cancelledEvents(cancelled, order, state);
      }),
    chargeback: (domain, reference, input) =>
      act(domain, reference, (state, order, at) => {
        const dispute = chargeback(state, order, input, at);
        return () => disputedEvents(dispute, order, state);
      }),
    deleteOrder: (domain, reference) => orderSummary(shops.remove(domain, reference)),
  };
}

export function orderSummary(order: OrderRecord): OrderSummary {
  const { id, name, updatedAt } = order;
  return { id, gid: `gid://shopify/Order/${id}`, name, updatedAt, financialStatus: financialStatus(order), fulfillmentStatus: fulfillmentStatus(order) };
}
