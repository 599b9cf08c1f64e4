/**
 * The one place where an order's price totals come from: lines, discounts, shipping, taxes, tip and charges, in whole minor units.
 * What an imported file stated about itself is served in place of the derived figure.
 */
import type { Bag, BagCurrencies, MinorBag } from "../money/bag.ts";
import { addBags, formatBag, parseBag, subtractBags, timesBag } from "../money/bag.ts";
import type { AllocationRecord, LineRecord, OrderRecord, PriceTotal, TaxLineRecord } from "../state/order-record.ts";
import { currentCharge, currentTaxLinesOf, currentTip, lineAmounts, shippingAmounts } from "./current-amounts.ts";

/** Every price total of the order; the sum identity is total = subtotal + discounted shipping + tax (unless included) + tip + duties and fees. */
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
  const total = addBags(subtotal, shipping, ...taxOnTop, parseBag(order.tip, order), ...order.charges.map(({ price }) => parseBag(price, order)));
  const discounts = addBags(lineDiscounts, shippingDiscounts);
  const current = currentTotals(order, shippingDiscounts);
  return {
    totalPrice: total,
    subtotalPrice: subtotal,
    totalTax: tax,
    totalDiscounts: discounts,
    totalShippingPrice: shippingGross,
    originalTotalPrice: total,
    ...current,
  };
}

type CurrentTotal = Extract<PriceTotal, `current${string}`>;

/** After edits, refunds and cancellations. An amount given back without a line does not change them (design page 03, the identities of the proof). */
function currentTotals(order: OrderRecord, shippingDiscounts: MinorBag): Record<CurrentTotal, MinorBag> {
  const lines = order.lines.map((line) => lineAmounts(line, order));
  const shipping = order.shippingLines.map((line) => shippingAmounts(line, order));
  const subtotal = addBags(...lines.map(({ net }) => net));
  const shippingPrice = addBags(...shipping.map(({ net }) => net));
  const tax = addBags(...[...lines, ...shipping].map((item) => item.tax));
  return {
    currentTotalPrice: addBags(subtotal, shippingPrice, ...(order.taxesIncluded ? [] : [tax]), currentTip(order), ...order.charges.map((charge) => currentCharge(charge, order))),
    currentSubtotalPrice: subtotal,
    currentTotalTax: tax,
    currentTotalDiscounts: addBags(shippingDiscounts, ...lines.map(({ discount }) => discount)),
    currentShippingPrice: shippingPrice,
  };
}

/**
 * Runs an action that changes what an order holds. What an imported file stated moves by the difference the action made, so that a file
 * that does not add up stays as it is and still reacts. What depends on the totals must wait until this is done. `originalTotalPrice` stays as it was before the first change.
 */
export function changeTotals<Result>(order: OrderRecord, change: () => Result): Result {
  const before = derive(order);
  const original = priceTotals(order).originalTotalPrice;
  const result = change();
  const after = derive(order);
  for (const [name, stated] of Object.entries(order.stated.totals) as [PriceTotal, Bag][]) {
    order.stated.totals[name] = formatBag(addBags(parseBag(stated, order), subtractBags(after[name], before[name])), order);
  }
  order.stated.totals.originalTotalPrice = original;
  return result;
}

/** The order's tax lines: the stated ones, else those of lines and shipping summed by title and rate. */
export function orderTaxLines(order: OrderRecord): TaxLineRecord[] {
  return order.stated.taxLines ?? sumTaxLines([...order.lines, ...order.shippingLines].flatMap((item) => item.taxLines), order);
}

/** As `orderTaxLines`, after edits and refunds; an order nothing was taken out of has them as stated. */
export function currentTaxLines(order: OrderRecord): TaxLineRecord[] {
  const untouched = order.refunds.length === 0 && order.lines.every((line) => line.currentQuantity === line.quantity);
  return untouched ? orderTaxLines(order) : sumTaxLines(currentTaxLinesOf(order), order);
}

/** By title, rate and who owes it. */
export function sumTaxLines(taxLines: readonly TaxLineRecord[], currencies: BagCurrencies): TaxLineRecord[] {
  const sums = new Map<string, TaxLineRecord>();
  for (const tax of taxLines) {
    const key = `${tax.title}|${tax.rate}|${tax.channelLiable}`;
    const sum = sums.get(key);
    const price = sum ? formatBag(addBags(parseBag(sum.price, currencies), parseBag(tax.price, currencies)), currencies) : tax.price;
    sums.set(key, { ...tax, price });
  }
  return [...sums.values()];
}
