/** Sends money back to where it came from, and releases money that was only authorised; must never give back more than was taken. */
import type { MinorBag } from "../money/bag.ts";
import { addBags, atLeastNothing, formatBag, parseBag, smallerBag, subtractBags } from "../money/bag.ts";
import type { OrderRecord, TransactionRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { ShopifyActionError } from "./order-errors.ts";
import { capturable, openAuthorizations, paymentTotals } from "./payment-totals.ts";
import { newTransaction } from "./transactions.ts";

/** What the customer is owed now: more was taken than the order is worth. */
export function owedToCustomer(order: OrderRecord): MinorBag {
  const { outstanding } = paymentTotals(order);
  return atLeastNothing({ shop: -outstanding.shop, presentment: -outstanding.presentment });
}

/** Refund transactions for an amount, to the payments in the order they were taken. Throws ShopifyActionError when less was received. */
export function giveBack(shop: ShopState, order: OrderRecord, amount: MinorBag, at: string): TransactionRecord[] {
  const { net } = paymentTotals(order);
  if (amount.shop > net.shop) {
    throw new ShopifyActionError(`order ${order.name}: ${formatBag(amount, order).shop} cannot be refunded, ${formatBag(net, order).shop} of what was paid is left`);
  }
  const refunds: TransactionRecord[] = [];
  let left = amount;
  for (const payment of order.transactions.filter(({ kind, status }) => status === "SUCCESS" && (kind === "SALE" || kind === "CAPTURE"))) {
    const back = smallerBag(left, refundable(order, payment));
    if (back.shop <= 0n) continue;
    left = subtractBags(left, back);
    refunds.push(newTransaction(shop, { kind: "REFUND", gateway: payment.gateway, amount: formatBag(back, order), at, parentId: payment.id, test: order.test }));
  }
  if (left.shop > 0n) throw new ShopifyActionError(`order ${order.name}: the payments cannot be refunded by ${formatBag(amount, order).shop}`);
  order.transactions.push(...refunds);
  return refunds;
}

/** Voids what is still to be captured, as a cancellation does. */
export function releaseAuthorizations(shop: ShopState, order: OrderRecord, at: string): TransactionRecord[] {
  const voids = openAuthorizations(order).map((authorization) =>
    newTransaction(shop, { kind: "VOID", gateway: authorization.gateway, amount: formatBag(capturable(order, authorization), order), at, parentId: authorization.id, test: order.test }),
  );
  order.transactions.push(...voids);
  return voids;
}

function refundable(order: OrderRecord, payment: TransactionRecord): MinorBag {
  const given = order.transactions.filter(({ kind, status, parentId }) => kind === "REFUND" && status === "SUCCESS" && parentId === payment.id);
  return atLeastNothing(subtractBags(parseBag(payment.amount, order), addBags(...given.map(({ amount }) => parseBag(amount, order)))));
}
