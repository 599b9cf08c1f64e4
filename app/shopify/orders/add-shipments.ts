/** Brings what each of several shipments held. Orders that went out at once, or not at all, cost nothing here: their shipment is the order. */
import { z } from "zod";
import { failure, success, type Result } from "#app/domain/result.ts";
import type { RawOrder } from "./complete-lines.ts";
import type { Call, CallFailure } from "./patient-call.ts";
import { ORDER_SHIPMENTS } from "./query.ts";

/** Only what fetching needs to know; the rest passes through as it came. */
const shipmentsSchema = z.object({ order: z.object({ updatedAt: z.string(), fulfillments: z.array(z.unknown()) }).nullable() });

/** The order with `shipments`, null where it did not go out in parts. An order that changes between two pages is `transient`. */
export async function addShipments<Raw extends RawOrder>(call: Call, order: Raw): Promise<Result<Raw & { shipments: unknown[] | null }, CallFailure>> {
  const shipped = order.fulfillments.filter(({ status }) => status === "SUCCESS").length;
  // One shipment is the whole order only where nothing was taken out of that or put into it: what never shipped does not keep an order from being fulfilled.
  const isWhole = shipped === 1 && order.displayFulfillmentStatus === "FULFILLED" && !order.edited && order.refunds.length === 0;
  if (shipped === 0 || isWhole) return success({ ...order, shipments: null });
  const read = await call(ORDER_SHIPMENTS, { id: order.id }, shipmentsSchema);
  if (!read.ok) return read;
  if (read.value.order?.updatedAt !== order.updatedAt) return failure({ kind: "transient", detail: `order ${order.id} changed while it was read` });
  return success({ ...order, shipments: read.value.order.fulfillments });
}
