/** Gives back shipping, all of it or an amount, with its share of the tax; must never give back more than is left. */
import type { MinorBag } from "../money/bag.ts";
import { addBags, formatBag, NOTHING, parseBag, smallerBag, subtractBags } from "../money/bag.ts";
import type { OrderRecord, RefundRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";
import { shippingAmounts } from "./current-amounts.ts";
import { ShopifyActionError } from "./order-errors.ts";

type RefundShipping = RefundRecord["shippingLines"][number];

/** `asked` in shop currency, before tax unless the order's prices include it. Throws ShopifyActionError above what is left. */
export function refundShipping(shop: ShopState, order: OrderRecord, asked: "full" | MinorBag): RefundShipping[] {
  const left = addBags(...order.shippingLines.map((line) => shippingAmounts(line, order).net));
  const wanted = asked === "full" ? left : asked;
  if (wanted.shop > left.shop) throw new ShopifyActionError(`order ${order.name}: ${formatBag(left, order).shop} of shipping is left to refund`);
  const refunded: RefundShipping[] = [];
  let open = wanted;
  for (const line of order.shippingLines) {
    const { net, tax } = shippingAmounts(line, order);
    const subtotal = smallerBag(open, net);
    open = subtractBags(open, subtotal);
    if (subtotal.shop <= 0n) continue;
    const taxBack = subtotal.shop === net.shop ? tax : proportion(tax, subtotal, net);
    refunded.push({ id: takeId(shop), shippingLineId: line.id, subtotal: formatBag(subtotal, order), tax: formatBag(taxBack, order) });
  }
  return refunded;
}

export function worthOfShipping(lines: readonly RefundShipping[], order: OrderRecord): MinorBag {
  return addBags(...lines.map(({ subtotal, tax }) => addBags(parseBag(subtotal, order), ...(order.taxesIncluded ? [] : [parseBag(tax, order)]))));
}

/** `amount · part / whole` per side, rounded half up. */
function proportion(amount: MinorBag, part: MinorBag, whole: MinorBag): MinorBag {
  const side = (of: bigint, numerator: bigint, denominator: bigint): bigint => (denominator === 0n ? 0n : (2n * of * numerator + denominator) / (2n * denominator));
  return amount.shop === 0n ? NOTHING : { shop: side(amount.shop, part.shop, whole.shop), presentment: side(amount.presentment, part.presentment, whole.presentment) };
}
