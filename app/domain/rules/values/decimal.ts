/** Exact decimals as whole millionths: numbers and amounts compare without floating point, and a rule's amount needs no currency of its own. */
import { failure, success, type Result } from "../../result.ts";

/** Decimals kept; every currency's minor unit fits (ISO 4217 has at most 4). */
const DECIMALS = 6;
const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/;

/** Whole units of 10^-exponent, as millionths. */
export const toMillionths = (units: bigint, exponent: number): bigint => units * 10n ** BigInt(DECIMALS - exponent);

/** Reads `100`, `"100.50"` or `-3`; no thousands separators, so that `1,234` is never taken for 1.234. */
export function parseMillionths(raw: unknown): Result<bigint, string> {
  if (typeof raw !== "string" && typeof raw !== "number") return failure("the value must be a number");
  const match = DECIMAL.exec(String(raw).trim());
  if (!match) return failure(`"${raw}" is not a number such as 100 or 99.50`);
  const [, sign = "", whole = "", fraction = ""] = match;
  return success(BigInt(sign + whole + fraction.padEnd(DECIMALS, "0")));
}

/** The text that is read as this again, with at least so many decimals. */
export function writeMillionths(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(DECIMALS + 1, "0");
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, "").padEnd(decimals, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -DECIMALS)}${fraction === "" ? "" : `.${fraction}`}`;
}
