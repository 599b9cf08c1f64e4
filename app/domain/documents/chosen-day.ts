/** Which of the order's days a document is dated on: as settings choose, the shop's local day. A rule's day comes before it (`ruledDate`); a closed period after it (`open-day.ts`). */
import type { Temporal } from "temporal-polyfill";
import type { Order } from "../order/order.ts";
import { paidAt } from "../order/sold-at.ts";
import type { SettingOptions } from "../settings/settings.ts";
import { shopDate } from "../time/shop-date.ts";
import type { PlanContext } from "./plan-context.ts";

type Dated = keyof SettingOptions["dates"];

/** `own`: when what the document stands for happened, which is its day by default and where nothing was paid yet. */
export function chosenDay({ order, shop, settings }: Pick<PlanContext, "order" | "shop" | "settings">, kind: Dated, own: Temporal.Instant): Temporal.PlainDate {
  return shopDate(chosenAt(order, settings.options.dates[kind], kind, own), shop.timeZone);
}

function chosenAt(order: Order, choice: SettingOptions["dates"][Dated], kind: Dated, own: Temporal.Instant): Temporal.Instant {
  if (choice === "ordered") return order.placedAt;
  // A receipt and a payment are of the day of their money anyway.
  return choice === "paid" && (kind === "salesOrder" || kind === "invoice") ? (paidAt(order) ?? own) : own;
}
