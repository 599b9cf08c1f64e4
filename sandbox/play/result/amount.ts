/** Decimal amounts as text, compared exactly; nothing here ever does arithmetic on a floating-point number. */

const SCALE = 6;
const DECIMAL = /^(-?)(\d+)(?:\.(\d{1,6}))?$/;

/** Millionths, so that amounts written with different numbers of decimals compare. Throws on text that is no amount. */
export function millionths(text: string): bigint {
  const match = DECIMAL.exec(text);
  if (match === null) throw new Error(`"${text}" is not a decimal amount`);
  const [, sign = "", whole = "", fraction = ""] = match;
  return BigInt(sign + whole + fraction.padEnd(SCALE, "0"));
}

export const sameAmount = (one: string, other: string): boolean => millionths(one) === millionths(other);

/** With two decimals, or more where the amount has them. */
export function amountText(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(SCALE + 1, "0");
  const fraction = digits.slice(-SCALE).replace(/0{1,4}$/, "");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -SCALE)}.${fraction}`;
}

/** A number of QuickBooks' JSON as text. Its amounts have at most 15 digits, so the shortest text of the number is the amount itself (05, 1.1). */
export function wireAmount(value: number): string {
  return amountText(millionths(Math.abs(value) < 1e-6 ? "0" : String(value)));
}
