/** Money, dates and counts for people, in the shop's locale and zone. View models hold its results only, so that server and browser show the same text. */
import { formatMoney, type Money } from "#app/domain/money/money.ts";
import type { Instant, ShopFacts } from "#app/pipeline/ports/repositories.ts";

export type Format = {
  money(amount: Money): string;
  /** `119.73` of a currency, as recorded in proofs. */
  amount(currency: string, decimal: string): string;
  count(value: number): string;
  /** `2026-11-02` → `Nov 2, 2026`. */
  day(date: string): string;
  /** Short, for an axis: `Nov 2`. */
  shortDay(date: string): string;
  time(instant: Instant): string;
};

/** The texts are English; numbers and dates follow the shop's country. */
export function formatFor({ country, timeZone }: Pick<ShopFacts, "country" | "timeZone">): Format {
  const locale = `en-${country}`;
  const dayOf = (date: string): Date => new Date(`${date}T00:00:00Z`);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const shortDay = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  const count = new Intl.NumberFormat(locale);
  const amount = (currency: string, decimal: string): string =>
    // From the decimal text, which Intl formats exactly, never by way of a floating-point number.
    new Intl.NumberFormat(locale, { style: "currency", currency }).format(decimal as `${number}`);
  return {
    amount,
    money: (value) => amount(value.currency, formatMoney(value)),
    count: (value) => count.format(value),
    day: (date) => day.format(dayOf(date)),
    shortDay: (date) => shortDay.format(dayOf(date)),
    time: (instant) => time.format(new Date(instant.epochMilliseconds)),
  };
}

/** `1 order`, `3 orders`. */
export const counted = (format: Format, value: number, one: string, many = `${one}s`): string => `${format.count(value)} ${value === 1 ? one : many}`;
