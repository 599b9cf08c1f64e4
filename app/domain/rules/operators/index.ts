/** Every operator, in the order in which people are offered them. A new operator is one file and one entry here. */
import type { ValueType } from "../values/value-type.ts";
import { after } from "./after.ts";
import { atLeast } from "./at-least.ts";
import { atMost } from "./at-most.ts";
import { before } from "./before.ts";
import { between } from "./between.ts";
import { contains } from "./contains.ts";
import { doesNotContain } from "./does-not-contain.ts";
import { doesNotEqual } from "./does-not-equal.ts";
import { doesNotStartWith } from "./does-not-start-with.ts";
import { doesNotEndWith } from "./does-not-end-with.ts";
import { doesNotMatch } from "./does-not-match.ts";
import { matchesPattern } from "./matches-pattern.ts";
import { inTheLast } from "./in-the-last.ts";
import { anyOfItsIs } from "./any-of-its-is.ts";
import { endsWith } from "./ends-with.ts";
import { equals } from "./equals.ts";
import { greaterThan } from "./greater-than.ts";
import { isEmpty } from "./is-empty.ts";
import { isNo } from "./is-no.ts";
import { isNoneOf } from "./is-none-of.ts";
import { isNotEmpty } from "./is-not-empty.ts";
import { isOneOf } from "./is-one-of.ts";
import { isYes } from "./is-yes.ts";
import { lessThan } from "./less-than.ts";
import { matches } from "./matches.ts";
import type { Operator } from "./operator.ts";
import { startsWith } from "./starts-with.ts";

export const OPERATORS: readonly Operator[] = [
  equals,
  doesNotEqual,
  isOneOf,
  isNoneOf,
  anyOfItsIs,
  contains,
  doesNotContain,
  startsWith,
  doesNotStartWith,
  endsWith,
  doesNotEndWith,
  matches,
  doesNotMatch,
  matchesPattern,
  isEmpty,
  isNotEmpty,
  greaterThan,
  atLeast,
  lessThan,
  atMost,
  between,
  before,
  after,
  inTheLast,
  isYes,
  isNo,
];

export const OPERATOR_BY_KEY: ReadonlyMap<string, Operator> = new Map(OPERATORS.map((operator) => [operator.key, operator]));

export const operatorsFor = (type: ValueType): Operator[] => OPERATORS.filter((operator) => operator.types.includes(type));
