import { orderOperator } from "./operator.ts";

export const greaterThan = orderOperator("greater_than", "greater than", ["number", "money"], (sign) => sign > 0);
