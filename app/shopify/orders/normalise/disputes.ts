/** Chargebacks of an order, as its bank sees them. An inquiry takes no money and is none. */
import type { Chargeback } from "#app/domain/order/order.ts";
import type { OrderSnapshot } from "./snapshot.ts";

/** Shopify's DisputeStatus; a word that is new to us counts as open, so that somebody looks. */
const DECIDED: ReadonlyMap<string, Chargeback["state"]> = new Map<string, Chargeback["state"]>([
  ["LOST", "lost"], ["ACCEPTED", "lost"], ["WON", "won"], ["PREVENTED", "won"], ["CHARGE_REFUNDED", "won"],
]);

export const chargebacks = ({ disputes }: Pick<OrderSnapshot, "disputes">): Chargeback[] =>
  disputes.filter(({ initiatedAs }) => initiatedAs === "CHARGEBACK").map(({ id, status }) => ({ id, state: DECIDED.get(status) ?? "open" }));
