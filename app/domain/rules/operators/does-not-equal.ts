import { equalityOperator } from "./operator.ts";

export const doesNotEqual = equalityOperator("does_not_equal", "does not equal", true);
