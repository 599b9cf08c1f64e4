/**
 * Split shipments (story A13): whether an order has an invoice per shipment, and which. An order keeps the form it began with, whatever the setting says later.
 * Must never say that a part is a shipment's own where it is not known what that shipment held.
 */
import type { Temporal } from "temporal-polyfill";
import { legacyId } from "../documents/header.ts";
import type { Order } from "../order/order.ts";
import type { Settings } from "../settings/settings.ts";
import type { ExistingDocument } from "./course.ts";

export type Shipment = {
  /** Shopify's number of it; kept with the invoice that stands for it. */
  id: string;
  /** Of its invoice. */
  part: string;
  /** Counted from 1; numbers of documents end with it. */
  ordinal: number;
  at: Temporal.Instant;
  /** Units by line. */
  units: ReadonlyMap<string, number>;
};

/** Null: the order has one invoice. `unknown`: it has one per shipment, and what one of them held is not known. */
export function shipmentsOf(order: Order, { options }: Settings, existing: readonly ExistingDocument[]): Shipment[] | null | "unknown" {
  const first = existing.find(({ kind, part }) => kind === "invoice" && part === "1");
  const firstId = first?.aspects?.shipment;
  if (first ? firstId === undefined : options.splitShipments === "one_invoice") return null;
  const shipped = order.fulfilments.filter(({ succeeded }) => succeeded).toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds || Number(BigInt(legacyId(a.id)) - BigInt(legacyId(b.id))));
  if (!first && (shipped.length === 0 || (shipped.length === 1 && order.fulfilmentWord === "fulfilled"))) return null;
  const known = shipped.flatMap(({ id, at, units }) => (units ? [{ id: legacyId(id), at, units: new Map(units.map((each) => [each.lineId, each.quantity])) }] : []));
  if (known.length < shipped.length) return first ? "unknown" : null;
  return known.map((shipment, index): Shipment => ({ ...shipment, ordinal: index + 1, part: shipment.id === (firstId ?? known[0]?.id) ? "1" : `shipment-${shipment.id}` }));
}
