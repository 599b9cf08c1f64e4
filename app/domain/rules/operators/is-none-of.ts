import { listOperator } from "./operator.ts";

export const isNoneOf = listOperator("is_none_of", "is none of", true);
