import { compareSigns, type Operator } from "./operator.ts";

/** Both ends included. */
export const between: Operator = {
  kind: "comparison",
  key: "between",
  label: "between",
  types: ["number", "money", "date"],
  operands: "range",
  negated: false,
  test: ([low, high]) => (actual) => low !== undefined && high !== undefined && compareSigns(actual, low) >= 0 && compareSigns(actual, high) <= 0,
};
