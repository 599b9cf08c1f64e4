/**
 * Back-test: what other rules would have made of a shop's latest orders, each as it stands today and as if it came in anew. The very stages of a sync, on what is
 * stored; nothing is written and nothing is read while it answers. Opened once per published version, asked with every key that somebody presses.
 */
import type { Temporal } from "temporal-polyfill";
import type { ItemType } from "../books/books.ts";
import { decide, type Decision, type DecisionInput } from "../decision/decide.ts";
import type { Issue } from "../issues/issue.ts";
import { add, isZero, type Money } from "../money/money.ts";
import { asBooked } from "../order/book-precision.ts";
import type { Order, OrderLine } from "../order/order.ts";
import { compileRules, type CompiledRules } from "../rules/compile-rules.ts";
import { readingOf, type Reading } from "../rules/reading.ts";
import type { Rule } from "../rules/rule.ts";
import { compareOutcomes, type FactChange } from "./compare-outcomes.ts";
import { dayOf } from "./day.ts";
import { type Outcome, outcomeOf, type OutcomeTerms } from "./outcome.ts";
import { touchedBy } from "./touched-orders.ts";

export type BackTestInput = OutcomeTerms & { orders: readonly Order[]; published: readonly Rule[]; today: Temporal.PlainDate; itemType: (line: OrderLine) => ItemType | null; knowsItem?: DecisionInput["knowsItem"] };

export type OrderChange = { order: Order; changes: FactChange[]; newProblems: Issue[] };

export type Comparison = { changed: OrderChange[]; /** Over all orders; accounts that come out even are left out. */ moved: { account: string; amount: Money }[] };

/** An order with what is worked out of it once. */
export type TestedOrder = { order: Order; reading: Reading };

export type BackTest = {
  /** Newest first. */
  orders: readonly TestedOrder[];
  today: Temporal.PlainDate;
  /** Takes rules that `parseRules` accepted. */
  compare(rules: readonly Rule[]): Comparison;
  decide(order: Order, rules: readonly Rule[]): Decision;
};

/** What rules made of the order, worked out when it is first asked for. */
type Result = { key: string; outcome: () => Outcome };
type Prepared = TestedOrder & { base: Result; /** Of the rules asked about last: the next key that somebody presses mostly leaves it at that. */ last: Result };

export function createBackTest(input: BackTestInput): BackTest {
  const { shop, settings, today, itemType, knowsItem } = input;
  const terms = { settings, timeZone: shop.timeZone, entered: false, today, itemType, knowsItem };
  const decided = (order: Order, rules: CompiledRules): Decision => decide({ ...terms, order, rules });
  const result = (order: Order, rules: CompiledRules): Result => {
    const decision = decided(order, rules);
    return { key: keyOf(decision), outcome: once(() => outcomeOf(order, decision, input)) };
  };
  const published = compileRules(input.published);
  const orders = input.orders.map((asRead): Prepared => {
    const order = asBooked(asRead, settings.options);
    const base = result(order, published);
    return { order, reading: readingOf(order, { timeZone: shop.timeZone, itemType }), base, last: base };
  });
  return {
    orders, today,
    decide: (order, rules) => decided(order, compileRules(rules)),
    compare(rules) {
      const compiled = compileRules(rules);
      const isTouched = touchedBy(input.published, rules, dayOf(today));
      const changed: OrderChange[] = [];
      const moved = new Map<string, { account: string; amount: Money }>();
      for (const prepared of orders) {
        const { order, reading, base } = prepared;
        if (!isTouched(reading)) continue;
        const now = result(order, compiled);
        if (now.key === base.key) continue;
        if (now.key !== prepared.last.key) prepared.last = now;
        const difference = compareOutcomes(base.outcome(), prepared.last.outcome());
        if (difference.changes.length === 0 && difference.newProblems.length === 0) continue;
        changed.push({ order, changes: difference.changes, newProblems: difference.newProblems });
        for (const { account, amount } of difference.moved) {
          const key = `${amount.currency} ${account}`;
          moved.set(key, { account, amount: add(moved.get(key)?.amount ?? { ...amount, minor: 0n }, amount) });
        }
      }
      return { changed, moved: [...moved.values()].filter(({ amount }) => !isZero(amount)) };
    },
  };
}

/** Who decided and how it came to that makes no other document. */
const NOT_THE_RESULT = new Set(["trace", "because", "rule", "setting", "sentence"]);
const keyOf = (decision: Decision): string => JSON.stringify(decision, (name, value: unknown) => (NOT_THE_RESULT.has(name) ? undefined : value));

function once<Value>(make: () => Value): () => Value {
  let known: Value | undefined;
  return () => (known ??= make());
}
