/** A dispute in Shopify's REST shape, the body of disputes/create and disputes/update (contracts/shopify/orders/rest_disputes.json). */
import { inZone } from "../orders/instants.ts";
import type { DisputeRecord, OrderRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";

export function disputePayload({ id, type, amount, status, initiatedAt, finalizedAt }: DisputeRecord, order: OrderRecord, { timeZone }: ShopState): Record<string, unknown> {
  return {
    id: Number(id), order_id: Number(order.id), type: type.toLowerCase(), amount, currency: order.currency, reason: "fraudulent", network_reason_code: "4827", status: status.toLowerCase(),
    evidence_due_by: null, evidence_sent_on: null, finalized_on: finalizedAt && inZone(finalizedAt, timeZone), initiated_at: inZone(initiatedAt, timeZone),
  };
}
