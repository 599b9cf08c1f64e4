/** Refunds of an order in REST shape; an edit's removals are refunds there, too, and nothing tells them apart. */
import type { Bag, BagCurrencies } from "../money/bag.ts";
import { formatBag, negateBag, parseBag } from "../money/bag.ts";
import type { RefundRecord } from "../state/order-record.ts";
import { zeroBag } from "./blank-order.ts";
import { toUtcSeconds } from "./instants.ts";
import { bagOf } from "./rest-bag.ts";
import type { RestOrder, RestRefund } from "./rest-shape-schema.ts";

/** How REST tells of shipping that was given back: beside the refund's shipping lines, and alone in files of before there were any. */
const SHIPPING_REFUND = "shipping_refund";

export function importedRefunds(rest: RestOrder, currencies: BagCurrencies): RefundRecord[] {
  return (rest.refunds ?? []).map((refund) => ({
    id: refund.id,
    note: refund.note ?? null,
    createdAt: toUtcSeconds(refund.created_at),
    processedAt: toUtcSeconds(refund.processed_at ?? refund.created_at),
    lines: (refund.refund_line_items ?? []).map((line) => ({
      id: line.id,
      lineId: line.line_item_id,
      quantity: line.quantity,
      restockType: line.restock_type.toUpperCase(),
      subtotal: bagOf(line.subtotal, line.subtotal_set, currencies),
      tax: bagOf(line.total_tax, line.total_tax_set, currencies),
    })),
    shippingLines: shippingOf(refund, rest, currencies),
    tip: null,
    adjustments: adjustmentsOf(refund, currencies).filter(({ kind }) => kind !== SHIPPING_REFUND).map(({ id, reason, amount, tax }) => ({ id, reason, amount, tax })),
    transactionIds: (refund.transactions ?? []).map(({ id }) => id),
  }));
}

function shippingOf(refund: RestRefund, rest: RestOrder, currencies: BagCurrencies): RefundRecord["shippingLines"] {
  const lines = refund.refund_shipping_lines ?? [];
  const told = adjustmentsOf(refund, currencies).filter(({ kind }) => kind === SHIPPING_REFUND);
  if (lines.length === 0) {
    const [line] = rest.shipping_lines ?? [];
    return line ? told.map(({ id, amount, tax }) => ({ id, shippingLineId: line.id, subtotal: turned(amount, currencies), tax: turned(tax, currencies) })) : [];
  }
  return lines.map((line, index) => {
    const tax = told[index] ? turned(told[index].tax, currencies) : zeroBag(currencies);
    return {
      id: line.id,
      shippingLineId: line.shipping_line_id,
      subtotal: bagOf("0", line.subtotal_amount_set, currencies),
      tax: line.tax_amount_set ? bagOf("0", line.tax_amount_set, currencies) : tax,
    };
  });
}

function adjustmentsOf(refund: RestRefund, currencies: BagCurrencies): (RefundRecord["adjustments"][number] & { kind: string | null })[] {
  return (refund.order_adjustments ?? []).map((adjustment) => ({
    id: adjustment.id,
    kind: adjustment.kind ?? null,
    reason: adjustment.reason,
    amount: bagOf(adjustment.amount, adjustment.amount_set, currencies),
    tax: bagOf(adjustment.tax_amount, adjustment.tax_amount_set, currencies),
  }));
}

/** REST tells given back shipping as a negative adjustment. */
function turned(amount: Bag, currencies: BagCurrencies): Bag {
  return formatBag(negateBag(parseBag(amount, currencies)), currencies);
}
