/** What a person should know of an order's chargebacks (story A33): nothing of them is booked, so nothing here ever holds a document back. */
import type { Order } from "../order/order.ts";
import { depositName } from "../documents/plan-context.ts";
import type { Settings } from "../settings/settings.ts";
import type { Issue } from "./issue.ts";

/** Story A33. Shopify's order says neither the amount nor the fee. */
const chargebackOpen = (orderName: string): Issue => ({
  code: "chargeback_open",
  cause: orderName,
  sentence: `The buyer's bank has charged the payment of order ${orderName} back, and it is not decided yet. Nothing of it is booked.`,
  remedy: "Answer it in Shopify (the order's page). Won, nothing is left to do; lost, this issue says what to enter.",
});

const chargebackLost = (orderName: string, account: string): Issue => ({
  code: "chargeback_lost",
  cause: orderName,
  sentence: `The chargeback on order ${orderName} is lost. Tieout does not book it: sale and payment stay in QuickBooks as they are.`,
  remedy: `Enter an expense in QuickBooks, paid from "${account}": the amount on an account "Chargebacks", its fee on "Merchant Fees", both as Shopify's payout shows them.`,
});

export function chargebackNotices({ name, chargebacks = [], gateways }: Pick<Order, "name" | "chargebacks" | "gateways">, settings: Settings): Issue[] {
  const is = (wanted: "open" | "lost"): boolean => chargebacks.some(({ state }) => state === wanted);
  return [...(is("open") ? [chargebackOpen(name)] : []), ...(is("lost") ? [chargebackLost(name, depositName(settings, gateways[0]))] : [])];
}
