import { textOperator } from "./operator.ts";

export const endsWith = textOperator("ends_with", "ends with", false, (operand) => (actual) => actual.endsWith(operand));
