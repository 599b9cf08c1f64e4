/** What a number of units costs: quantity times a unit cost that may have parts of a cent, rounded as the books keep it, halves up, which is how QuickBooks compares it (error 6070). */
import { exponentOf, type Money, money } from "../../money/money.ts";

const DECIMAL = /^(\d{1,12})(?:\.(\d{1,7}))?$/;

/** In the form in which it is compared and sent: without zeros that say nothing. Null for what is no cost that QuickBooks takes. */
export function unitCostOf(text: string): string | null {
  const [, whole, fraction = ""] = DECIMAL.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const decimals = fraction.replace(/0+$/, "");
  const units = BigInt(whole).toString();
  return decimals === "" ? units : `${units}.${decimals}`;
}

/** QuickBooks keeps two decimals, also of a currency that has three. */
const MOST_DECIMALS = 2;

/** `unitCost` as `unitCostOf` gives it. */
export function purchaseAmount(currency: string, quantity: number, unitCost: string): Money {
  const [whole = "0", fraction = ""] = unitCost.split(".");
  const kept = Math.min(exponentOf(currency), MOST_DECIMALS);
  const inMinor = 10n ** BigInt(exponentOf(currency) - kept);
  const exact = BigInt(whole + fraction) * BigInt(quantity);
  const scale = fraction.length - kept;
  if (scale <= 0) return money(currency, exact * 10n ** BigInt(-scale) * inMinor);
  const unit = 10n ** BigInt(scale);
  return money(currency, ((2n * exact + unit) / (2n * unit)) * inMinor);
}
