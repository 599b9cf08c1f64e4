import { orderOperator } from "./operator.ts";

export const lessThan = orderOperator("less_than", "less than", ["number", "money"], (sign) => sign < 0);
