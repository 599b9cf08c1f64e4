/**
 * An order that a rule marks as paid, as its documents are made: what is outstanding came in by a payment of the rule's. When Shopify's real transaction is
 * there, it becomes that payment and no second one (design page 03). Shopify itself is not changed.
 */
import { legacyNumber } from "./legacy-number.ts";
import { add, isPositive, zero } from "../money/money.ts";
import { type Order, type OrderTransaction, receivedTransactions } from "./order.ts";

/** Fits QuickBooks' payment reference (21 characters) with Shopify's order ids, so that it is unique there. */
export const markedPart = ({ id }: Pick<Order, "id">): string => `marked-${legacyNumber(id)}`;

const markedId = (order: Pick<Order, "id">): string => `gid://tieout/MarkedAsPaid/${markedPart(order)}`;

/** `booked`: parts of the payments that are in the books. The rule's stays there, whatever rules say now. */
export function markedAsPaid(order: Order, booked: ReadonlySet<string>): Order {
  const marks = order.bookAs?.markAsPaid !== undefined && order.bookAs.markAsUnpaid === undefined && order.cancelledAt === null;
  const isBooked = booked.has(markedPart(order));
  if (!marks && !isBooked) return order;
  const real = isBooked ? firstUnbooked(order, booked) : null;
  if (real) return { ...order, transactions: order.transactions.map((each) => (each === real ? { ...each, id: markedId(order) } : each)) };
  const { outstanding } = order.totals;
  if (!isPositive(outstanding)) return order;
  const gateway = order.gateways[0] ?? "manual";
  const payment: OrderTransaction = { id: markedId(order), kind: "sale", succeeded: true, gateway, gatewayName: gateway, cardBrand: null, amount: outstanding, at: order.placedAt };
  return {
    ...order, paymentWord: "paid", transactions: [...order.transactions, payment],
    totals: { ...order.totals, netPayment: add(order.totals.netPayment, outstanding), outstanding: zero(order.currency) },
  };
}

/** The oldest real payment without one of its own in the books: it goes by the name of the rule's. */
const firstUnbooked = (order: Order, booked: ReadonlySet<string>): OrderTransaction | null =>
  receivedTransactions(order)
    .filter(({ id, amount }) => isPositive(amount) && !booked.has(legacyNumber(id)))
    .toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds || a.id.localeCompare(b.id))
    .at(0) ?? null;
