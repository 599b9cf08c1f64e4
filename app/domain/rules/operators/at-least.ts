import { orderOperator } from "./operator.ts";

export const atLeast = orderOperator("at_least", "at least", ["number", "money"], (sign) => sign >= 0);
