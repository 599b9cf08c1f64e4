/**
 * A part of an order as if that had been sold alone: the units of one shipment, each with its share of the line's amounts. Shares are taken off running
 * totals, so the parts of a line come to the line, and a part does not move because units that had not shipped are taken out later.
 */
import { add, type Money, money, subtract, sum, zero } from "../money/money.ts";
import type { Order, OrderLine, TaxLine } from "./order.ts";

export type Units = ReadonlyMap<string, number>;

/** `sold`: the order as it is invoiced in the end. `agreed`: with what was taken out before it shipped. `before`: units of earlier shipments. What is no goods goes with the first part. */
export function partShipped({ sold, agreed, before, units, isFirst }: { sold: Order; agreed: Order; before: Units; units: Units; isFirst: boolean }): Order {
  const lines = sold.lines.flatMap((line): OrderLine[] => {
    const from = Math.min(before.get(line.id) ?? 0, line.quantity);
    const to = Math.min(from + (units.get(line.id) ?? 0), line.quantity);
    const whole = agreed.lines.find(({ id }) => id === line.id) ?? line;
    return to > from ? [shareOf(line, whole, from, to)] : [];
  });
  const nothing = zero(sold.currency);
  const rest = isFirst ? {} : { shipping: [], tip: nothing, duties: nothing, additionalFees: nothing, cashRounding: nothing };
  const part = { ...sold, ...rest, lines };
  const tax = sum(sold.currency, [...part.lines, ...part.shipping].flatMap(({ taxLines }) => taxLines.map(({ amount }) => amount)));
  const net = sum(sold.currency, [...part.lines, ...part.shipping].map(({ gross, discount }) => subtract(gross, discount)));
  const current = [part.tip, part.duties, part.additionalFees, sold.taxesIncluded ? nothing : tax].reduce(add, net);
  return { ...part, totals: { ...sold.totals, current, tax } };
}

function shareOf(line: OrderLine, whole: OrderLine, from: number, to: number): OrderLine {
  const upTo = (units: number, inAll: Money, agreed: Money): Money =>
    units >= line.quantity ? inAll : whole.quantity === 0 ? zero(inAll.currency) : rounded(agreed, units, whole.quantity);
  const share = (inAll: Money, agreed: Money): Money => subtract(upTo(to, inAll, agreed), upTo(from, inAll, agreed));
  return {
    ...line, quantity: to - from, gross: share(line.gross, whole.gross), discount: share(line.discount, whole.discount),
    taxLines: line.taxLines.map((tax) => ({ ...tax, amount: share(tax.amount, sameTax(whole, tax)?.amount ?? tax.amount) })),
  };
}

/** Halves up: the share of units that stay is then most often what Shopify leaves of the line when the others are taken out. */
const rounded = ({ currency, minor }: Money, units: number, of: number): Money => money(currency, (2n * minor * BigInt(units) + BigInt(of)) / (2n * BigInt(of)));

const sameTax = ({ taxLines }: OrderLine, { title, rate, channelLiable }: TaxLine): TaxLine | undefined =>
  taxLines.find((tax) => tax.title === title && tax.rate === rate && tax.channelLiable === channelLiable);
