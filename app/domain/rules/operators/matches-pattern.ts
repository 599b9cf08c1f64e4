/** `matches pattern`: a regular expression of RE2's syntax, found anywhere in the text. It takes time in proportion to the text, whatever the pattern (re2js), and its size is limited. */
import { RE2JS, RE2JSException } from "re2js";
import { failure, type Result, success } from "../../result.ts";
import type { Comparable } from "../values/value-type.ts";
import type { Operator } from "./operator.ts";

const PATTERN_LENGTH = 200;
/** Steps of the compiled pattern; `a{200}` has as many. */
const PATTERN_SIZE = 250;
/** Characters of text; Shopify's longest, an order's note, has 5,000. A longer one never matches. */
export const TEXT_LENGTH = 10_000;

/** Texts are compared in lower case, so that patterns are too. */
function compiled(pattern: string): Result<RE2JS, string> {
  try {
    const expression = RE2JS.compile(pattern.normalize("NFC"), RE2JS.CASE_INSENSITIVE);
    return expression.programSize() <= PATTERN_SIZE ? success(expression) : failure("the pattern is too large: repeat fewer times");
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return failure(`the pattern cannot be read (${error.message})`);
  }
}

function parse(raw: unknown): Result<Comparable, string> {
  if (typeof raw !== "string" && typeof raw !== "number") return failure("the pattern must be text");
  const pattern = String(raw).trim();
  if (pattern.length > PATTERN_LENGTH) return failure(`a pattern has at most ${PATTERN_LENGTH} characters`);
  const expression = compiled(pattern);
  return expression.ok ? success(pattern) : expression;
}

export const matchesPattern: Operator = {
  kind: "comparison", key: "matches_pattern", label: "matches pattern", types: ["text", "set"], operands: "one", negated: false, parse,
  test: ([pattern]) => {
    const expression = typeof pattern === "string" ? compiled(pattern) : null;
    if (!expression?.ok) return () => false;
    return (actual) => typeof actual === "string" && actual.length <= TEXT_LENGTH && expression.value.test(actual);
  },
};
