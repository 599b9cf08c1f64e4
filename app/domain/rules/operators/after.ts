import { orderOperator } from "./operator.ts";

export const after = orderOperator("after", "after", ["date"], (sign) => sign > 0);
