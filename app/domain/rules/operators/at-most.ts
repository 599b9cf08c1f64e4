import { orderOperator } from "./operator.ts";

export const atMost = orderOperator("at_most", "at most", ["number", "money"], (sign) => sign <= 0);
