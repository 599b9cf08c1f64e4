import { textOperator } from "./operator.ts";

export const startsWith = textOperator("starts_with", "starts with", false, (operand) => (actual) => actual.startsWith(operand));
