import { listOperator } from "./operator.ts";

export const isOneOf = listOperator("is_one_of", "is one of", false);
