import { textOperator } from "./operator.ts";

export const doesNotContain = textOperator("does_not_contain", "does not contain", true, (operand) => (actual) => actual.includes(operand));
