import { textOperator } from "./operator.ts";

export const doesNotStartWith = textOperator("does_not_start_with", "does not start with", true, (operand) => (actual) => actual.startsWith(operand));
