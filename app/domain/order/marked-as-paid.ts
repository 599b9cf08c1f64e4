/**
 * An order that a rule marks as paid, as its documents are made: what is outstanding came in by a payment of the rule's. When Shopify's real transaction is
 * there, it becomes that payment and no second one (design page 03). Shopify itself is not changed.
 */
import { legacyNumber } from "./legacy-number.ts";
import { add, isPositive, zero } from "../money/money.ts";
import { type Order, type OrderTransaction, receivedTransactions } from "./order.ts";

export const MARKED = "marked-";

/** Fits QuickBooks' payment reference (21 characters) with Shopify's order ids, so that it is unique there. */
export const markedPart = ({ id }: Pick<Order, "id">): string => `${MARKED}${legacyNumber(id)}`;

const markedId = (order: Pick<Order, "id">): string => `gid://tieout/MarkedAsPaid/${markedPart(order)}`;

/** A payment in the books, or (`underway`) one that was sent and may still turn up there. `became`: of the rule's, the real transaction that it is. */
export type BookedPayment = { part: string; became?: string | undefined; underway?: true };

/** The rule's payment stays in the books, whatever rules say now. One that no money ever came for is taken back with the order (`isPhantom`). */
export function markedAsPaid(order: Order, booked: readonly BookedPayment[]): Order {
  const own = booked.find(({ part }) => part === markedPart(order));
  const marks = order.bookAs?.markAsPaid !== undefined && order.bookAs.markAsUnpaid === undefined && order.cancelledAt === null;
  if (!marks && !own) return order;
  const real = own ? realOne(order, own, booked) : null;
  if (real) return { ...order, transactions: order.transactions.map((each) => (each === real ? { ...each, id: markedId(order), realId: real.id } : each)) };
  // Whether it is there nobody knows yet, and no rule wants it any more: it is not sent again.
  if (!marks && own?.underway) return order;
  const { outstanding } = order.totals;
  if (!isPositive(outstanding) || order.cancelledAt !== null) return order;
  const gateway = order.gateways[0] ?? "manual";
  const payment: OrderTransaction = { id: markedId(order), kind: "sale", succeeded: true, gateway, gatewayName: gateway, cardBrand: null, amount: outstanding, at: order.placedAt };
  return {
    ...order, paymentWord: "paid", transactions: [...order.transactions, payment],
    totals: { ...order.totals, netPayment: add(order.totals.netPayment, outstanding), outstanding: zero(order.currency) },
  };
}

/** The rule's payment is in the books and nothing is left that it could be: the order was cancelled, or nothing more is due and no money came for it. `order`: as `markedAsPaid` has it. */
export const isPhantom = (order: Order, booked: readonly BookedPayment[]): boolean =>
  booked.some(({ part, underway }) => part === markedPart(order) && !underway) && !order.transactions.some(({ id }) => id === markedId(order));

/** The one it became; else the oldest real payment without one of its own in the books, or on its way there. */
function realOne(order: Order, { became }: BookedPayment, booked: readonly BookedPayment[]): OrderTransaction | null {
  const own = new Set(booked.map(({ part }) => part));
  const received = receivedTransactions(order)
    .filter(({ id, amount }) => isPositive(amount) && !own.has(legacyNumber(id)))
    .toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds || a.id.localeCompare(b.id));
  return received.find(({ id }) => legacyNumber(id) === became) ?? received.at(0) ?? null;
}
