/** Refunds of an order in Admin GraphQL shape as records; their transactions are the order's own. */
import type { OrderRecord, RefundRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";
import { reasonText, REFUND_DISCREPANCY } from "./adjustment-reasons.ts";
import { bagOf, legacyId } from "./graphql-bag.ts";
import type { GraphqlOrder } from "./graphql-shape-schema.ts";
import { toUtcSeconds } from "./instants.ts";

type SourceRefund = NonNullable<GraphqlOrder["refunds"]>[number];

/** `order` has its shipping lines already: a file that does not name the one that was given back means the first. */
export function importedRefund(shop: ShopState, order: OrderRecord, source: SourceRefund): RefundRecord {
  const idOf = (gid: string | null | undefined): string => (gid ? legacyId(gid) : takeId(shop));
  const createdAt = source.createdAt ? toUtcSeconds(source.createdAt) : order.processedAt;
  const [firstShipping] = order.shippingLines;
  return {
    id: legacyId(source.id),
    note: source.note ?? null,
    createdAt,
    processedAt: source.processedAt ? toUtcSeconds(source.processedAt) : createdAt,
    lines: (source.refundLineItems?.nodes ?? []).map(({ id, quantity, restockType, subtotalSet, totalTaxSet, lineItem }) => ({
      id: idOf(id), lineId: legacyId(lineItem.id), quantity, restockType: restockType ?? "NO_RESTOCK", subtotal: bagOf(subtotalSet, order), tax: bagOf(totalTaxSet, order),
    })),
    shippingLines: (source.refundShippingLines?.nodes ?? []).map(({ id, subtotalAmountSet, taxAmountSet, shippingLine }) => ({
      id: legacyId(id), shippingLineId: shippingLine?.id ? legacyId(shippingLine.id) : (firstShipping?.id ?? ""), subtotal: bagOf(subtotalAmountSet, order), tax: bagOf(taxAmountSet, order),
    })),
    tip: null,
    adjustments: (source.orderAdjustments?.nodes ?? []).map(({ id, reason, amountSet, taxAmountSet }) => ({
      id: idOf(id), reason: reason ? reasonText(reason) : REFUND_DISCREPANCY, amount: bagOf(amountSet, order), tax: bagOf(taxAmountSet, order),
    })),
    transactionIds: (source.transactions?.nodes ?? []).map(({ id }) => legacyId(id)),
  };
}
