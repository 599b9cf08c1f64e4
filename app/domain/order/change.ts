/** What happened to an order after it was placed: edits, returns, refunds and cancellations, each with what it took out of the order and put into it. Amounts are shop money. */
import type { Temporal } from "temporal-polyfill";
import { add, isNegative, isPositive, isZero, type Money, negate, subtract, sum, times, zero } from "../money/money.ts";
import type { Order, OrderLine, ShippingLine, TaxLine } from "./order.ts";

/** `rounding`: what the parts of a change lack or have too much in the books' decimals; Shopify has none of it (book-precision.ts). */
export type SaleOf = "product" | "shipping" | "tip" | "duties" | "fees" | "rounding";

/** One thing sold (positive) or taken back (negative). */
export type Sale = {
  of: SaleOf;
  /** Shopify's gid of the product or shipping line; null for what has no line. */
  lineId: string | null;
  title: string;
  quantity: number;
  /** After discounts, without tax. */
  amount: Money;
  /** What its units are at their full price, where that is not their number times the line's price: rounded to the books' decimals (book-precision.ts). */
  gross?: Money;
  taxLines: TaxLine[];
  /** Taken back without coming back on the shelf. */
  offStock?: true;
};

export type OrderChange = {
  /** Digits only and unique within the order, so it names the parts of the documents that follow from it. */
  id: string;
  /** An edit changes what was agreed; a refund takes back what was sold, or gives money back, or both. */
  kind: "edit" | "refund";
  at: Temporal.Instant;
  sales: Sale[];
  /** Transactions by which money was given back for it. */
  transactionIds: string[];
  /** Shopify's own word that the merchant gave back less than what was taken back is worth, and how much less; never negative. */
  discrepancy: Money;
};

const taxOf = (currency: string, { taxLines }: Pick<Sale, "taxLines">): Money => sum(currency, taxLines.map((line) => line.amount));
const worth = (currency: string, sale: Sale): Money => add(sale.amount, taxOf(currency, sale));

/** What the change put into the order, with tax. */
export const addedWorth = (currency: string, change: OrderChange): Money => sum(currency, addedSales(currency, change).map((sale) => worth(currency, sale)));
/** What it took out, with tax, as a positive amount. */
export const removedWorth = (currency: string, change: OrderChange): Money => negate(sum(currency, removedSales(currency, change).map((sale) => worth(currency, sale))));

/** Units that were sold for nothing come back for nothing: full price and discount leave the books together (decision 049). */
const isFreeReturn = (currency: string, sale: Sale): boolean => sale.of === "product" && sale.quantity < 0 && isZero(worth(currency, sale));
export const hasFreeReturn = (currency: string, { sales }: Pick<OrderChange, "sales">): boolean => sales.some((sale) => isFreeReturn(currency, sale));

const isRounding = ({ of }: Sale): boolean => of === "rounding";
/** Rounding belongs to what was taken out, where anything was. */
const removedSales = (currency: string, { sales }: OrderChange): Sale[] => {
  const removed = sales.filter((sale) => !isRounding(sale) && (isNegative(worth(currency, sale)) || isFreeReturn(currency, sale)));
  return removed.length === 0 ? [] : [...removed, ...sales.filter(isRounding)];
};
const addedSales = (currency: string, change: OrderChange): Sale[] => {
  const added = change.sales.filter((sale) => !isRounding(sale) && isPositive(worth(currency, sale)));
  return removedSales(currency, change).length > 0 ? added : [...added, ...change.sales.filter(isRounding)];
};

/** The order as it was before these changes: what they took out is in it again, what they put in is not. */
export const withoutChanges = (order: Order, changes: readonly OrderChange[]): Order =>
  changes.flatMap(({ sales }) => sales).reduce((before, sale) => moved(before, reversed(sale)), order);

/** The order with everything in it that was ever taken out. */
export const withoutRemovals = (order: Order): Order =>
  order.changes.flatMap((change) => removedSales(order.currency, change)).reduce((before, sale) => moved(before, reversed(sale)), order);

/** An order of nothing but what the change took out, as if that had been sold. What did not come back on the shelf stands on lines of its own. */
export function onlyRemoved(order: Order, change: OrderChange): Order {
  const removed = removedSales(order.currency, change).map(reversed);
  const whole = removed.filter(({ offStock }) => !offStock).reduce(moved, emptied(order));
  const away = removed.filter(({ offStock }) => offStock).reduce(moved, emptied(order));
  const totals = { ...whole.totals, current: add(whole.totals.current, away.totals.current), tax: add(whole.totals.tax, away.totals.tax) };
  return { ...whole, totals, lines: [...whole.lines, ...away.lines.filter(({ quantity }) => quantity > 0).map((line) => ({ ...line, offStock: true as const }))] };
}

