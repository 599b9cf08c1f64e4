/**
 * Exact decimals between QuickBooks' JSON numbers and integers of minor units; floating-point arithmetic must never happen here.
 * A JSON number of at most 15 digits prints back as it was written, so its text is exact (amounts: 05, 1.1).
 */
import type { Json } from "./json.ts";

export type Decimal = { units: bigint; scale: number };

/** ISO 4217 currencies without minor units that QuickBooks offers; all others keep two decimals there (05, A19 of 03). */
const WITHOUT_DECIMALS = new Set(["JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "XAF", "XOF", "XPF", "RWF"]);

export function currencyDigits(currency: string): number {
  return WITHOUT_DECIMALS.has(currency) ? 0 : 2;
}

/** Undefined for anything that is not a plain decimal number of at most 15 digits. */
export function parseDecimal(value: Json | undefined): Decimal | undefined {
  const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,10}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  return { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

/** Minor units of an amount; undefined when it is no number or has more decimals than the currency. */
export function toMinor(value: Json | undefined, digits: number): bigint | undefined {
  const decimal = parseDecimal(value);
  if (decimal === undefined) return undefined;
  const rescaled = rescale(decimal, Math.max(digits, decimal.scale));
  const excess = 10n ** BigInt(Math.max(0, decimal.scale - digits));
  return rescaled % excess === 0n ? rescaled / excess : undefined;
}

/** The product in minor units, halves away from zero. */
export function multiplyToMinor(a: Decimal, b: Decimal, digits: number): bigint {
  const product = { units: a.units * b.units, scale: a.scale + b.scale };
  if (product.scale <= digits) return rescale(product, digits);
  return divideRounded(product.units, 10n ** BigInt(product.scale - digits));
}

/** `amount × percent / 100`, halves away from zero. */
export function percentOf(amount: bigint, percent: Decimal): bigint {
  return divideRounded(amount * percent.units, 100n * 10n ** BigInt(percent.scale));
}

/** The amount as a decimal string with the currency's decimals, such as "45.70". */
export function printMinor(minor: bigint, digits: number): string {
  const sign = minor < 0n ? "-" : "";
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  if (digits === 0) return `${sign}${text}`;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The amount as the JSON number that QuickBooks answers with. */
export function wireAmount(minor: bigint, digits: number): number {
  return Number(printMinor(minor, digits));
}

function rescale(decimal: Decimal, scale: number): bigint {
  return decimal.units * 10n ** BigInt(scale - decimal.scale);
}

function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const half = divisor / 2n;
  return dividend < 0n ? (dividend - half) / divisor : (dividend + half) / divisor;
}
