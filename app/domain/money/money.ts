/** Money as whole minor units of one currency. Nothing here ever touches a floating-point number. */

export type Money = { readonly currency: string; readonly minor: bigint };

/** Thrown for programming errors only (mixing currencies) and for text that is not an amount. */
export class MoneyError extends Error {}

/** ISO 4217 currencies whose minor unit is not a hundredth. Source: ISO 4217 table A.1. */
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
};

/** How many decimals an amount of this currency has. */
export const exponentOf = (currency: string): number => EXPONENTS[currency] ?? 2;

export const money = (currency: string, minor: bigint): Money => ({ currency, minor });
export const zero = (currency: string): Money => money(currency, 0n);

const DECIMAL = /^(-?)(\d{1,18})(?:\.(\d{1,12}))?$/;

/**
 * Reads a decimal string such as Shopify's `"19.90"`.
 * Trailing zeros beyond the currency's decimals are accepted (Shopify writes JPY as `"1200.0"`); a non-zero digit there is refused, never rounded.
 */
export function parseMoney(currency: string, text: string): Money {
  const match = DECIMAL.exec(text.trim());
  if (!match) throw new MoneyError(`"${text}" is not a decimal amount`);
  const [, sign = "", whole = "", fraction = ""] = match;
  const exponent = exponentOf(currency);
  if (/[1-9]/.test(fraction.slice(exponent))) {
    throw new MoneyError(`"${text}" has more decimals than ${currency} has (${exponent})`);
  }
  const digits = whole + fraction.slice(0, exponent).padEnd(exponent, "0");
  return money(currency, BigInt(sign + digits));
}

/** The plain decimal string, with exactly the currency's decimals: `-12.30`, `1200`, `1.234`. */
export function formatMoney({ currency, minor }: Money): string {
  const exponent = exponentOf(currency);
  const sign = minor < 0n ? "-" : "";
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, "0");
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new MoneyError(`cannot combine ${a.currency} with ${b.currency}`);
}

export function add(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.currency, a.minor + b.minor);
}

export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.currency, a.minor - b.minor);
}

export const negate = (a: Money): Money => money(a.currency, -a.minor);
export const absolute = (a: Money): Money => (a.minor < 0n ? negate(a) : a);
export const sum = (currency: string, amounts: readonly Money[]): Money => amounts.reduce(add, zero(currency));
export const isZero = (a: Money): boolean => a.minor === 0n;
export const isPositive = (a: Money): boolean => a.minor > 0n;
export const isNegative = (a: Money): boolean => a.minor < 0n;
export const times = (a: Money, count: number): Money => money(a.currency, a.minor * BigInt(count));

export function equals(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.minor === b.minor;
}

export function smaller(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return a.minor <= b.minor ? a : b;
}
