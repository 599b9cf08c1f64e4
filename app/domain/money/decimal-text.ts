/** Exact arithmetic on decimal text such as quantities and prices of items, which may be finer than a currency: `0.5`, `4.125`. Never a floating-point number. */
import { exponentOf, type Money, money } from "./money.ts";

/** `digits` × 10⁻ˢᶜᵃˡᵉ; never negative. */
export type Scaled = { digits: bigint; scale: number };

const DECIMAL = /^(\d{1,12})(?:\.(\d{1,7}))?$/;

/** Without zeros that say nothing; null for what is no amount, or finer than QuickBooks takes. */
export function decimalText(text: string): string | null {
  const [, whole, fraction = ""] = DECIMAL.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const decimals = fraction.replace(/0+$/, "");
  const units = BigInt(whole).toString();
  return decimals === "" ? units : `${units}.${decimals}`;
}

/** Of text as `decimalText` gives it. */
export function scaled(text: string): Scaled {
  const [whole = "0", fraction = ""] = text.split(".");
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

export const product = (a: Scaled, b: Scaled): Scaled => ({ digits: a.digits * b.digits, scale: a.scale + b.scale });

export function textOf({ digits, scale }: Scaled): string {
  const padded = digits.toString().padStart(scale + 1, "0");
  const fraction = padded.slice(padded.length - scale).replace(/0+$/, "");
  return fraction === "" || scale === 0 ? padded.slice(0, padded.length - scale) : `${padded.slice(0, padded.length - scale)}.${fraction}`;
}

/** QuickBooks keeps two decimals, also of a currency that has three. */
const MOST_DECIMALS = 2;

const keptDecimals = (currency: string): number => Math.min(exponentOf(currency), MOST_DECIMALS);

/** The smallest amount that the books keep, in minor units. */
export const bookStep = (currency: string): bigint => 10n ** BigInt(exponentOf(currency) - keptDecimals(currency));

/** As the books keep it, halves up, which is how QuickBooks compares quantity times price with an amount (error 6070). */
export function inMoney(currency: string, { digits, scale }: Scaled): Money {
  const finer = scale - keptDecimals(currency);
  if (finer <= 0) return money(currency, digits * 10n ** BigInt(-finer) * bookStep(currency));
  const unit = 10n ** BigInt(finer);
  return money(currency, ((2n * digits + unit) / (2n * unit)) * bookStep(currency));
}
