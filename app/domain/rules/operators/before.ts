import { orderOperator } from "./operator.ts";

export const before = orderOperator("before", "before", ["date"], (sign) => sign < 0);
