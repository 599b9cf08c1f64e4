import { textOperator } from "./operator.ts";

export const doesNotEndWith = textOperator("does_not_end_with", "does not end with", true, (operand) => (actual) => actual.endsWith(operand));
