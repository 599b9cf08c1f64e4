/** Cancels an order: all its units, shipping, tip and charges leave it, authorised money is released, and paid money is given back if asked for. */
import { formatBag, smallerBag } from "../money/bag.ts";
import type { OrderRecord, RefundRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";
import { allUnits } from "./choose-units.ts";
import { currentTip } from "./current-amounts.ts";
import { giveBack, owedToCustomer, releaseAuthorizations } from "./give-back.ts";
import { ShopifyActionError } from "./order-errors.ts";
import { paymentTotals } from "./payment-totals.ts";
import { changeTotals } from "./price-totals.ts";
import { refundCharges } from "./refund-charges.ts";
import { refundShipping } from "./refund-shipping.ts";
import { removeUnits } from "./remove-units.ts";

/** Schema: OrderCancelReason. */
export const CANCEL_REASONS = ["CUSTOMER", "DECLINED", "FRAUD", "INVENTORY", "OTHER", "STAFF"] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

export type CancelInput = { refund?: boolean | undefined; restock?: boolean | undefined; reason?: CancelReason | undefined; note?: string | undefined };

/** The ids of what it made, for the webhooks: the transactions, and the refund that holds the removed parts. */
export type Cancellation = { refund: RefundRecord; transactionIds: string[] };

/** Throws ShopifyActionError for an order that is cancelled already. */
export function cancel(shop: ShopState, order: OrderRecord, { refund = false, restock = false, reason = "OTHER", note }: CancelInput, at: string): Cancellation {
  if (order.cancelledAt !== null) throw new ShopifyActionError(`order ${order.name} is cancelled already`);
  const record = changeTotals(order, () => removeEverything(shop, order, { restock, note: note ?? null, at }));
  order.cancelledAt = at;
  order.cancelReason = reason;
  order.stated.financialStatus = null;
  const voids = releaseAuthorizations(shop, order, at);
  const owed = smallerBag(owedToCustomer(order), paymentTotals(order).net);
  const given = refund && owed.shop > 0n ? giveBack(shop, order, owed, at) : [];
  record.transactionIds = given.map(({ id }) => id);
  return { refund: record, transactionIds: [...voids, ...given].map(({ id }) => id) };
}

function removeEverything(shop: ShopState, order: OrderRecord, { restock, note, at }: { restock: boolean; note: string | null; at: string }): RefundRecord {
  const tip = currentTip(order);
  const record: RefundRecord = {
    id: takeId(shop), note, createdAt: at, processedAt: at,
    lines: removeUnits(shop, order, allUnits(order, ({ currentQuantity }) => currentQuantity).map((chosen) => ({ ...chosen, restock }))),
    shippingLines: refundShipping(shop, order, "full"),
    tip: tip.shop === 0n ? null : formatBag(tip, order),
    charges: refundCharges(order, ["duties", "fees"]),
    adjustments: [], transactionIds: [],
  };
  order.refunds.push(record);
  return record;
}
