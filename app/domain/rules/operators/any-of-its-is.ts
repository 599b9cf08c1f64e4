import type { Operator } from "./operator.ts";

/** For what an order has several of, such as payment methods: one of them is one of these. */
export const anyOfItsIs: Operator = {
  kind: "comparison", key: "any_of_its_is", label: "any of its … is", types: ["set"], operands: "many", negated: false,
  test: (operands) => {
    const wanted = new Set(operands);
    return (actual) => wanted.has(actual);
  },
};
