/** Tax rates as exact integers, so that Shopify's share of one (`0.09975`) and QuickBooks' percent (`9.975`) compare; a rate is never a floating-point number. */
import { type Money, money } from "../money/money.ts";

/** Percent in units of 10⁻¹⁰. */
export type ExactRate = bigint;

const SCALE = 10;
const DECIMAL = /^(\d{1,9})(?:\.(\d+))?(?:e-(\d{1,2}))?$/i;

/** Digits beyond the tenth decimal of a percentage are dropped: no agency has such a rate. */
function scaled(text: string, shift: number): ExactRate {
  const match = DECIMAL.exec(text.trim());
  if (!match) return 0n;
  const [, whole = "", fraction = "", exponent = "0"] = match;
  const places = shift - Number(exponent);
  const padded = `${whole}${fraction}${"0".repeat(Math.max(0, places - fraction.length))}`;
  return BigInt(padded) / 10n ** BigInt(Math.max(0, fraction.length - places));
}

/** `9.975` percent. */
export const rateOfPercent = (percent: string): ExactRate => scaled(percent, SCALE);

/** `0.09975` of one, as Shopify tells rates. */
export const rateOfShare = (share: string): ExactRate => scaled(share, SCALE + 2);

/** `9.975%`. */
export function rateWords(rate: ExactRate): string {
  const digits = rate.toString().padStart(SCALE + 1, "0");
  const fraction = digits.slice(-SCALE).replace(/0+$/, "");
  return `${digits.slice(0, -SCALE)}${fraction === "" ? "" : `.${fraction}`}%`;
}

export const HUNDRED: ExactRate = 100n * 10n ** BigInt(SCALE);

/** The tax on an amount without tax, or what of an amount with tax is tax; rounded half away from zero. */
export const taxOn = (net: Money, rate: ExactRate): Money => money(net.currency, divided(net.minor * rate, HUNDRED));
export const taxIn = (gross: Money, rate: ExactRate): Money => money(gross.currency, divided(gross.minor * rate, HUNDRED + rate));

function divided(dividend: bigint, divisor: bigint): bigint {
  const half = dividend < 0n ? -divisor : divisor;
  return (2n * dividend + half) / (2n * divisor);
}
