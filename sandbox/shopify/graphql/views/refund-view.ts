/** Refund with its lines, shipping, adjustments and transactions. */
import { addBags, parseBag } from "../../money/bag.ts";
import { reasonCode } from "../../orders/adjustment-reasons.ts";
import type { OrderRecord, RefundRecord } from "../../state/order-record.ts";
import { dutyView } from "./charge-view.ts";
import { connectionField } from "./list-view.ts";
import { lineItemView } from "./line-item-view.ts";
import { bagView, minorBagView } from "./money-view.ts";
import { shippingLineView } from "./shipping-line-view.ts";
import { transactionView } from "./transaction-view.ts";
import type { View } from "./view-context.ts";
import { gid } from "./view-context.ts";

export function refundView(refund: RefundRecord, order: OrderRecord): View {
  const transactions = order.transactions.filter(({ id }) => refund.transactionIds.includes(id));
  const paidBack = transactions.filter(({ kind, status }) => kind === "REFUND" && status === "SUCCESS");
  return {
    __typename: "Refund",
    id: gid("Refund", refund.id),
    legacyResourceId: refund.id,
    createdAt: refund.createdAt,
    processedAt: refund.processedAt,
    note: refund.note,
    totalRefundedSet: minorBagView(addBags(...paidBack.map(({ amount }) => parseBag(amount, order))), order),
    duties: (refund.charges ?? []).flatMap(({ chargeId, amount }) => {
      const duty = order.charges.find(({ id, of }) => id === chargeId && of === "duties");
      return duty ? [{ amountSet: bagView(amount, order), originalDuty: dutyView(duty, order) }] : [];
    }),
    refundLineItems: connectionField(refund.lines, (line) => refundLineView(line, order)),
    refundShippingLines: connectionField(refund.shippingLines, (line) => refundShippingView(line, order)),
    orderAdjustments: connectionField(refund.adjustments, ({ id, reason, amount, tax }) => ({
      id: gid("OrderAdjustment", id),
      reason: reasonCode(reason),
      amountSet: bagView(amount, order),
      taxAmountSet: bagView(tax, order),
    })),
    transactions: connectionField(transactions, (transaction) => transactionView(transaction, order)),
  };
}

function refundLineView(refunded: RefundRecord["lines"][number], order: OrderRecord): View {
  const line = order.lines.find(({ id }) => id === refunded.lineId);
  const price = line ? parseBag(line.unitPrice, order) : addBags();
  return {
    id: gid("RefundLineItem", refunded.id),
    quantity: refunded.quantity,
    restockType: refunded.restockType,
    restocked: refunded.restockType !== "NO_RESTOCK",
    priceSet: minorBagView(price, order),
    subtotalSet: bagView(refunded.subtotal, order),
    totalTaxSet: bagView(refunded.tax, order),
    lineItem: line && lineItemView(line, order),
  };
}

function refundShippingView({ id, shippingLineId, subtotal, tax }: RefundRecord["shippingLines"][number], order: OrderRecord): View {
  const line = order.shippingLines.find((candidate) => candidate.id === shippingLineId);
  return {
    id: gid("RefundShippingLine", id),
    subtotalAmountSet: bagView(subtotal, order),
    taxAmountSet: bagView(tax, order),
    shippingLine: line && shippingLineView(line, order),
  };
}
