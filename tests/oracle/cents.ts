/** Decimal text as whole cents, for the oracle's own arithmetic; must never round. */
const DECIMAL = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/;

/** "12.5" → 1250n. Throws RangeError for text that is no amount of whole cents. */
export function cents(text: string): bigint {
  const [, sign = "", whole, fraction = ""] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`"${text}" is not an amount in cents`);
  const minor = BigInt(whole + fraction.padEnd(2, "0"));
  return sign === "-" ? -minor : minor;
}

/** 1250n → "12.50". */
export function decimal(minor: bigint): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, "0");
  return `${minor < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);
