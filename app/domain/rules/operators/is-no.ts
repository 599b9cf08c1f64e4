import type { Operator } from "./operator.ts";

export const isNo: Operator = { kind: "comparison", key: "is_no", label: "is no", types: ["yes_no"], operands: "none", negated: false, test: () => (actual) => actual === false };
