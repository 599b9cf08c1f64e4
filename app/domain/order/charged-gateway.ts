/** Whose money a chargeback takes. */
import { type Order, receivedTransactions } from "./order.ts";

/** The shop tells figures of its own provider alone, so where an order was paid in several ways it is that one's money. */
const TOLD_BY_THE_SHOP = "shopify_payments";

/** Null where nothing was ever received. */
export function chargedGateway(order: Pick<Order, "transactions">): { gateway: string; gatewayName: string } | null {
  const received = receivedTransactions(order);
  return received.find(({ gateway }) => gateway === TOLD_BY_THE_SHOP) ?? received[0] ?? null;
}
