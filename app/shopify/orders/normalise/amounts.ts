/** Sums of a snapshot's decimal strings in the order's currency. */
import { parseMoney, sum, type Money } from "#app/domain/money/money.ts";

/** Null and absent are zero. Throws MoneyError for what is no amount of the currency. */
export type ReadAmount = (text: string | null) => Money;

export const amountsIn = (currency: string): ReadAmount => (text) => parseMoney(currency, text ?? "0");

export const discountOf = (currency: string, allocations: readonly { allocatedAmountSet: string }[]): Money =>
  sum(currency, allocations.map(({ allocatedAmountSet }) => parseMoney(currency, allocatedAmountSet)));
