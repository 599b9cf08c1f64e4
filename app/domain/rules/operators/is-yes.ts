import type { Operator } from "./operator.ts";

export const isYes: Operator = { kind: "comparison", key: "is_yes", label: "is yes", types: ["yes_no"], operands: "none", negated: false, test: () => (actual) => actual === true };
