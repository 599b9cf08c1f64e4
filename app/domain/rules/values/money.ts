/** Money: an amount in the shop's currency. */
import { exponentOf, formatMoney, type Money } from "../../money/money.ts";
import { parseMillionths, toMillionths } from "./decimal.ts";
import type { ValueTypeRules } from "./value-type.ts";

export const money: ValueTypeRules<Money> = {
  members: (actual) => [toMillionths(actual.minor, exponentOf(actual.currency))],
  show: (actual) => `${formatMoney(actual)} ${actual.currency}`,
  parse: parseMillionths,
};
