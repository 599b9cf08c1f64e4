/** Fulfilments, refunds and payments of an order in REST shape; payments it does not carry are made up from its financial status. */
import type { Bag } from "../money/bag.ts";
import { formatBag, parseBag, subtractBags } from "../money/bag.ts";
import type { FulfillmentRecord, OrderRecord, TransactionKind, TransactionRecord, TransactionStatus } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { gatewayNamed } from "./gateways.ts";
import { toUtcSeconds } from "./instants.ts";
import { bagOf } from "./rest-bag.ts";
import { synthesiseTransactions } from "./synthesise-transactions.ts";
import type { RestOrder, RestTransaction } from "./rest-shape-schema.ts";

export function importedFulfillments(rest: RestOrder): FulfillmentRecord[] {
  return (rest.fulfillments ?? []).map((fulfillment, index) => ({
    id: fulfillment.id,
    name: fulfillment.name ?? `${rest.name}.${index + 1}`,
    status: fulfillment.status.toUpperCase() as FulfillmentRecord["status"],
    createdAt: toUtcSeconds(fulfillment.created_at),
    updatedAt: toUtcSeconds(fulfillment.updated_at ?? fulfillment.created_at),
    // REST fulfilment lines carry the order line's id and none of their own: one is built from both.
    lines: fulfillment.line_items.map(({ id, quantity }) => ({ id: `${fulfillment.id}${id}`, lineId: id, quantity })),
    tracking: fulfillment.tracking_number ? [{ company: fulfillment.tracking_company ?? null, number: fulfillment.tracking_number }] : [],
  }));
}

/** The file's own transactions, or synthesised ones followed by the transactions of its refunds. `order` has its totals already. */
export function importedTransactions(shop: ShopState, rest: RestOrder, order: OrderRecord): TransactionRecord[] {
  const refunds = (rest.refunds ?? []).flatMap((refund) => refund.transactions ?? []).map((entry) => toTransaction(entry, order));
  if (rest.transactions && rest.transactions.length > 0) {
    const own = rest.transactions.map((entry) => toTransaction(entry, order));
    return [...own, ...refunds.filter(({ id }) => !own.some((other) => other.id === id))];
  }
  const paid = synthesiseTransactions(shop, order, {
    status: rest.financial_status,
    received: receivedAmount(rest, order),
    gateway: rest.payment_gateway_names?.[0] || "manual",
    rounding: roundingOf(rest, order),
  });
  return [...paid, ...refunds];
}

/** partially_paid: what is not outstanding; in every other status the whole order (Shopify's samples call paid orders outstanding). */
function receivedAmount(rest: RestOrder, order: OrderRecord): Bag {
  const total = bagOf(rest.total_price, rest.total_price_set, order);
  if (rest.financial_status !== "partially_paid") return total;
  const outstanding = bagOf(rest.total_outstanding ?? "0", null, order);
  return formatBag(subtractBags(parseBag(total, order), parseBag(outstanding, order)), order);
}

function roundingOf(rest: RestOrder, order: OrderRecord): Bag | null {
  const set = rest.total_cash_rounding_payment_adjustment_set;
  const rounding = set ? bagOf("0", set, order) : null;
  return rounding && parseBag(rounding, order).shop !== 0n ? rounding : null;
}

function toTransaction(entry: RestTransaction, order: OrderRecord): TransactionRecord {
  return {
    id: entry.id,
    kind: entry.kind.toUpperCase() as TransactionKind,
    status: entry.status.toUpperCase() as TransactionStatus,
    test: entry.test ?? false,
    ...gatewayNamed(entry.gateway || "manual"),
    parentId: entry.parent_id ?? null,
    amount: bagOf(entry.amount, null, order),
    rounding: null,
    paymentId: entry.payment_id ?? null,
    createdAt: toUtcSeconds(entry.created_at),
    processedAt: toUtcSeconds(entry.processed_at ?? entry.created_at),
  };
}
