/**
 * What a line or a shipping line is worth now: without the units and the shipping that edits, refunds and cancellations took out.
 * Shopify publishes no rounding for this; here every discount allocation and tax line shrinks by units, each rounded half away from zero.
 */
import type { MinorBag } from "../money/bag.ts";
import { addBags, formatBag, parseBag, shareOfBag, subtractBags, timesBag } from "../money/bag.ts";
import type { ChargeRecord, LineRecord, OrderRecord, ShippingLineRecord, TaxLineRecord } from "../state/order-record.ts";

export type CurrentAmounts = {
  gross: MinorBag;
  discount: MinorBag;
  /** After discounts; includes the tax where the order's prices do. */
  net: MinorBag;
  tax: MinorBag;
};

/** Of `units` units of a line, by default those that are still part of the order. */
export function lineAmounts(line: LineRecord, order: OrderRecord, units: number = line.currentQuantity): CurrentAmounts {
  const gross = timesBag(parseBag(line.unitPrice, order), units);
  const share = (amount: LineRecord["unitPrice"]): MinorBag => shareOfBag(parseBag(amount, order), units, line.quantity);
  const discount = addBags(...line.allocations.map(({ amount }) => share(amount)));
  const tax = addBags(...line.taxLines.map(({ price }) => share(price)));
  return { gross, discount, net: subtractBags(gross, discount), tax };
}

/** Of a shipping line after its refunds; nothing once it was removed. */
export function shippingAmounts(line: ShippingLineRecord, order: OrderRecord): CurrentAmounts {
  if (line.removed) return { gross: addBags(), discount: addBags(), net: addBags(), tax: addBags() };
  const refunded = order.refunds.flatMap(({ shippingLines }) => shippingLines).filter(({ shippingLineId }) => shippingLineId === line.id);
  const gross = parseBag(line.price, order);
  const discount = addBags(...line.allocations.map(({ amount }) => parseBag(amount, order)));
  const tax = addBags(...line.taxLines.map(({ price }) => parseBag(price, order)));
  return {
    gross,
    discount,
    net: subtractBags(subtractBags(gross, discount), addBags(...refunded.map(({ subtotal }) => parseBag(subtotal, order)))),
    tax: subtractBags(tax, addBags(...refunded.map((refund) => parseBag(refund.tax, order)))),
  };
}

/** The tip without what a cancellation gave back. */
export function currentTip(order: OrderRecord): MinorBag {
  const returned = order.refunds.flatMap(({ tip }) => (tip ? [parseBag(tip, order)] : []));
  return subtractBags(parseBag(order.tip, order), addBags(...returned));
}

/** What is left of one duty or fee after its refunds. */
export function currentCharge({ id, price }: ChargeRecord, order: OrderRecord): MinorBag {
  const returned = order.refunds.flatMap(({ charges = [] }) => charges).filter(({ chargeId }) => chargeId === id);
  return subtractBags(parseBag(price, order), addBags(...returned.map(({ amount }) => parseBag(amount, order))));
}

/** The tax lines of one line or shipping line as they stand now. */
export function currentTaxLinesOf(order: OrderRecord): TaxLineRecord[] {
  const ofLines = order.lines.flatMap((line) =>
    line.taxLines.map((tax) => ({ ...tax, price: formatBag(shareOfBag(parseBag(tax.price, order), line.currentQuantity, line.quantity), order) })),
  );
  const ofShipping = order.shippingLines.flatMap((line) => shippingTaxLines(line, order));
  return [...ofLines, ...ofShipping];
}

function shippingTaxLines(line: ShippingLineRecord, order: OrderRecord): TaxLineRecord[] {
  return shippingTaxes(line, order, shippingAmounts(line, order).tax).map(({ taxLine, amount }) => ({ ...taxLine, price: formatBag(amount, order) }));
}

/** Of several taxes on one shipping line, of which `left` is left in all: the first ones carry what was refunded, since Shopify tells only the sum. */
export function shippingTaxes(line: ShippingLineRecord, order: OrderRecord, left: MinorBag): { taxLine: TaxLineRecord; amount: MinorBag }[] {
  let rest = left;
  const shares = [...line.taxLines].reverse().map((taxLine) => {
    const full = parseBag(taxLine.price, order);
    const amount = rest.shop < full.shop ? rest : full;
    rest = subtractBags(rest, amount);
    return { taxLine, amount };
  });
  return shares.reverse();
}
