import { textOperator } from "./operator.ts";

export const contains = textOperator("contains", "contains", false, (operand) => (actual) => actual.includes(operand));
