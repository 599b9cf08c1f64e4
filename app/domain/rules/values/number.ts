/** Number: a whole count, such as a quantity. */
import { parseMillionths, toMillionths } from "./decimal.ts";
import type { ValueTypeRules } from "./value-type.ts";

export const number: ValueTypeRules<number> = {
  members: (actual) => [toMillionths(BigInt(actual), 0)],
  show: String,
  parse: parseMillionths,
};
