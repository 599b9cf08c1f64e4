import { equalityOperator } from "./operator.ts";

export const equals = equalityOperator("equals", "equals", false);
