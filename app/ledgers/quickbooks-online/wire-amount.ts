/** The only place where money becomes a JSON number and back; nothing here ever computes with one. */
import { formatMoney, type Money, MoneyError, parseMoney } from "#app/domain/money/money.ts";
import { AMOUNT_MAX_DIGITS } from "./limits.ts";

/**
 * The JSON number that QuickBooks expects for an amount.
 * A double holds any decimal of up to 15 significant digits so that it prints back unchanged (IEEE 754 binary64, DBL_DIG = 15); more is refused with `MoneyError`.
 */
export function toWireAmount(amount: Money): number {
  const text = formatMoney(amount);
  if (text.replace(/[^0-9]/g, "").replace(/^0+/, "").length > AMOUNT_MAX_DIGITS) {
    throw new MoneyError(`${text} ${amount.currency} has more digits than QuickBooks takes (${AMOUNT_MAX_DIGITS})`);
  }
  return Number(text);
}

/** Reads an amount from QuickBooks' JSON. JavaScript prints a double as the shortest decimal that gives it back, so what QuickBooks wrote is read exactly. */
export const fromWireAmount = (currency: string, wire: number): Money => parseMoney(currency, String(wire));
