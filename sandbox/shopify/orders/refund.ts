/** Refunds an order: units, shipping, duties, an amount, or any of them together. Must never give back more than was paid. */
import type { MinorBag } from "../money/bag.ts";
import { addBags, formatBag, negateBag, NOTHING, smallerBag, subtractBags } from "../money/bag.ts";
import type { OrderRecord, RefundRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";
import { REFUND_DISCREPANCY } from "./adjustment-reasons.ts";
import { zeroBag } from "./blank-order.ts";
import type { UnitChoice } from "./choose-units.ts";
import { allUnits, chooseUnits } from "./choose-units.ts";
import { giveBack, owedToCustomer } from "./give-back.ts";
import { orderAmount } from "./order-amount.ts";
import { ShopifyActionError } from "./order-errors.ts";
import { changeTotals } from "./price-totals.ts";
import { refundCharges, worthOfCharges } from "./refund-charges.ts";
import { refundShipping, worthOfShipping } from "./refund-shipping.ts";
import type { RemovedUnits } from "./remove-units.ts";
import { removeUnits, worthOfLines } from "./remove-units.ts";

export type RefundInput = {
  lines?: readonly (UnitChoice & { restock?: boolean | undefined })[] | undefined;
  /** "full" or an amount before tax. */
  shipping?: string | undefined;
  duties?: boolean | undefined;
  /** What is paid back; default what the refunded parts are worth and the customer is owed. Alone: an amount for no line (goodwill). */
  amount?: string | undefined;
  /** False: the parts leave the order, no money moves. */
  transaction?: boolean | undefined;
  note?: string | undefined;
};

/** Without lines, shipping, duties and amount: all that is left. Throws ShopifyActionError where Shopify would refuse. */
export function refund(shop: ShopState, order: OrderRecord, input: RefundInput, at: string): RefundRecord {
  const everything = !input.lines && input.shipping === undefined && input.duties === undefined && input.amount === undefined;
  if (input.transaction === false && input.amount !== undefined) throw new ShopifyActionError(`order ${order.name}: an amount without a transaction gives nothing back`);
  const units = everything ? allUnits(order, ({ currentQuantity }) => currentQuantity).map((chosen) => ({ ...chosen, restock: false })) : chosenUnits(order, input);
  const shipping = shippingWanted(order, everything ? "full" : input.shipping);
  const record: RefundRecord = {
    id: takeId(shop), note: input.note ?? null, createdAt: at, processedAt: at,
    lines: [], shippingLines: [], tip: null, charges: [], adjustments: [], transactionIds: [],
  };
  changeTotals(order, () => {
    record.lines = removeUnits(shop, order, units);
    record.shippingLines = shipping === undefined ? [] : refundShipping(shop, order, shipping);
    record.charges = refundCharges(order, everything ? ["duties", "fees"] : input.duties ? ["duties"] : []);
    order.refunds.push(record);
  });
  payBack(shop, order, record, input, at);
  return record;
}

function chosenUnits(order: OrderRecord, { lines = [] }: RefundInput): RemovedUnits[] {
  const availableOf = ({ currentQuantity }: { currentQuantity: number }): number => currentQuantity;
  return [true, false].flatMap((restock) => {
    const wanted = lines.filter((line) => (line.restock ?? false) === restock);
    return chooseUnits(order, wanted, { availableOf, doing: "refunded" }).map((chosen) => ({ ...chosen, restock }));
  });
}

function shippingWanted(order: OrderRecord, shipping: string | undefined): "full" | MinorBag | undefined {
  return shipping === undefined || shipping === "full" ? shipping : orderAmount(order, shipping, "refunded");
}

/** The record is in the order already, so what is owed to the customer counts its parts. */
function payBack(shop: ShopState, order: OrderRecord, record: RefundRecord, input: RefundInput, at: string): void {
  const worth = addBags(worthOfLines(record.lines, order), worthOfShipping(record.shippingLines, order), worthOfCharges(record.charges ?? [], order));
  const owed = owedToCustomer(order);
  const suggested = smallerBag(worth, owed);
  const amount = amountBack(order, input, worth.shop > 0n ? suggested : owed);
  if (worth.shop === 0n && record.lines.length === 0 && amount.shop === 0n) throw new ShopifyActionError(`order ${order.name}: there is nothing to refund`);
  const discrepancy = input.amount === undefined ? NOTHING : discrepancyOf(amount, suggested, owed);
  if (discrepancy.shop !== 0n) {
    record.adjustments.push({ id: takeId(shop), reason: REFUND_DISCREPANCY, amount: formatBag(discrepancy, order), tax: zeroBag(order) });
  }
  if (amount.shop === 0n) return;
  record.transactionIds = giveBack(shop, order, amount, at).map(({ id }) => id);
  order.stated.financialStatus = null;
}

function amountBack(order: OrderRecord, { amount, transaction }: RefundInput, byDefault: MinorBag): MinorBag {
  if (transaction === false) return NOTHING;
  return amount === undefined ? byDefault : orderAmount(order, amount, "refunded");
}

/** Positive in the merchant's favour (schema: Order.refundDiscrepancySet): less than suggested was given back; negative: more than was owed. */
function discrepancyOf(amount: MinorBag, suggested: MinorBag, owed: MinorBag): MinorBag {
  if (amount.shop < suggested.shop) return subtractBags(suggested, amount);
  return amount.shop > owed.shop ? negateBag(subtractBags(amount, owed)) : NOTHING;
}
