/** Gives back duties and additional fees, whole or not at all; must never give one back twice. */
import type { MinorBag } from "../money/bag.ts";
import { addBags, formatBag, parseBag } from "../money/bag.ts";
import type { ChargeRecord, OrderRecord, RefundRecord } from "../state/order-record.ts";
import { currentCharge } from "./current-amounts.ts";

type RefundCharge = NonNullable<RefundRecord["charges"]>[number];

/** What is left of the charges of these kinds (schema: RefundDutyRefundType FULL). */
export function refundCharges(order: OrderRecord, kinds: readonly ChargeRecord["of"][]): RefundCharge[] {
  return order.charges.filter(({ of }) => kinds.includes(of)).flatMap((charge) => {
    const left = currentCharge(charge, order);
    return left.shop > 0n ? [{ chargeId: charge.id, amount: formatBag(left, order) }] : [];
  });
}

export function worthOfCharges(charges: readonly RefundCharge[], order: OrderRecord): MinorBag {
  return addBags(...charges.map(({ amount }) => parseBag(amount, order)));
}
