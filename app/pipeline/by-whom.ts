/** Who asked for something, and on which day of the shop's calendar, in words. Shopify tells an app the id of a person, not the name. */
import { shopDate } from "#app/domain/time/shop-date.ts";
import type { ShopFacts, Wish } from "./ports/repositories.ts";

/** `on 2026-11-25 by a person of the shop (Shopify user 77)` */
export function byWhom({ askedAt, askedBy }: Pick<Wish, "askedAt" | "askedBy">, { timeZone }: Pick<ShopFacts, "timeZone">): string {
  return `on ${shopDate(askedAt, timeZone).toString()} by a person of the shop${askedBy === null ? "" : ` (Shopify user ${askedBy})`}`;
}
