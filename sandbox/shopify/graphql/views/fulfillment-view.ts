/** Fulfillment with its lines. */
import type { FulfillmentRecord, OrderRecord } from "../../state/order-record.ts";
import { connectionField, listField } from "./list-view.ts";
import { lineItemView } from "./line-item-view.ts";
import { locationView } from "./shop-view.ts";
import type { View, ViewContext } from "./view-context.ts";
import { gid } from "./view-context.ts";

const DISPLAY_STATUSES: Record<FulfillmentRecord["status"], string> = {
  SUCCESS: "FULFILLED",
  CANCELLED: "CANCELED",
  ERROR: "FAILURE",
  FAILURE: "FAILURE",
  OPEN: "CONFIRMED",
  PENDING: "CONFIRMED",
};

export function fulfillmentView(fulfillment: FulfillmentRecord, order: OrderRecord, { shop }: ViewContext): View {
  return {
    __typename: "Fulfillment",
    id: gid("Fulfillment", fulfillment.id),
    legacyResourceId: fulfillment.id,
    name: fulfillment.name,
    status: fulfillment.status,
    displayStatus: DISPLAY_STATUSES[fulfillment.status],
    createdAt: fulfillment.createdAt,
    updatedAt: fulfillment.updatedAt,
    location: fulfillment.location ? { __typename: "Location", id: gid("Location", fulfillment.id), name: fulfillment.location } : locationView(shop),
    service: fulfillment.service ? { id: gid("FulfillmentService", fulfillment.id), serviceName: fulfillment.service, handle: fulfillment.service.toLowerCase().replaceAll(" ", "-") } : null,
    totalQuantity: fulfillment.lines.reduce((sum, line) => sum + line.quantity, 0),
    trackingInfo: listField(fulfillment.tracking, (tracking) => tracking),
    fulfillmentLineItems: connectionField(fulfillment.lines, ({ id, lineId, quantity }) => {
      const line = order.lines.find((candidate) => candidate.id === lineId);
      return { id: gid("FulfillmentLineItem", id), quantity, lineItem: line && lineItemView(line, order) };
    }),
  };
}
