/** What removing an order's documents would do to the books, by account: their own legs, taken back. Writes nothing. */
import { add, type Money, negate, zero } from "#app/domain/money/money.ts";
import type { DeskScope } from "./desk-scope.ts";
import { readLegs } from "./read-legs.ts";

/** Signed, debit positive. */
export type AccountEffect = { account: string; amount: Money };

/** Accounts in the order in which the documents name them; one whose debits and credits cancel out stays, with 0. */
export async function readRemoval(scope: DeskScope, orderId: string): Promise<AccountEffect[]> {
  const effects = new Map<string, Money>();
  for (const { account, side, amount } of [...(await readLegs(scope, orderId)).values()].flat()) {
    effects.set(account, add(effects.get(account) ?? zero(amount.currency), side === "debit" ? negate(amount) : amount));
  }
  return [...effects].map(([account, amount]) => ({ account, amount }));
}
