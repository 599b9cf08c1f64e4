/** TaxLine. */
import type { BagCurrencies } from "../../money/bag.ts";
import type { TaxLineRecord } from "../../state/order-record.ts";
import { bagView } from "./money-view.ts";
import type { View } from "./view-context.ts";

export function taxLineView(tax: TaxLineRecord, currencies: BagCurrencies): View {
  return {
    title: tax.title,
    rate: tax.rate,
    // Twelve digits are plenty for a rate and hide the binary noise of 0.07 × 100.
    ratePercentage: tax.rate === null ? null : Number((tax.rate * 100).toPrecision(12)),
    source: tax.source,
    channelLiable: tax.channelLiable,
    priceSet: bagView(tax.price, currencies),
  };
}
