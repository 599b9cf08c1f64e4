/** Shopify's tax lines, which count removed and refunded units too (schema: LineItem.taxLines), brought to the units that remain. */
import { money, parseMoney, type Money } from "#app/domain/money/money.ts";
import type { TaxLine } from "#app/domain/order/order.ts";
import type { TaxLineSnapshot } from "./snapshot.ts";

/** How much of something is still there: `part` of `whole`. */
export type Share = { part: number; whole: number };
export const WHOLE: Share = { part: 1, whole: 1 };

export const taxLinesOf = (currency: string, taxLines: readonly TaxLineSnapshot[], share: Share): TaxLine[] =>
  taxLines.map(({ title, rate, channelLiable, priceSet }) => ({
    title,
    rate: String(rate ?? 0),
    amount: shareOf(parseMoney(currency, priceSet), share),
    channelLiable: channelLiable ?? false,
  }));

/** Rounded half away from zero. Shopify gives no current tax per line; a cent that differs from its current total shows in the proof. */
function shareOf(amount: Money, { part, whole }: Share): Money {
  if (part === whole) return amount;
  const twice = 2n * amount.minor * BigInt(part);
  const divisor = 2n * BigInt(whole);
  const half = BigInt(whole) * (amount.minor < 0n ? -1n : 1n);
  return money(amount.currency, (twice + half) / divisor);
}
