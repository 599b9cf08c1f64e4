/** The money fields of Order. Each is a function: a page of orders that asks for names only computes no totals. */
import { addBags, parseBag } from "../../money/bag.ts";
import type { MinorBag } from "../../money/bag.ts";
import { currentCharge } from "../../orders/current-amounts.ts";
import { paymentTotals, refundDiscrepancy } from "../../orders/payment-totals.ts";
import type { PaymentTotals } from "../../orders/payment-totals.ts";
import { currentTaxLines, orderTaxLines, priceTotals } from "../../orders/price-totals.ts";
import { worthOfShipping } from "../../orders/refund-shipping.ts";
import type { ChargeRecord, OrderRecord, PriceTotal } from "../../state/order-record.ts";
import { PRICE_TOTALS } from "../../state/order-record.ts";
import { feeView } from "./charge-view.ts";
import { bagView, minorBagView } from "./money-view.ts";
import { taxLineView } from "./tax-line-view.ts";
import type { View } from "./view-context.ts";

export function orderMoneyView(order: OrderRecord): View {
  const prices = once(() => priceTotals(order));
  const payments = once(() => paymentTotals(order));
  const payment = (choose: (totals: PaymentTotals) => MinorBag) => () => minorBagView(choose(payments()), order);
  const taxLines = (): View[] => orderTaxLines(order).map((tax) => taxLineView(tax, order));
  return {
    ...Object.fromEntries(PRICE_TOTALS.map((total: PriceTotal) => [`${total}Set`, () => bagView(prices()[total], order)])),
    totalTipReceivedSet: bagView(order.tip, order),
    totalReceivedSet: payment(({ received }) => received),
    totalRefundedSet: payment(({ refunded }) => refunded),
    netPaymentSet: payment(({ net }) => net),
    totalOutstandingSet: payment(({ outstanding }) => outstanding),
    totalRefundedShippingSet: () => minorBagView(refundedShipping(order), order),
    refundDiscrepancySet: () => minorBagView(refundDiscrepancy(order), order),
    totalCashRoundingAdjustment: () => ({
      paymentSet: minorBagView(payments().paymentRounding, order),
      refundSet: minorBagView(payments().refundRounding, order),
    }),
    fullyPaid: () => payments().outstanding.shop <= 0n,
    unpaid: () => payments().received.shop === 0n,
    ...chargeTotals(order),
    additionalFees: order.charges.filter(({ of }) => of === "fees").map((fee) => feeView(fee, order)),
    taxLines,
    currentTaxLines: () => currentTaxLines(order).map((tax) => taxLineView(tax, order)),
  };
}

/** Null where there never were any, as Shopify answers. */
function chargeTotals(order: OrderRecord): View {
  const totals = (of: ChargeRecord["of"], name: string): View => {
    const charges = order.charges.filter((charge) => charge.of === of);
    const total = (amountOf: (charge: ChargeRecord) => MinorBag): View | null => (charges.length === 0 ? null : minorBagView(addBags(...charges.map(amountOf)), order));
    return { [`originalTotal${name}Set`]: total(({ price }) => parseBag(price, order)), [`currentTotal${name}Set`]: total((charge) => currentCharge(charge, order)) };
  };
  return { ...totals("duties", "Duties"), ...totals("fees", "AdditionalFees") };
}

/** With its tax (schema: "the total amount of shipping that was refunded"). */
function refundedShipping(order: OrderRecord): MinorBag {
  return addBags(...order.refunds.map(({ shippingLines }) => worthOfShipping(shippingLines, order)));
}

function once<Value>(compute: () => Value): () => Value {
  let computed: { value: Value } | undefined;
  return () => (computed ??= { value: compute() }).value;
}
