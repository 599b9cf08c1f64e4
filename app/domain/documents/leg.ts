/** Legs: the debits and credits a document implies. Documents that do not post have none. */
import { add, type Money, zero } from "../money/money.ts";
import type { Account } from "../books/books.ts";

export type Leg = { account: Account; side: "debit" | "credit"; amount: Money };

/** True when debits equal credits in every currency (law 3). */
export function legsBalance(legs: readonly Leg[]): boolean {
  const net = new Map<string, bigint>();
  for (const { amount, side } of legs) {
    net.set(amount.currency, (net.get(amount.currency) ?? 0n) + (side === "debit" ? amount.minor : -amount.minor));
  }
  return [...net.values()].every((minor) => minor === 0n);
}

/** Puts legs on the same account and side together and drops those of amount 0, keeping first-seen order. */
export function mergeLegs(legs: readonly Leg[]): Leg[] {
  const merged = new Map<string, Leg>();
  for (const leg of legs) {
    const key = `${leg.side}/${leg.account.id}/${leg.amount.currency}`;
    const seen = merged.get(key)?.amount ?? zero(leg.amount.currency);
    merged.set(key, { ...leg, amount: add(seen, leg.amount) });
  }
  return [...merged.values()].filter((leg) => leg.amount.minor !== 0n);
}
