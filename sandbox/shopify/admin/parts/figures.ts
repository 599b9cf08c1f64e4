/** Money and times as the admin shows them: in the shop's currency and zone, through Intl. */
import type { Bag } from "../../money/bag.ts";
import type { ShopState } from "../../state/shop-state.ts";

const LOCALE = "en-US";

/** Exact: Intl takes the decimal text as it is. */
export function money(amount: string, currency: string): string {
  return new Intl.NumberFormat(LOCALE, { style: "currency", currency }).format(amount as `${number}`);
}

export function shopMoney({ shop }: Bag, { currency }: Pick<ShopState, "currency">): string {
  return money(shop, currency);
}

/** "Nov 2, 2026, 10:00 AM" */
export function moment(utc: string, { timeZone }: Pick<ShopState, "timeZone">): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(utc));
}

/** "Nov 2, 2026" */
export function day(utc: string, { timeZone }: Pick<ShopState, "timeZone">): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeZone }).format(new Date(utc));
}

export function count(units: number, one: string, many = `${one}s`): string {
  return `${units} ${units === 1 ? one : many}`;
}
