/** ShippingLine. */
import { parseBag, subtractBags } from "../../money/bag.ts";
import { shippingAmounts } from "../../orders/current-amounts.ts";
import { allocatedTo } from "../../orders/price-totals.ts";
import type { OrderRecord, ShippingLineRecord } from "../../state/order-record.ts";
import { allocationViews } from "./discount-view.ts";
import { bagView, minorBagView } from "./money-view.ts";
import { taxLineView } from "./tax-line-view.ts";
import type { View } from "./view-context.ts";
import { gid } from "./view-context.ts";

export function shippingLineView(line: ShippingLineRecord, order: OrderRecord): View {
  const discounted = minorBagView(subtractBags(parseBag(line.price, order), allocatedTo(line, order)), order);
  return {
    id: gid("ShippingLine", line.id),
    title: line.title,
    code: line.code,
    source: line.source,
    carrierIdentifier: line.carrierIdentifier ?? null,
    isRemoved: line.removed,
    custom: line.custom,
    originalPriceSet: bagView(line.price, order),
    discountedPriceSet: discounted,
    currentDiscountedPriceSet: minorBagView(shippingAmounts(line, order).net, order),
    taxLines: line.taxLines.map((tax) => taxLineView(tax, order)),
    discountAllocations: allocationViews(line.allocations, order),
  };
}
