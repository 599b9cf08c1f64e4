import { failure, success } from "../../result.ts";
import type { Operator } from "./operator.ts";

const MAX_DAYS = 3_660;

/** Today counts: in the last 1 days is today. A later day is not. */
export const inTheLast: Operator = {
  kind: "comparison", key: "in_the_last", label: "in the last … days", types: ["date"], operands: "one", negated: false,
  parse: (raw) => {
    const days = typeof raw === "number" || (typeof raw === "string" && /^\d{1,4}$/.test(raw.trim())) ? Number(raw) : Number.NaN;
    return Number.isInteger(days) && days >= 1 && days <= MAX_DAYS ? success(BigInt(days)) : failure(`the value must be a number of days from 1 to ${MAX_DAYS}`);
  },
  test: ([days]) => (actual, today) => typeof actual === "string" && actual <= today.iso && actual > today.before(Number(days)),
};
