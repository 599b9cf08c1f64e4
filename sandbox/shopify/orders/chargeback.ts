/** A chargeback on an order: opened by the buyer's bank, then lost or won. Must never move money of the order itself: the bank takes it from the payment provider. */
import { formatMinor, parseMinor } from "../money/minor-units.ts";
import type { OrderRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";
import { ShopifyActionError } from "./order-errors.ts";

export type ChargebackInput = { amount: string; fee?: string | undefined; outcome: "open" | "lost" | "won" };

/** Throws ShopifyActionError where there is none to decide, or one open already. */
export function chargeback(shop: ShopState, order: OrderRecord, { amount, fee = "0", outcome }: ChargebackInput): void {
  const disputes = (order.disputes ??= []);
  const open = disputes.find(({ status }) => status === "NEEDS_RESPONSE");
  if (outcome === "open") {
    if (open) throw new ShopifyActionError(`order ${order.name}: a chargeback is open already`);
    const text = (given: string): string => formatMinor(parseMinor(given, order.currency), order.currency);
    disputes.push({ id: takeId(shop), status: "NEEDS_RESPONSE", amount: text(amount), fee: text(fee) });
    return;
  }
  if (!open) throw new ShopifyActionError(`order ${order.name}: no chargeback is open`);
  open.status = outcome === "lost" ? "LOST" : "WON";
}
