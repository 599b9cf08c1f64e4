/** What each item of a bundle is sold for: its own price in the ledger. What those prices come to beside the shop's amount is the price difference, which is not worked out here. */
import type { ItemPrice } from "../books/books.ts";
import { type ExactRate, HUNDRED } from "../books/tax-rate.ts";
import { bookStep, inMoney, product, scaled, textOf } from "../money/decimal-text.ts";
import { equals, formatMoney, type Money, money, zero } from "../money/money.ts";
import type { Taxed } from "./taxing.ts";

/** `quantity` as decimal text; quantity × unit price, rounded as the books keep it, is the amount. */
export type Part = { quantity: string; unitPrice: Money; amount: Money };

type Holds = { quantity: string; price?: ItemPrice | undefined };
/** `rate`: of the taxes of the bundle's line. */
type Sold = { units: number; taxed: Pick<Taxed, "amount" | "withTax">; rate: ExactRate; homeCurrency: string };

/** In the sequence of `components`. */
export function bundleParts(components: readonly Holds[], { units, taxed, rate, homeCurrency }: Sold): Part[] {
  const { currency } = taxed.amount;
  const held = components.map(({ quantity, price }) => ({ quantity: product(scaled(String(units)), scaled(quantity)), price }));
  const prices = currency === homeCurrency ? held.map(({ price }) => ownPrice(price, taxed, rate)) : shares(held, taxed.amount, homeCurrency);
  return held.map(({ quantity }, index) => {
    const unitPrice = prices[index] ?? zero(currency);
    return { quantity: textOf(quantity), unitPrice, amount: inMoney(currency, product(quantity, scaled(formatMoney(unitPrice)))) };
  });
}

/** Lines are without tax, so a price that holds some is taken without it, at the rate of the bundle's own line: its amounts are rounded, and a part of it would have another price. */
function ownPrice(price: ItemPrice | undefined, { amount, withTax }: Sold["taxed"], rate: ExactRate): Money {
  const own = inMoney(amount.currency, scaled(price?.amount ?? "0"));
  return price?.withTax && withTax && !equals(withTax, amount) ? money(own.currency, toStep(own.currency, own.minor * HUNDRED, HUNDRED + rate)) : own;
}

/** Items have prices in the company's currency only: in another one those say how the shop's amount is shared, and what does not divide is left. */
function shares(held: readonly { quantity: { digits: bigint; scale: number }; price?: ItemPrice | undefined }[], { currency, minor }: Money, homeCurrency: string): Money[] {
  const weights = held.map(({ quantity, price }) => inMoney(homeCurrency, product(quantity, scaled(price?.amount ?? "0"))).minor);
  const all = weights.reduce((total, weight) => total + weight, 0n);
  return held.map(({ quantity: { digits, scale } }, index) => {
    const of = all * digits;
    return of === 0n ? zero(currency) : money(currency, toStep(currency, minor * (weights[index] ?? 0n) * 10n ** BigInt(scale), of));
  });
}

/** The largest amount that the books keep below the quotient. */
function toStep(currency: string, dividend: bigint, divisor: bigint): bigint {
  const step = bookStep(currency);
  return (dividend / (divisor * step)) * step;
}
