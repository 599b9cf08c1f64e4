/** QuickBooks keeps two decimals, currencies such as KWD have three: what of an order is finer, and the order rounded so that its parts still come to its total. */
import { add, exponentOf, isZero, type Money, money, subtract, sum, zero } from "../money/money.ts";
import { atFullPrice, inPrices, type OrderChange, type Sale } from "./change.ts";
import { amountDue, type ChargebackMove, giftCardTransactions, type Order, receivedTransactions, refundTransactions, type TaxLine } from "./order.ts";

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
    ...(order.chargebacks ?? []).flatMap(({ taken, returned }) => [taken, returned].flatMap((move) => (move ? [move.amount, move.fee] : []))),
  ];
  return amounts.find(({ minor }) => minor % step !== 0n) ?? null;
}

/** The order as the books are to have it: `acceptRounding` is the merchant's setting. */
export const asBooked = (order: Order, { acceptRounding }: { acceptRounding: boolean }): Order => (acceptRounding ? inBookPrecision(order) : order);

/**
 * The order with every amount rounded to two decimals, halves away from zero. Its total and what was received are rounded as a whole, after each change, so that a paid order stays paid;
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
  // Goodwill went back, and nobody is to pay it again.
  const notOwed = round(subtract(subtract(amountDue(order), order.totals.netPayment), order.totals.outstanding));
  return {
    ...order, lines, shipping, tip, duties, additionalFees, changes: roundedChanges(order, round),
    cashRounding: subtract(due, current),
    transactions,
    ...(order.chargebacks ? { chargebacks: order.chargebacks.map((each) => ({ ...each, taken: roundedMove(each.taken, round), returned: roundedMove(each.returned, round) })) } : {}),
    totals: { current, tax, netPayment, outstanding: isZero(order.totals.outstanding) ? zero(currency) : subtract(subtract(due, netPayment), notOwed) },
  };
}

const roundedMove = (move: ChargebackMove | null, round: (amount: Money) => Money): ChargebackMove | null => move && { ...move, amount: round(move.amount), fee: round(move.fee) };

/**
 * What the order is worth after each change is rounded, and a change comes to the difference: so earlier changes stay as they were booked whatever comes later, and money given back
 * still fits. Its sales come to the differences of what each thing sold is worth, so that what is taken out whole leaves nothing; what the sales lack of the change is rounding.
 */
function roundedChanges(order: Order, round: (amount: Money) => Money): OrderChange[] {
  const { currency } = order;
  const worths = runningWorths(order, round);
  let exact = subtract(amountDue(order), sum(currency, order.changes.map((change) => worthOf(change, currency))));
  return order.changes.map((change) => {
    const before = round(exact);
    exact = add(exact, worthOf(change, currency));
    const sales = change.sales.map((sale) => {
      const step = (part: string, amount: Money): Money => worths.step(`${keyOf(sale)}|${part}`, amount);
      const by = movesOf(order, sale);
      const [gross, discount] = [step(GROSS, by.gross), step(DISCOUNT, by.discount)];
      const taxLines = sale.taxLines.map((tax) => ({ ...tax, amount: step(taxKey(tax), tax.amount) }));
      const paid = subtract(gross, discount);
      return { ...sale, amount: order.taxesIncluded ? taxLines.reduce((left, tax) => subtract(left, tax.amount), paid) : paid, ...(sale.of === "product" && { gross }), taxLines };
    });
    const missing = subtract(subtract(round(exact), before), worthOf({ sales }, currency));
    const rounding: Sale[] = isZero(missing) ? [] : [{ of: "rounding", lineId: null, title: "", quantity: 0, amount: missing, taxLines: [] }];
    return { ...change, sales: [...sales, ...rounding], discrepancy: round(change.discrepancy) };
  });
}

const keyOf = ({ of, lineId }: Pick<Sale, "of" | "lineId">): string => `${of}|${lineId ?? ""}`;
const worthOf = ({ sales }: Pick<OrderChange, "sales">, currency: string): Money => sum(currency, sales.flatMap(({ amount, taxLines }) => [amount, ...taxLines.map((tax) => tax.amount)]));

