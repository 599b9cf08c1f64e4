/** Where every shipment has an invoice of its own (story A13), what has shipped is fulfilled, whatever is still to come: that is what a rule about the invoice asks of. */
import type { Order } from "../order/order.ts";
import type { SettingOptions } from "../settings/settings.ts";
import type { Verdicts } from "./posting-form.ts";

export const asShipped = (order: Order, { splitShipments }: Pick<SettingOptions, "splitShipments">): Order =>
  splitShipments === "invoice_each" && order.status === "partially_fulfilled" ? { ...order, status: "fulfilled", fulfilmentWord: "fulfilled" } : order;

/** Nothing is invoiced before it ships. */
export const unlessNotShipped = ({ fulfilmentWord }: Order, { splitShipments }: Pick<SettingOptions, "splitShipments">, verdicts: Verdicts): Verdicts =>
  splitShipments === "invoice_each" && fulfilmentWord === "unfulfilled" && verdicts.invoice.create ? { ...verdicts, invoice: { create: false, because: { by: "setting", name: "splitShipments" } } } : verdicts;