/** An order of nothing but what the change put in. */
export const onlyAdded = (order: Order, change: OrderChange): Order => addedSales(order.currency, change).reduce(moved, emptied(order));

const reversed = (sale: Sale): Sale => ({
  ...sale, quantity: -sale.quantity, amount: negate(sale.amount), ...(sale.gross && { gross: negate(sale.gross) }), taxLines: sale.taxLines.map((line) => ({ ...line, amount: negate(line.amount) })),
});

function emptied(order: Order): Order {
  const nothing = zero(order.currency);
  return {
    ...order,
    lines: order.lines.map((line) => ({ ...line, quantity: 0, gross: nothing, discount: nothing, taxLines: [] })),
    shipping: order.shipping.map((line) => ({ ...line, gross: nothing, discount: nothing, taxLines: [] })),
    tip: nothing, duties: nothing, additionalFees: nothing, cashRounding: nothing, changes: [],
    totals: { ...order.totals, current: nothing, tax: nothing },
  };
}

function moved(order: Order, sale: Sale): Order {
  const { currency } = order;
  const tax = taxOf(currency, sale);
  const totals = { ...order.totals, current: add(order.totals.current, add(sale.amount, tax)), tax: add(order.totals.tax, tax) };
  switch (sale.of) {
    case "product":
      return { ...order, totals, lines: order.lines.map((line) => (line.id === sale.lineId ? withUnits(line, sale, order) : line)) };
    case "shipping":
      return { ...order, totals, shipping: withShipping(order, sale) };
    case "tip":
      return { ...order, totals, tip: add(order.tip, sale.amount) };
    case "duties":
      return { ...order, totals, duties: add(order.duties, sale.amount) };
    case "fees":
      return { ...order, totals, additionalFees: add(order.additionalFees, sale.amount) };
    case "rounding":
      // Cash rounding stands beside the total, as Shopify keeps its own.
      return { ...order, cashRounding: add(order.cashRounding, sale.amount) };
  }
}

/** A line's amounts hold the tax when the order's prices do. */
export const inPrices = ({ currency, taxesIncluded }: Pick<Order, "currency" | "taxesIncluded">, sale: Sale): Money => (taxesIncluded ? worth(currency, sale) : sale.amount);

export const atFullPrice = ({ unitPrice }: Pick<OrderLine, "unitPrice">, { gross, quantity }: Pick<Sale, "gross" | "quantity">): Money => gross ?? times(unitPrice, quantity);

/** Units go at their full price; what they were sold for less is discount. Of a line without units there is neither. */
function withUnits(line: OrderLine, sale: Sale, order: Order): OrderLine {
  const units = atFullPrice(line, sale);
  const quantity = line.quantity + sale.quantity;
  const [gross, discount] = [add(line.gross, units), add(line.discount, subtract(units, inPrices(order, sale)))];
  return {
    ...line,
    quantity,
    ...(quantity === 0 ? { gross: subtract(gross, discount), discount: zero(order.currency) } : { gross, discount }),
    taxLines: mergedTaxLines([...line.taxLines, ...sale.taxLines]),
  };
}

/** A removed shipping line is told no more, so it may have to be put back. What was taken off it stays its discount. */
function withShipping(order: Order, sale: Sale): ShippingLine[] {
  const amount = inPrices(order, sale);
  const index = order.shipping.findIndex(({ id }) => id === sale.lineId);
  if (index < 0) return [...order.shipping, { id: sale.lineId ?? `shipping-${order.shipping.length + 1}`, title: sale.title, gross: amount, discount: zero(order.currency), taxLines: sale.taxLines }];
  return order.shipping.map((line, at) => (at === index ? { ...line, gross: add(line.gross, amount), taxLines: mergedTaxLines([...line.taxLines, ...sale.taxLines]) } : line));
}

/** One tax line per tax; those that come to nothing stay, since they say which taxes apply. */
export function mergedTaxLines(taxLines: readonly TaxLine[]): TaxLine[] {
  const merged = new Map<string, TaxLine>();
  for (const line of taxLines) {
    const key = `${line.title}|${line.rate}|${line.channelLiable}`;
    const seen = merged.get(key);
    merged.set(key, seen ? { ...seen, amount: add(seen.amount, line.amount) } : line);
  }
  return [...merged.values()];
}
