/** Duty and AdditionalFee; the simulator taxes neither. */
import type { ChargeRecord, OrderRecord } from "../../state/order-record.ts";
import { bagView } from "./money-view.ts";
import type { View } from "./view-context.ts";
import { gid } from "./view-context.ts";

export function dutyView({ id, price }: ChargeRecord, order: OrderRecord): View {
  return { id: gid("Duty", id), harmonizedSystemCode: null, countryCodeOfOrigin: null, price: bagView(price, order), taxLines: [] };
}

/** A sale names its fee by a type of its own (schema: SaleAdditionalFee). */
export function feeView({ id, name, price }: ChargeRecord, order: OrderRecord, type: "AdditionalFee" | "SaleAdditionalFee" = "AdditionalFee"): View {
  return { id: gid(type, id), name, price: bagView(price, order), taxLines: [] };
}
