/**
 * The one place where an order's price totals come from: lines, discounts, shipping, taxes and tip, in whole minor units.
 * What an imported file stated about itself is served in place of the derived figure.
 */
import type { Bag, BagCurrencies, MinorBag } from '../money/bag.ts';
import { addBags, formatBag, parseBag, subtractBags, timesBag } from '../money/bag.ts';
import type { AllocationRecord, LineRecord, OrderRecord, PriceTotal, TaxLineRecord } from '../state/order-record.ts';

/** Every price total of the order; the sum identity is total = subtotal + discounted shipping + tax (unless included) + tip. */
export function priceTotals(order: OrderRecord): Record<PriceTotal, Bag> {
  const derived = derive(order);
  const formatted = {} as Record<PriceTotal, Bag>;
  for (const [name, amount] of Object.entries(derived) as [PriceTotal, MinorBag][]) formatted[name] = formatBag(amount, order);
  return { ...formatted, ...order.stated.totals };
}

/** Unit price times the quantity first ordered. */
export function grossOf(line: LineRecord, currencies: BagCurrencies): MinorBag {
  return timesBag(parseBag(line.unitPrice, currencies), line.quantity);
}

export function allocatedTo(item: { allocations: AllocationRecord[] }, currencies: BagCurrencies): MinorBag {
  return addBags(...item.allocations.map((allocation) => parseBag(allocation.amount, currencies)));
}

export function taxOf(item: { taxLines: TaxLineRecord[] }, currencies: BagCurrencies): MinorBag {
  return addBags(...item.taxLines.map((tax) => parseBag(tax.price, currencies)));
}

function derive(order: OrderRecord): Record<PriceTotal, MinorBag> {
  const shippingLines = order.shippingLines.filter((line) => !line.removed);
  const gross = addBags(...order.lines.map((line) => grossOf(line, order)));
  const lineDiscounts = addBags(...order.lines.map((line) => allocatedTo(line, order)));
  const shippingGross = addBags(...shippingLines.map((line) => parseBag(line.price, order)));
  const shippingDiscounts = addBags(...shippingLines.map((line) => allocatedTo(line, order)));
  const tax = addBags(...[...order.lines, ...shippingLines].map((item) => taxOf(item, order)));
  const subtotal = subtractBags(gross, lineDiscounts);
  const shipping = subtractBags(shippingGross, shippingDiscounts);
  const taxOnTop = order.taxesIncluded ? [] : [tax];
  const total = addBags(subtotal, shipping, ...taxOnTop, parseBag(order.tip, order));
  const discounts = addBags(lineDiscounts, shippingDiscounts);
  return {
    totalPrice: total,
    subtotalPrice: subtotal,
    totalTax: tax,
    totalDiscounts: discounts,
    totalShippingPrice: shippingGross,
    originalTotalPrice: total,
    currentTotalPrice: total,
    currentSubtotalPrice: subtotal,
    currentTotalTax: tax,
    currentTotalDiscounts: discounts,
    currentShippingPrice: shipping,
  };
}

/** The order's tax lines: the stated ones, else those of lines and shipping summed by title and rate. */
export function orderTaxLines(order: OrderRecord): TaxLineRecord[] {
  if (order.stated.taxLines) return order.stated.taxLines;
  const sums = new Map<string, TaxLineRecord>();
  for (const tax of [...order.lines, ...order.shippingLines].flatMap((item) => item.taxLines)) {
    const key = `${tax.title}|${tax.rate}|${tax.channelLiable}`;
    const sum = sums.get(key);
    const price = sum ? formatBag(addBags(parseBag(sum.price, order), parseBag(tax.price, order)), order) : tax.price;
    sums.set(key, { ...tax, price });
  }
  return [...sums.values()];
}
