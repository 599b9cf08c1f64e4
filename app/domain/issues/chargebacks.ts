/** What a person should know of an order's chargebacks (story A33): nothing of them is booked, so nothing here ever holds a document back. */
import type { Order } from "../order/order.ts";
import { depositName } from "../documents/plan-context.ts";
import type { Settings } from "../settings/settings.ts";
import { chargebackLost, chargebackOpen } from "./catalogue.ts";
import type { Issue } from "./issue.ts";

export function chargebackNotices({ name, chargebacks = [], gateways }: Pick<Order, "name" | "chargebacks" | "gateways">, settings: Settings): Issue[] {
  const is = (wanted: "open" | "lost"): boolean => chargebacks.some(({ state }) => state === wanted);
  return [...(is("open") ? [chargebackOpen(name)] : []), ...(is("lost") ? [chargebackLost(name, depositName(settings, gateways[0]))] : [])];
}
