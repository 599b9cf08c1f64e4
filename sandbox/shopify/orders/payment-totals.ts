/**
 * Money received, refunded and outstanding: always what the transactions say, never what an imported file states,
 * so that an app which adds up transactions and one which reads the totals see the same.
 */
import type { MinorBag } from "../money/bag.ts";
import { addBags, atLeastNothing, NOTHING, parseBag, subtractBags } from "../money/bag.ts";
import type { OrderRecord, TransactionKind, TransactionRecord } from "../state/order-record.ts";
import { REFUND_DISCREPANCY } from "./adjustment-reasons.ts";
import { priceTotals } from "./price-totals.ts";

export type PaymentTotals = {
  received: MinorBag;
  refunded: MinorBag;
  net: MinorBag;
  /** Negative when the shop owes the customer (schema: Order.totalOutstandingSet). */
  outstanding: MinorBag;
  paymentRounding: MinorBag;
  refundRounding: MinorBag;
};

const RECEIVING: readonly TransactionKind[] = ["SALE", "CAPTURE"];
const REFUNDING: readonly TransactionKind[] = ["REFUND"];

/** Only SUCCESS counts; an authorisation is no money. Cash rounding changes what is received, not what the order costs. */
export function paymentTotals(order: OrderRecord): PaymentTotals {
  const paymentRounding = sumOf(order, RECEIVING, (transaction) => transaction.rounding);
  const refundRounding = sumOf(order, REFUNDING, (transaction) => transaction.rounding);
  const received = addBags(sumOf(order, RECEIVING, (transaction) => transaction.amount), paymentRounding);
  const refunded = addBags(sumOf(order, REFUNDING, (transaction) => transaction.amount), refundRounding);
  const net = subtractBags(received, refunded);
  const priced = atLeastNothing(addBags(parseBag(priceTotals(order).currentTotalPrice, order), refundDiscrepancy(order)));
  const due = addBags(priced, paymentRounding, refundRounding);
  return { received, refunded, net, outstanding: subtractBags(due, net), paymentRounding, refundRounding };
}

/** Negative in the customer's favour (schema: Order.refundDiscrepancySet): a goodwill amount is not owed again. */
export function refundDiscrepancy(order: OrderRecord): MinorBag {
  const adjustments = order.refunds.flatMap((refund) => refund.adjustments).filter(({ reason }) => reason === REFUND_DISCREPANCY);
  return addBags(...adjustments.map(({ amount }) => parseBag(amount, order)));
}

/** What is left to capture of an authorisation; nothing when it was voided. */
export function capturable(order: OrderRecord, authorization: TransactionRecord): MinorBag {
  const children = order.transactions.filter((other) => other.parentId === authorization.id && other.status === "SUCCESS");
  if (children.some((child) => child.kind === "VOID")) return NOTHING;
  const captured = children.filter((child) => child.kind === "CAPTURE").map((child) => parseBag(child.amount, order));
  return subtractBags(parseBag(authorization.amount, order), addBags(...captured));
}

export function openAuthorizations(order: OrderRecord): TransactionRecord[] {
  return order.transactions.filter(
    (transaction) =>
      transaction.kind === "AUTHORIZATION" && transaction.status === "SUCCESS" && capturable(order, transaction).shop > 0n,
  );
}

function sumOf(
  order: OrderRecord,
  kinds: readonly TransactionKind[],
  amountOf: (transaction: TransactionRecord) => TransactionRecord["rounding"],
): MinorBag {
  const counted = order.transactions.filter(({ kind, status }) => kinds.includes(kind) && status === "SUCCESS");
  return addBags(...counted.map((transaction) => parseBagOrNothing(amountOf(transaction), order)));
}

function parseBagOrNothing(bag: TransactionRecord["rounding"], order: OrderRecord): MinorBag {
  return bag ? parseBag(bag, order) : NOTHING;
}
