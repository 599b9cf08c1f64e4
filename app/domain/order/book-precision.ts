/** QuickBooks keeps two decimals, currencies such as KWD have three: what of an order is finer, and the order rounded so that its parts still come to its total. */
import { add, exponentOf, isZero, type Money, money, subtract, sum, zero } from "../money/money.ts";
import type { OrderChange } from "./change.ts";
import { amountDue, giftCardTransactions, type Order, receivedTransactions, refundTransactions, type TaxLine } from "./order.ts";

const BOOK_DECIMALS = 2;

const stepOf = (currency: string): bigint => 10n ** BigInt(Math.max(0, exponentOf(currency) - BOOK_DECIMALS));

/** An amount that two decimals do not hold; null where there is none. */
export function finestAmount(order: Order): Money | null {
  const step = stepOf(order.currency);
  if (step === 1n) return null;
  const priced = [...order.lines, ...order.shipping];
  const amounts = [
    ...priced.flatMap(({ gross, discount, taxLines }) => [gross, discount, ...taxLines.map(({ amount }) => amount)]),
    ...order.lines.map(({ unitPrice }) => unitPrice), order.tip, order.duties, order.additionalFees, order.cashRounding, ...order.transactions.map(({ amount }) => amount),
    ...order.changes.flatMap(({ sales }) => sales.flatMap(({ amount, taxLines }) => [amount, ...taxLines.map((tax) => tax.amount)])),
  ];
  return amounts.find(({ minor }) => minor % step !== 0n) ?? null;
}

/** The order as the books are to have it: `acceptRounding` is the merchant's setting. */
export const asBooked = (order: Order, { acceptRounding }: { acceptRounding: boolean }): Order => (acceptRounding ? inBookPrecision(order) : order);

/**
 * The order with every amount rounded to two decimals, halves away from zero. Its total and what was received are rounded as a whole, so that a paid order stays paid;
 * what the rounded parts lack or have too much stands as cash rounding.
 */
export function inBookPrecision(order: Order): Order {
  if (finestAmount(order) === null) return order;
  const { currency } = order;
  const step = stepOf(currency);
  const round = ({ minor }: Money): Money => money(currency, ((2n * minor + (minor < 0n ? -step : step)) / (2n * step)) * step);
  const rounded = <Part extends { gross: Money; discount: Money; taxLines: TaxLine[] }>(part: Part): Part =>
    ({ ...part, gross: round(part.gross), discount: round(part.discount), taxLines: part.taxLines.map((tax) => ({ ...tax, amount: round(tax.amount) })) });

  const lines = order.lines.map((line) => ({ ...rounded(line), unitPrice: round(line.unitPrice) }));
  const shipping = order.shipping.map(rounded);
  const [tip, duties, additionalFees] = [round(order.tip), round(order.duties), round(order.additionalFees)];
  const tax = sum(currency, [...lines, ...shipping].flatMap(({ taxLines }) => taxLines.map(({ amount }) => amount)));
  const goods = sum(currency, [...lines, ...shipping].map(({ gross, discount }) => subtract(gross, discount)));
  const current = [tip, duties, additionalFees, order.taxesIncluded ? zero(currency) : tax].reduce(add, goods);
  const due = round(amountDue(order));
  const transactions = roundedTransactions(order, round);
  // Money in and money out are rounded each; what Shopify's total says beside them stays.
  const netPayment = add(netOf({ ...order, transactions }), round(subtract(order.totals.netPayment, netOf(order))));
  return {
    ...order, lines, shipping, tip, duties, additionalFees, changes: order.changes.map((change) => roundedChange(change, currency, round)),
    cashRounding: subtract(due, current),
    transactions,
    totals: { current, tax, netPayment, outstanding: subtract(due, netPayment) },
  };
}

/** What a change comes to is rounded, not each part of it, so that money given back for it still fits. */
function roundedChange(change: OrderChange, currency: string, round: (amount: Money) => Money): OrderChange {
  let [exact, given] = [zero(currency), zero(currency)];
  const sales = change.sales.map((sale) => {
    const taxLines = sale.taxLines.map((tax) => ({ ...tax, amount: round(tax.amount) }));
    exact = sum(currency, [exact, sale.amount, ...sale.taxLines.map(({ amount }) => amount)]);
    const worth = subtract(round(exact), given);
    given = add(given, worth);
    return { ...sale, taxLines, amount: subtract(worth, sum(currency, taxLines.map(({ amount }) => amount))) };
  });
  return { ...change, sales, discrepancy: round(change.discrepancy) };
}

const netOf = (order: Pick<Order, "currency" | "transactions">): Money => {
  const of = (transactions: Order["transactions"]): Money => sum(order.currency, transactions.map(({ amount }) => amount));
  return subtract(add(of(receivedTransactions(order)), of(giftCardTransactions(order))), of(refundTransactions(order)));
};

/** The sum of what came in is rounded, not each part of it. */
function roundedTransactions(order: Order, round: (amount: Money) => Money): Order["transactions"] {
  const received = new Set(receivedTransactions(order).map(({ id }) => id));
  let [exact, given] = [zero(order.currency), zero(order.currency)];
  return order.transactions.map((transaction) => {
    if (!received.has(transaction.id) || isZero(transaction.amount)) return { ...transaction, amount: round(transaction.amount) };
    exact = add(exact, transaction.amount);
    const amount = subtract(round(exact), given);
    given = add(given, amount);
    return { ...transaction, amount };
  });
}
