/** Decimal text to whole minor units and back, for the simulator's own arithmetic; must never touch a floating-point number. */

const CURRENCIES_WITHOUT_MINOR_UNIT = new Set(
  "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" "),
);
const CURRENCIES_WITH_THREE_DIGITS = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

/** Digits after the decimal point of a currency (ISO 4217). */
export function minorDigits(currency: string): number {
  if (CURRENCIES_WITHOUT_MINOR_UNIT.has(currency)) return 0;
  return CURRENCIES_WITH_THREE_DIGITS.has(currency) ? 3 : 2;
}

/** "12.5" in USD → 1250n. Throws RangeError for text that is no amount, or has more non-zero digits than the currency. */
export function parseMinor(amount: string, currency: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim());
  if (!match) throw new RangeError(`"${amount}" is not a decimal amount`);
  const [, sign = "", whole = "0", fraction = ""] = match;
  const digits = minorDigits(currency);
  if (/[1-9]/.test(fraction.slice(digits))) throw new RangeError(`"${amount}" has more than ${digits} decimals, too many for ${currency}`);
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  return sign === "-" ? -minor : minor;
}

/** 1250n in USD → "12.50"; always with all the digits of the currency, as in Shopify's REST bodies. */
export function formatMinor(minor: bigint, currency: string): string {
  const digits = minorDigits(currency);
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const sign = minor < 0n ? "-" : "";
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