/** By how much a sale moves its thing: units at their full price, and what they were sold for less. Of what is no line, or is not told any more, only the amount is known. */
function movesOf(order: Order, sale: Sale): { gross: Money; discount: Money } {
  const amount = inPrices(order, sale);
  const line = sale.of === "product" ? order.lines.find(({ id }) => id === sale.lineId) : undefined;
  const gross = line ? atFullPrice(line, sale) : amount;
  return { gross, discount: subtract(gross, amount) };
}

/** A part of the order, the full price, the discount or one tax of a thing sold: what it is worth now, exactly and as it is rounded, and how many steps of its changes are still to come. */
type Part = { exact: Money; rounded: Money; steps: number };
const GROSS = "gross";
const DISCOUNT = "discount";

/**
 * What each part of the order comes to by each step of its changes, rounded. It ends at what the rounded order has of it, and begins at nothing where it was put in by a change.
 * A thing that is not told any more is worth nothing in the end.
 */
function runningWorths(order: Order, round: (amount: Money) => Money): { step(key: string, by: Money): Money } {
  const { currency } = order;
  const parts = new Map<string, Part>();
  const partOf = (key: string): Part => {
    const part = parts.get(key) ?? { exact: zero(currency), rounded: zero(currency), steps: 0 };
    parts.set(key, part);
    return part;
  };
  const tell = (key: string, exact: Money): void => {
    const part = partOf(key);
    Object.assign(part, { exact: add(part.exact, exact), rounded: add(part.rounded, round(exact)) });
  };
  for (const [of, things] of [["product", order.lines], ["shipping", order.shipping]] as const) {
    for (const { id, gross, discount, taxLines } of things) {
      tell(`${keyOf({ of, lineId: id })}|${GROSS}`, gross);
      tell(`${keyOf({ of, lineId: id })}|${DISCOUNT}`, discount);
      for (const tax of taxLines) tell(`${keyOf({ of, lineId: id })}|${taxKey(tax)}`, tax.amount);
    }
  }
  for (const [of, amount] of [["tip", order.tip], ["duties", order.duties], ["fees", order.additionalFees]] as const) tell(`${keyOf({ of, lineId: null })}|${GROSS}`, amount);
  const back = (key: string, amount: Money): void => {
    const part = partOf(key);
    Object.assign(part, { exact: subtract(part.exact, amount), steps: part.steps + 1 });
  };
  for (const sale of order.changes.flatMap(({ sales }) => sales)) {
    const { gross, discount } = movesOf(order, sale);
    back(`${keyOf(sale)}|${GROSS}`, gross);
    back(`${keyOf(sale)}|${DISCOUNT}`, discount);
    for (const tax of sale.taxLines) back(`${keyOf(sale)}|${taxKey(tax)}`, tax.amount);
  }
  return {
    step(key, by) {
      const part = partOf(key);
      const before = round(part.exact);
      Object.assign(part, { exact: add(part.exact, by), steps: part.steps - 1 });
      return subtract(part.steps === 0 ? part.rounded : round(part.exact), before);
    },
  };
}

const taxKey = ({ title, rate }: TaxLine): string => `${title}|${rate}`;

const netOf = (order: Pick<Order, "currency" | "transactions">): Money => {
  const of = (transactions: Order["transactions"]): Money => sum(order.currency, transactions.map(({ amount }) => amount));
  return subtract(add(of(receivedTransactions(order)), of(giftCardTransactions(order))), of(refundTransactions(order)));
};

/** What has come in less what went back is rounded after each move of money, and a move comes to the difference: as the worth of the order is, so that who is even stays even. */
function roundedTransactions(order: Order, round: (amount: Money) => Money): Order["transactions"] {
  const receipts = new Set([...receivedTransactions(order), ...giftCardTransactions(order)].map(({ id }) => id));
  const refunds = new Set(refundTransactions(order).map(({ id }) => id));
  const amounts = new Map<string, Money>();
  let net = zero(order.currency);
  for (const { id, amount } of order.transactions.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)) {
    if (!receipts.has(id) && !refunds.has(id)) continue;
    const before = round(net);
    net = receipts.has(id) ? add(net, amount) : subtract(net, amount);
    amounts.set(id, receipts.has(id) ? subtract(round(net), before) : subtract(before, round(net)));
  }
  return order.transactions.map((transaction) => ({ ...transaction, amount: amounts.get(transaction.id) ?? round(transaction.amount) }));
}
